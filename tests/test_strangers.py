"""News of other things, with names like ours in it: designers, dishes, streets, verse forms, firms. No place of this border."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.models import Report, Section

_LINES = (Path(__file__).parent / "corpus" / "elsewhere.jsonl").read_text("utf-8").splitlines()
TEXTS = [json.loads(line) for line in _LINES]


def read(text):
    return geocode(Report("r", text, (Section("body", 0, len(text)),)))


def ours(text):
    """Give what is found of this border: in the DPRK, or in China or Russia within 150 km of the line."""
    gazetteer, found = load_gazetteer(), []
    for placement in read(text):
        place = None if placement.place_id is None else gazetteer[placement.place_id]
        near = place is not None and place.border_km is not None and place.border_km <= 150 and place.country != "KR"
        if place is None or near or ("KP" in place.country and place.kind != "country"):
            found.append(placement.text)
    return found


@pytest.mark.parametrize("entry", [t for t in TEXTS if t["part"] == "tuned"], ids=lambda t: t["id"])
def test_news_of_other_things_names_no_place_of_ours(entry):
    assert [name for name in ours(entry["text"]) if name not in entry["may"]] == []


def test_texts_that_no_rule_was_tuned_on_stay_within_what_was_asked():
    apart = [t for t in TEXTS if t["part"] == "apart"]
    wrong = [name for t in apart for name in ours(t["text"]) if name not in t["may"]]
    assert len(wrong) <= 0.2 * len(apart), wrong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A trader from Lagos said that he had bought coats in Dandong.", ["Dandong"]),
        ("DANDONG, May 3 (Xinhua) -- Cargo rose, an office in Shanghai said. Dandong handled most of it.", ["DANDONG", "Dandong"]),
        ("上海和广州的游客来到丹东市，坐船看对岸。丹东的酒店客满。", ["丹东市", "丹东"]),
        ("丹东5月3日电 上海来的货车排起长队。", ["丹东"]),
        ("从广州到集安的列车恢复运行，集安游客增多。", ["集安", "集安"]),
        ("서울의 한 상인은 지난달 단동에서 그를 만났다고 했다. 단동 물가는 올랐다.", ["단동", "단동"]),
        ("부산의 단체는 북한 무산 주민과 통화했다고 전했다.", ["무산"]),
        ("Musan fell silent, a group in London that follows North Korea said.", ["Musan"]),
        ("의주로 향하던 트럭 두 대가 북한 초소 앞에 섰다. 서울의 단체가 전했다.", ["의주"]),
        ("탈북민 김씨는 서울에서 만나 무산 김모 씨의 소식을 전했다.", ["무산"]),
    ],
)  # fmt: skip
def test_places_that_a_report_from_elsewhere_does_speak_of_stay(text, names):
    assert ours(text) == names


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("북한 매체는 의주로2가 공사를 다뤘다.", "의주"),
        ("북한 연구자가 무산 김씨 문중을 찾았다.", "무산"),
        ("북한은 만포선 열차를 늘렸다.", "만포"),
        ("북한을 다룬 영화 ‘혜산 가는 길’이 개봉했다.", "혜산"),
        ("朝鲜代表团参观了长白新村。", "长白"),
        ("朝鲜商人起诉了丹东远洋贸易有限公司。", "丹东"),
        ("North Korea praised the tug Yalu.", "Yalu"),
        ("North Korea marked the Battle of the Yalu.", "Yalu"),
    ],
)
def test_things_named_after_places_are_refused_in_any_report(text, refused):
    assert not [name for name in ours(text) if name.startswith(refused)]
