from _letters import alignment, letters_of


def test_letters_know_their_times_and_not_case_or_marks():
    assert letters_of("Xin, 2!", [0, 1, 2, 3, 4, 5, 6]) == [("x", 0), ("i", 1), ("n", 2), ("2", 5)]


def test_texts_are_laid_beside_each_other():
    assert alignment("abcd", "abcd") == ([(0, 0), (1, 1), (2, 2), (3, 3)], 0)
    assert alignment("abcd", "axcde") == ([(0, 0), (2, 2), (3, 3)], 2)
    assert alignment("abcd", "") == ([], 4)
