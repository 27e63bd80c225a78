"""Folding: what spelling does not decide goes, what tells names apart stays, and offsets find their way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderatlas.gazetteer.names import PARAGRAPH, fold, fold_name, script_of

TEXT = st.text(
    st.one_of(
        st.sampled_from("abcHyesan ŏŭŎ'’-—\n\r\t\u00a0\u200b\u0306\u0301혜산\u1112\u1168도江图\ufeff"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=60,
)


@given(TEXT)
def test_offsets_lead_back_into_the_text(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.cased)
    last = 0
    for i in range(len(folded.text)):
        start, end = folded.original(i, i + 1)
        assert last <= start < end <= len(text)
        last = start


@given(TEXT)
def test_folding_a_name_twice_changes_nothing(name):
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text(st.sampled_from("혜산신의주회령 도시"), min_size=1, max_size=12))
def test_decomposed_hangul_folds_like_composed(name):
    assert fold_name(unicodedata.normalize("NFD", name)) == fold_name(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sinŭiju", "Sinuiju"),
        ("SINUIJU", "sinuiju"),
        ("Ji’an", "Ji'an"),
        ("Hyesan-si", "Hyesan si"),
        ("North\nHamgyong", "North Hamgyong"),
        ("North  Hamgyong", "North Hamgyong"),
        ("Ｈｙｅｓａｎ", "Hyesan"),
        ("Hoeryo\u0306ng", "Hoeryong"),
    ],
)
def test_spellings_of_one_name_fold_alike(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Chosan", "Choson"), ("Musan", "Busan"), ("혜산", "해산"), ("图们", "圖們")]
)
def test_names_that_differ_stay_apart(one, other):
    assert fold_name(one) != fold_name(other)


def test_a_break_between_paragraphs_is_kept():
    assert fold("North\r\n\r\nHamgyong").text == f"north{PARAGRAPH}hamgyong"


@pytest.mark.parametrize(
    ("text", "script"), [("혜산", "Hang"), ("“图们", "Hani"), ("Hyesan", "Latn"), ("Хасан", "Cyrl"), ("12", "Zyyy")]
)
def test_script(text, script):
    assert script_of(text) == script
