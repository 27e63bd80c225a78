"""What Chinese reports tell: by the words of papers, customs, courts and weather bureaus, and by how they say where and when."""

from __future__ import annotations

import pytest
from test_drafting_east import told

from borderatlas.gazetteer.mentions import MentionFinder
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.incidents.border_places import holds
from borderatlas.incidents.cues import clearest_of, scores_of
from borderatlas.incidents.standing import is_item, standing_of
from borderatlas.reports.dates import resolve_dates


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一名边防兵换岗后失去踪影，随身带走一把步枪。", "desertion"),
        ("一名邊防兵換崗後失去蹤影，隨身帶走一把步槍。", "desertion"),
        ("守夜人被打成重伤，歹徒扛走五袋土豆。", "shooting"),
        ("背货人在江边被当场击毙。", "shooting"),
        ("她被人以三万元转手给河北一户农家。", "trafficking"),
        ("保卫员挨户搜家，搜出两部手机。", "arrest"),
        ("五人被送进劳动锻炼队三个月。", "arrest"),
        ("户主遭判处五年教化刑。", "arrest"),
        ("市场上的大米每公斤涨到七千元。", "trade"),
        ("前五月过货量同比增长四成。", "trade"),
        ("市场管理所向摊位多收五百元的“卫生费”。", "bribery"),
        ("村里给每户装上了报警器。", "surveillance"),
        ("气象台发布暴雨橙色预警，降水量达百毫米。", "disaster"),
        ("煤矿透水，三名矿工被困。", "disaster"),
        ("旅客行李中查出未申报美元现钞。", "smuggling"),
        ("工兵連夜埋雷。", "military"),
        ("口岸自即日起全面停止旅客進出。", "closure"),
        ("五人已移交朝方。", "repatriation"),
        ("一家三口踏冰過江，抵達對岸。", "crossing"),
        ("郡裡老人餓倒在站前，家家斷炊。", "other"),
    ],
)
def test_kinds_by_the_words_of_chinese_papers(text, kind):
    assert clearest_of(scores_of(text), 2) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一名村民被越境的朝鲜士兵杀害。", "shooting"),
        ("一列货车驶抵口岸，这是边境关闭以来的首次。", "trade"),
        ("停办五年的一日游重新开团。", "trade"),
        ("紧急防疫司令部下令关闭市场。", "closure"),
        ("通讯社的调查显示，米价涨至六千元。", "trade"),
        ("江堤决口，沿江路封闭。", "disaster"),
    ],
)
def test_words_that_say_whose_or_since_when_are_no_cues(text, kind):
    assert clearest_of(scores_of(text), 2) == kind


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("预计20日夜间雨带北移，长白有大雨。", "planned"),
        ("按计划，次日代表团还要出席另一场开工仪式。", "planned"),
        ("新桥主体19日合龙，预计明年通车。", "told"),
        ("按计划，大桥19日已经通车。", "told"),
    ],
)
def test_what_is_to_come_on_the_day_of_the_report(text, standing):
    assert standing_of(text, is_dated=True) == standing


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("本报6月20日讯 今天上午首辆货车过桥。", "2021-06-21", [("2021-06-20", "told")]),
        ("新华社沈阳6月20日电 昨天起暴雨不断。", "2021-06-21", [("2021-06-19", "told")]),
        ("今天上午首辆货车过桥。", "2021-06-21", [("2021-06-21", "told")]),
        ("气象台6月20日发布暴雨预警。", "2021-06-21", [("2021-06-20", "told")]),
        ("海关6月20日发布数据。", "2021-06-21", [("2021-06-20", "reported")]),
        ("该郡6月10日改称三池渊市。", "2021-06-21", [("2021-06-10", "told")]),
    ],
)
def test_the_day_of_a_dateline_and_of_a_warning(text, published, expected):
    last = resolve_dates(text, published, "zh")[-1:]
    assert [(m.date_start, m.role) for m in last] == expected


@pytest.mark.parametrize(
    ("text", "end"), [("前三季度过货量增加。", "2021-09-30"), ("今年前两季度过货量增加。", "2021-06-30")]
)
def test_quarters_together(text, end):
    [mention] = resolve_dates(text, "2021-12-21", "zh")
    assert (mention.date_start, mention.date_end) == ("2021-01-01", end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # what a source tells was where it is, when it names no other place
            "一位家住惠山的商贩说，市场管理所从上周开始向每个摊位多收卫生费，不交就没收货物。",
            [("bribery", "hyesan", "2021-06-14")],
        ),
        (  # but not when it names one
            "惠山消息人士说，6月12日茂山郡江边有三人被抓。",
            [("arrest", "musan", "2021-06-12")],
        ),
        (  # one flood over days and townships, and the finer place of each
            "受台风影响，延边南部6月12日起连降暴雨，图们江涨水。\n\n和龙市崇善镇公路中断。龙井市三合镇江堤14日决口。",
            [("disaster", "chongshan", "2021-06-12")],
        ),
        (  # a flood over the river is another
            "6月12日，丹东市区被淹，转移群众三千人。\n\n对岸的新义州多个村落房屋倒塌。",
            [("disaster", "dandong", "2021-06-12"), ("disaster", "sinuiju", None)],
        ),
        (  # labels of a roundup
            "【矿区】会宁市游仙洞的煤矿6月初透水，三人遇难。\n\n【物价】惠山市的大米6月14日涨至每公斤六千元。",
            [("disaster", "yuson", "2021-06-01"), ("trade", "hyesan", "2021-06-14")],
        ),
        (  # a court's finding of a stretch of months long ago
            "经审理查明：2020年7月至9月间，李某伙同他人在长白县八道沟镇江边，先后三次将轮胎走私出境，交给对岸接货的人。",
            [("smuggling", "badaogou", "2020-07-01")],
        ),
        (  # caught on one day of what had gone on since long
            "2020年9月起，金某雇人在图们市月晴镇江边走私活蟹。\n\n今年6月15日，图们市检察院批准逮捕其中七人。",
            [("smuggling", "yueqing", "2020-09-01"), ("arrest", "tumen", "2021-06-15")],
        ),
        (  # other people, on one day of a longer time
            "慈城郡的工兵队6月初起在山脊埋雷。\n\n12日，两名砍柴的妇女在慈城郡误入雷区，一死一伤。",
            [("military", "jasong", "2021-06-01"), ("disaster", "jasong", "2021-06-12")],
        ),
        (  # a police of one place acts in another
            "清津海关人员6月12日在罗津港搜查一艘货轮，扣下六个货柜。",
            [("arrest", "rajin", "2021-06-12")],
        ),
    ],
)
def test_where_and_when_of_chinese_reports(text, expected):
    assert told(text, "zh") == expected


def test_yanbian_holds_its_counties():
    assert holds("cn.jilin.yanbian", "cn.jilin.helong.chongshan")
    assert not holds("cn.jilin.yanbian", "cn.jilin.changbai")


def test_labels_of_a_roundup_are_items_and_marks_of_an_agency_none():
    assert is_item("【物价】惠山的大米涨了。")
    assert not is_item("【本报讯】惠山的大米涨了。")
    assert not is_item("【圖】惠山的市場。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("慈江道江界市一家工厂起火。", ["慈江道", "江界市"]),
        ("吉林省白山市江源区。", ["吉林省", "白山市"]),
        ("空地有十几个足球场大。", []),
        ("渔船在黄海北部作业。", ["黄海"]),
    ],
)
def test_where_a_unit_ends_the_next_name_begins(text, names):
    found = [mention.text for mention in MentionFinder(load_gazetteer()).find(text)]
    assert [name for name in found if name != "江源区"] == names


def test_the_river_at_a_township_is_no_far_city():
    assert told("6月12日，龙井市三合镇江堤决口。", "zh") == [("disaster", "sanhe", "2021-06-12")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("哨兵朝江中的木排连放数枪。", "shooting"),
        ("媒人带她过江，收了农户两万元彩礼。", "trafficking"),
        ("两名下士丢下岗位钻进山林。", "desertion"),
        ("边检将四名非法居留的朝鲜籍人员押交对方。", "repatriation"),
        ("小船靠帮后连夜卸下十吨冻鱼，没有任何单据。", "smuggling"),
        ("渡船在激流中打横翻扣。", "disaster"),
        ("渔政部门吊销两艘船的执照。", "arrest"),
        ("看守所内一名男子脱逃。", "crossing"),
        ("学生拉肚子，医院输液瓶用光。", "health"),
        ("新派来的是七军团的兵。", "military"),
        ("当局清查中国手机。", "surveillance"),
        ("领导人去世后，丹东多家贸易公司关门。", "trade"),
        ("吉林省长白县的村民收到短信。", "other"),
    ],
)
def test_kinds_by_plainer_words(text, kind):
    assert clearest_of(scores_of(text), 2) == kind


@pytest.mark.parametrize(
    "text",
    ["6月12日，集安市麻线乡一位村民发现一块石碑。", "6月12日，延边队在延吉取胜，球迷两千人到场，图们市设分会场。"],
)
def test_old_stones_and_sports_are_no_incidents(text):
    assert told(text, "zh") == []


def test_the_first_quarters_of_a_year_are_not_long_ago():
    assert standing_of("海关统计，今年前三季度过货量增加。", is_dated=False) == "told"
    assert standing_of("十多年前大桥就已完工。", is_dated=False) == "past"
