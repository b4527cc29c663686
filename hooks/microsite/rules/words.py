"""The words of a project judged, each file once for as long as it stays as it is."""

from collections.abc import Callable, Sequence

from microsite.content.load import Opening, Reading
from microsite.content.problems import Problem
from microsite.content.reader import Source
from microsite.memory import Memory, Same
from microsite.rules.editorial import Found, editorial_problems, editorial_rules
from microsite.rules.rule import Rule
from microsite.workers import delegate

WORTH_A_PROCESS = 100
"""Files that take longer to judge than a process takes to start."""


def word_rules(reading: Opening | Reading) -> tuple[Rule, ...]:
    """Return the rules on words; some come from the bureau's own tables."""
    return editorial_rules(reading.usages, reading.bureau, reading.officials)


class Words:
    """What the rules on words say of each file, remembered while they stay the same."""

    def __init__(self) -> None:
        self.rules: tuple[Rule, ...] = ()
        self._made_of: object = None
        self._found = Memory[Same[Source], Found]()
        self._wait: Callable[[], None] = lambda: None

    def turn(self, reading: Opening | Reading) -> None:
        """Begin to judge anew, by the rules as they are now."""
        made_of = reading.usages, reading.bureau, reading.officials
        if made_of != self._made_of:
            self._made_of = made_of
            self.rules = word_rules(reading)
            self._found = Memory()
        self._found.turn()

    def start(self, sources: Sequence[Source]) -> None:
        """Go to work on some of the files in the background."""
        new = self._found.unknown(map(Same, sources))
        judged = delegate(self._judge, new, WORTH_A_PROCESS, lambda one: len(one.value.text))
        self._wait = lambda: self._found.learn(new, judged())

    def problems(self, sources: Sequence[Source]) -> list[Problem]:
        """Return what is wrong with the words of the files, whether the work has begun or not."""
        self._wait()
        self._wait = lambda: None
        keys = [Same(source) for source in sources]
        new = self._found.unknown(keys)
        self._found.learn(new, self._judge(new))
        return [problem for found in self._found.recall(keys) for problem in found]

    def _judge(self, sources: Sequence[Same[Source]]) -> list[Found]:
        return editorial_problems((one.value for one in sources), self.rules)
