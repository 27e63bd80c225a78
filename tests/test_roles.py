"""Roles: where it happened, where the source is, the dateline, a caption."""

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section


def roles(text):
    report = Report("r", text, (Section("body", 0, len(text)),))
    return {p.text: p.role for p in geocode(report)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A source in Yanggang province said on Monday that prices rose.", "Yanggang province"),
        ("“Nobody dares,” a resident of North Hamgyong province told the radio.", "North Hamgyong province"),
        ("A trader from Sinuiju, who asked not to be named, said trade was slow.", "Sinuiju"),
        ("According to a contact living in Hoeryong, the market is closed.", "Hoeryong"),
        ("A Hyesan-based source said that guards were changed.", "Hyesan"),
        ("양강도 소식통은 15일 단속이 심해졌다고 전했다.", "양강도"),
        ("함경북도의 한 소식통에 따르면 쌀값이 올랐다.", "함경북도"),
        ("据两江道消息人士称，管制更严了。", "两江道"),
    ],
)
def test_a_sources_place_is_not_the_incidents(text, place):
    assert roles(text)[place] == "source"


def test_the_unit_that_says_where_the_source_is_shares_its_role():
    found = roles("Someone living in Longjing city, Jilin Province, said that the river rose at Hoeryong.")
    assert found["Longjing city"] == found["Jilin Province"] == "source"
    assert found["Hoeryong"] == "incident"


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL -- Guards fired at Hyesan.",
        "SEOUL, Sept. 9 -- Guards fired at Hyesan.",
        "SEOUL (Reuters) - Guards fired at Hyesan.",
        "Seoul, August 20 -- Guards fired at Hyesan.",
    ],
)
def test_a_dateline(text):
    found = roles(text)
    assert next(role for name, role in found.items() if name.lower() == "seoul") == "dateline"
    assert found["Hyesan"] == "incident"


@pytest.mark.parametrize(
    "caption",
    [
        "File photo: guards at Hyesan in 2004.",
        "Soldiers walk along a fence in Uiju, North Korea, on Dec. 22, 2022.",
        "Trucks wait in Dandong, China. Yonhap News",
        "guards-2017.jpg A soldier stands by the Yalu river.",
    ],
)
def test_a_caption(caption):
    found = roles(f"A headline\n\n{caption}\n\nTwo men were arrested in Musan County on March 3.")
    assert found["Musan County"] == "incident"
    assert {role for name, role in found.items() if name != "Musan County"} == {"photo"}


def test_victims_are_no_source():
    assert roles("Border troops opened fire on residents of Dandong on Friday.")["Dandong"] == "incident"
