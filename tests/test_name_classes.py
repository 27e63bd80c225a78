"""Classes of wording about names: what a page, a byline, a disease, a club or a verb makes of them, in three languages."""

from __future__ import annotations

import pytest

from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section


def placed(text):
    return geocode(Report("r", text, (Section("body", 0, len(text)),)))


def places(text):
    return {p.text: p.place_id for p in placed(text)}


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        # a byline ends with its line, two blanks end a name, a paragraph ends whatever stood before
        ("By Nam Se-ho\n\nHYESAN, North Korea (Wire) -- Trucks queued.", "HYESAN", "kp.ryanggang.hyesan"),
        ("By a staff writer in Yanji    Posted: 2018/03/02", "Yanji", "cn.jilin.yanji"),
        ("Cracks appear in the new wall by Musan\n\nWater seeped into the shafts in June.", "Musan", "kp.north-hamgyong.musan"),
        ('"Where to?" the clerk asked. "Write China."', "China", "cn"),
        ("Home  About Kuandian  Services  Travel in Dandong", "Kuandian", "cn.liaoning.kuandian"),
        ("•북한사회 — 혜산에서 쌀값 급등", "북한", "kp"),
        ("심양의 한 북한 식당이 문을 닫았다.", "북한", "kp"),
        ("단둥에서는 온성보다도 물건이 싸다고 했다.", "온성", "kp.north-hamgyong.onsong"),
        ("회령곡산공장 노동자들은 석 달째 쉬고 있다.", "회령", "kp.north-hamgyong.hoeryong"),
        ("함경북도 경성(鏡城) 사람들이 줄을 섰다.", "경성", "kp.north-hamgyong.kyongsong"),
        ("저장(浙江)성에서 온 상인이 단둥에 머물렀다.", "저장", "cn.zhejiang"),
        ("보천과 혜산 사이, 삼수 방면 도로에 초소가 섰다.", "삼수", "kp.ryanggang.samsu"),
        ("신도군 당이 배를 세웠다. 신도에서는 갈대를 벤다.", "신도", "kp.north-pyongan.sindo"),
        ("회령시 유선 탄광에서 막장이 무너졌다.", "유선", "kp.north-hamgyong.hoeryong.yuson"),
        ("혜산시 위연2동에 검열조가 들어왔다.", "위연2동", "kp.ryanggang.hyesan.wiyon"),
        ("축구 리그 경기에서 감독과 선수들은 훈춘과 왕청에서 온 관중에게 인사했다. 득점 없이 비겼다.", "훈춘", "cn.jilin.hunchun"),
        ("鸭绿江龙岩浦附近有三艘渔船。", "龙岩浦", "kp.north-pyongan.ryongchon.ryongampo"),
        ("吉林省延吉市：延吉街頭多了查證件的警察。", "延吉", "cn.jilin.yanji"),
        ("临江市大湖街道的居民已经撤离。", "大湖街道", "cn.jilin.linjiang.dahu"),
        ("和龙市南坪镇五星村的村道被冲断。", "五星村", "cn.jilin.helong.nanping"),
    ],
)  # fmt: skip
def test_the_name_is_a_place(text, name, place):
    assert places(text).get(name) == place


@pytest.mark.parametrize(
    "text",
    [
        "Published by Jilin Online, 12 September",
        "Guo scored late as Yanbian Hengda held Beijing Tielong to a draw before spectators in heavy rain",
        "为阻断武汉肺炎，口岸关闭。",
        "受非洲猪瘟影响，冻品走私抬头。",
        "아프리카돼지열병이 농가를 덮쳤다.",
        "우한 폐렴으로 학교가 닫혔다.",
        "그는 장을 보고 돌아오지 않았다.",
        "모내기에 나선 여성들이 논두렁에 앉았다.",
        "단속에 나선 보안원이 길을 막았다.",
        "길을 나선 지 이틀 만이었다.",
        "安图生物股份今日在上交所挂牌。",
        "村民南阳根告诉记者，水来得太快。",
        "朝鲜平安北道说，场地有三个足球场大。",
    ],
)
def test_the_name_is_no_place(text):
    wanted = {"country", "province"}
    assert [p.text for p in placed(text) if p.kind not in wanted] == []


@pytest.mark.parametrize("word", ["배터리", "들머리", "먹거리", "병력이동", "갤러리", "밀수활동"])
def test_a_word_that_ends_as_villages_do_is_none(word):
    assert word not in places(f"지린시 {word} 이야기가 나왔다.")


@pytest.mark.parametrize("word", ["各村", "两个村", "沿边村", "贫困村"])
def test_a_word_for_some_villages_is_none(word):
    assert word not in places(f"龙井市{word}都装上了路灯。")


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Camp 22, near Hoeryong, was emptied.", "Camp 22", "kp.north-hamgyong.hoeryong.haengyong"),
        ("여성들은 전거리 교화소로 보내졌다.", "전거리 교화소", "kp.north-hamgyong.hoeryong.jongori"),
        ("Patrols reached Hyesanjin on the Yalu in November 1950.", "Hyesanjin", "kp.ryanggang.hyesan"),
        ("Refugees crossed into the Yenpien region of Kirin Province.", "Yenpien region", "cn.jilin.yanbian"),
        ("훈춘의 창링쯔 통상구에 트럭이 늘어섰다.", "창링쯔 통상구", "cn.jilin.hunchun.hunchun-port"),
        ("자강도 만포의 벌등도에 철조망이 섰다.", "벌등도", "kp.chagang.manpo.poldung-island"),
        ("豆滿江里的民居从防川就能看见。", "豆滿江里", "kp.rason.sonbong.tumangang"),
    ],
)
def test_old_names_and_small_places_are_known(text, name, place):
    found = places(text)
    assert found.get(name, found.get(name.split(" region")[0])) == place


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("Lynx were filmed deep inside Changbai County.", "Changbai County", "within"),
        ("Storms cut the power in the western part of Ryanggang Province.", "Ryanggang Province", "within"),
        ("They mended the Musan section of the border fence.", "Musan", "border_area"),
        ("He came from Yanji, 900 kilometers northeast of Dandong.", "Dandong", None),
        ("회령에서 강줄기를 거슬러 4km쯤 올라가면 초소가 있다.", "회령", "upstream"),
        ("압록강의 위원과 초산 사이 강안도로가 끊겼다.", "초산", "between"),
        ("临江至集安的水域夜里有船。", "临江", "between"),
        ("他登上绸缎岛的堤坝。", "绸缎岛", None),
    ],
)
def test_the_relation_is_read(text, name, relation):
    assert [p.relation for p in placed(text) if p.text == name] == [relation]
