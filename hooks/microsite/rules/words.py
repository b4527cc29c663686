"""The words of a project judged, each file once for as long as it stays as it is."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from microsite.content.load import Opening, Reading
from microsite.content.problems import Problem
from microsite.content.reader import Source
from microsite.memory import Memory, Same
from microsite.rules.clean import Clean
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
        self._clean: Clean | None = None

    def turn(self, reading: Opening | Reading, root: Path | None = None) -> None:
        """Begin to judge anew, by the rules as they are now.

        Args:
            reading: What the rules are made of.
            root: Of the project, where it is kept from run to run which files are clean.
        """
        made_of = reading.usages, reading.bureau, reading.officials
        if made_of != self._made_of:
            self._made_of = made_of
            self.rules = word_rules(reading)
            self._found = Memory()
            self._clean = Clean(root, made_of) if root else None
        self._found.turn()

    def start(self, sources: Sequence[Source]) -> None:
        """Go to work in the background on files that nobody has been at work on."""
        new = self._unknown(sources)
        judged = delegate(self._judge, new, WORTH_A_PROCESS, lambda one: len(one.value.text))
        before = self._wait

        def wait() -> None:
            before()
            self._found.learn(new, judged())

        self._wait = wait

    def problems(self, sources: Sequence[Source]) -> list[Problem]:
        """Return what is wrong with the words of the files, whether the work has begun or not."""
        self._wait()
        self._wait = lambda: None
        new = self._unknown(sources)
        self._found.learn(new, self._judge(new))
        found = self._found.recall([Same(source) for source in sources])
        if self._clean:
            self._clean.keep(s for s, wrong in zip(sources, found, strict=True) if not wrong)
        return [problem for wrong in found for problem in wrong]

    def _unknown(self, sources: Sequence[Source]) -> list[Same[Source]]:
        """Return the files of which nothing is known, not even from an earlier run."""
        new = self._found.unknown(map(Same, sources))
        clean = [one for one in new if self._clean and self._clean.has(one.value)]
        self._found.learn(clean, [()] * len(clean))
        return self._found.unknown(new)

    def _judge(self, sources: Iterable[Same[Source]]) -> list[Found]:
        return editorial_problems((one.value for one in sources), self.rules)
