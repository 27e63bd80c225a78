"""Chinese words that a name straddles: 召|集安|保, 社|会宁|静, 朝|南阳|台 hold no Ji'an, no Hoeryong and no Namyang.

Chinese is written without blanks, and what looks like a name may be the end of one word and the beginning of the next. For
each character that a name begins or ends with, the words that end or begin with it are listed; both sides must be such words,
or one of those after which no name can stand.
"""

from __future__ import annotations

# Characters before a name's first one that make a word with it: 召集, 社会, 面临.
_ENDING: dict[str, str] = {
    "集": "召收聚募征密采筹搜云编诗赶汇徵採籌雲編詩趕匯", "会": "社协大开机聚晚宴学工商议年不才就都将能总国舞展峰博约拜领误体理",
    "會": "社協大開機聚晚宴學工商議年不才就都將能總國舞展峰博約拜領誤體理", "临": "面来光降濒莅亲即", "臨": "面來光降瀕蒞親即",
    "长": "成增部队校市省县镇村局处院班团会家延太更所专擅船州首司厂组站军排连营师", "長": "成增部隊校市省縣鎮村局處院班團會家延太更所專擅船州首司廠組站軍排連營師",
    "南": "朝向越湖河海云西东指坐江淮", "三": "第再周", "安": "公治保西延淮泰", "和": "平缓温总饱柔谐暖附讲緩溫總飽諧講", "通": "交普沟流开贯疏精联畅溝開貫聯暢",
    "图": "地企试意构蓝插绘", "圖": "地企試意構藍插繪", "东": "广山房股华京当关远", "東": "廣山房股華京當關遠", "化": "现文变强工恶绿转深优美消进催简現變強惡綠轉優進簡",
    "龙": "恐接乌", "龍": "恐接烏", "白": "明空表清坦苍蒼", "江": "长松浙黑珠丽镇沿过渡跨長麗鎮過", "新": "创最更重翻刷革维清崭創維嶄", "中": "集空高初当途當",
    "元": "美日欧韩万亿歐韓萬億", "开": "打离公召展避盛", "清": "澄肃查看說说肅", "高": "提最更跳登", "大": "扩巨重伟擴偉", "平": "水公", "天": "今明昨前白夏春秋冬当每整當",
    "金": "资奖基罚租資獎罰",
}  # fmt: skip
# Characters behind a name's last one that make a word with it: 安保, 宁静, 江边.
_BEGINNING: dict[str, str] = {
    "安": "保全排置静慰心装抚顿检防稳定然靜裝撫頓檢穩", "宁": "静愿可波夏死肯", "寧": "靜願可波夏死肯", "阳": "台光历伞性", "陽": "台光曆傘性", "合": "板作格同法理适并资唱伙影适適並資夥",
    "江": "边畔岸面水心堤窗景邊", "白": "色领酒血纸糖菜费領紙費", "井": "然", "水": "平果泥源位库泵庫", "港": "币股幣", "山": "水坡货貨", "城": "乡墙鄉牆", "里": "程", "龙": "头舟", "龍": "頭舟",
    "化": "学工肥验解妆學驗妝", "图": "案像书谋", "圖": "案像書謀", "川": "流", "光": "明", "平": "均等静常", "兴": "奋趣", "興": "奮趣", "新": "闻聞", "东": "西", "東": "西", "源": "头頭", "石": "油",
}  # fmt: skip
# What no name can stand behind, or before, whatever is on its other side.
_NEVER_BEFORE: dict[str, str] = {
    "球场": "足篮网排棒垒地高台羽乒冰橄曲手门", "球場": "足籃網排棒壘地高臺羽乒冰橄曲手門",
    "集安": "召募", "会宁": "社", "會寧": "社", "化城": "现代文强工绿美現強綠", "南阳": "朝向", "南陽": "朝向", "临江": "面濒", "臨江": "面瀕",
    "台上": "阳灶讲舞看窗柜露站擂吧平陽灶講櫃", "臺上": "陽灶講舞看窗櫃露站擂平", "中心": "市际研服育控文活展購购際務务动動", "中和": "其空",
}  # fmt: skip
_NEVER_BEHIND: dict[str, str] = {
    "黄海北": "部岸侧方端海", "黃海北": "部岸側方端海", "黄海南": "部岸侧方端海", "黃海南": "部岸側方端海",
    "集安": "保全排", "会宁": "静愿可", "會寧": "靜願可", "南阳": "台光", "南陽": "台光", "三合": "板土一院", "化城": "市", "临江": "窗景而", "臨江": "窗景而", "长白": "头发", "長白": "頭髮",
    "古城里": "的面", "和龙": "舟", "和龍": "舟", "先锋": "队模岗", "先鋒": "隊模崗", "新兴": "产经力", "新興": "產經力", "罗先": "生", "羅先": "生",
}  # fmt: skip


def straddles_words(text: str, start: int, end: int) -> bool:
    """Tell whether what looks like a Chinese name is cut out of the words about it.

    Parameters
    ----------
    text : str
        Folded text.
    start, end : int
        Span of the name.
    """
    name, before, behind = text[start:end], text[start - 1 : start], text[end : end + 1]
    if (before and before in _NEVER_BEFORE.get(name, "")) or (behind and behind in _NEVER_BEHIND.get(name, "")):
        return True
    if not before or not behind:
        return False
    return before in _ENDING.get(name[0], "") and behind in _BEGINNING.get(name[-1], "")
