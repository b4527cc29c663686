"""Results that are kept from one round of work to the next, where both go over the same things."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Same(Generic[T]):
    """A key that equals only a key of the very same value; values may be compared by no other."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


class Memory(Generic[K, V]):
    """What came of each thing in this round and the one before; what both passed over is gone."""

    def __init__(self) -> None:
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def turn(self) -> None:
        """Begin another round."""
        self._now, self._before = {}, self._now

    def of(self, thing: K, work: Callable[[], V]) -> V:
        """Return what came of a thing, doing the work only if nobody has."""
        if thing not in self._now:
            self._now[thing] = self._before[thing] if thing in self._before else work()
        return self._now[thing]

    def unknown(self, things: Iterable[K]) -> list[K]:
        """Return those of the things on which work is still to be done, each once."""
        return [
            one for one in dict.fromkeys(things) if not (one in self._now or one in self._before)
        ]

    def learn(self, things: Iterable[K], results: Iterable[V]) -> None:
        """Take note of what came of some things, in their order."""
        self._now.update(zip(things, results, strict=True))

    def recall(self, things: Iterable[K]) -> list[V]:
        """Return what came of things that are known, in their order."""
        for one in things:
            if one not in self._now:
                self._now[one] = self._before[one]
        return [self._now[one] for one in things]
