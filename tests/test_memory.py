"""Work that is not done again while it is asked for in every round."""

from microsite.memory import Memory, Same


def test_work_is_done_once_as_long_as_every_round_asks() -> None:
    memory = Memory[str, int]()
    done: list[str] = []

    def length(word: str) -> int:
        def work() -> int:
            done.append(word)
            return len(word)

        return memory.of(word, work)

    results = [length("故事"), length("故事")]
    memory.turn()
    results.append(length("故事"))
    memory.turn()
    memory.turn()
    results.append(length("故事"))

    assert results == [2, 2, 2, 2]
    assert done == ["故事", "故事"]


def test_what_is_unknown_is_told_once_and_can_be_learnt() -> None:
    memory = Memory[str, int]()
    memory.learn(["一"], [1])
    memory.turn()

    unknown = memory.unknown(["一", "二", "三", "二"])
    memory.learn(unknown, [2, 3])

    assert unknown == ["二", "三"]
    assert memory.recall(["三", "一", "二", "一"]) == [3, 1, 2, 1]


def test_only_the_very_same_value_is_the_same() -> None:
    one, other = [1], [1]

    assert Same(one) == Same(one)
    assert hash(Same(one)) == hash(Same(one))
    assert Same(one) != Same(other)
    assert Same(one) != one
