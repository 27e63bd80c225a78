"""Units far from this border, by name: what tells that a report, or a name right behind one of them, is of elsewhere.

The provinces and cities of China but for the northeast, those of Taiwan, the provinces, cities and counties of South Korea,
and the states of the United States. They are evidence only and nothing is placed by them, so a list of names is enough:
the ones that this border has too (南阳, 진안, 大同) are left out. From memory, by the countries' own lists of units.
"""

from __future__ import annotations

import re

ENGLISH = frozenset(
    """
    Anhui Fujian Gansu Guangdong Guangxi Guizhou Hainan Hebei Henan Hubei Hunan Jiangsu Jiangxi Qinghai Shaanxi Shandong
    Shanxi Sichuan Xinjiang Yunnan Zhejiang Chongqing Shanghai Tianjin Guangzhou Shenzhen Wuhan Nanjing Hangzhou Suzhou
    Wuxi Ningbo Chengdu Kunming Changsha Xiamen Fuzhou Nanchang Zhengzhou Jinan Qingdao Macau Taiwan Taipei Kaohsiung
    Taichung Tainan Keelung Hsinchu Pingtung Taoyuan Chiayi Hualien Taitung Yilan Miaoli Changhua Nantou Yunlin Penghu
    Kinmen Pudong Xuhui Yangpu Huangpu Hongkou Gyeonggi Gyeongsang Jeolla Chungcheong Jeju Busan Daegu Incheon Gwangju
    Daejeon Ulsan Sejong Suwon Seongnam Yongin Hwaseong Bucheon Anyang Ansan Goyang Namyangju Pyeongtaek Uijeongbu Paju
    Gimpo Pocheon Chuncheon Wonju Gangneung Sokcho Donghae Samcheok Cheongju Chungju Cheonan Asan Jeonju Gunsan Iksan
    Mokpo Yeosu Pohang Gyeongju Gumi Changwon Jinju Gimhae Geoje Tongyeong Alabama Alaska Arizona Arkansas California
    Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maryland
    Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania
    Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Ontario Quebec Alberta Manitoba Queensland Victoria
    """.split()
)

KOREAN = frozenset(
    """
    가평 강남구 강릉 강원도 강원특별자치도 거제 경기 경기도 경남 경북 경산 경상남도 경상북도 경주 계룡 고령군 고창 고흥 곡성 과천 광명 광양 광주광역시 광주시 괴산 구례 구미 군산 군위 군포 금산 김제
    김천 김포 김해 나주 낙동강 남양주 논산 단양 담양 당진 대구 대전 동두천 동해시 마포구 목포 무주 문경 밀양 보령 보성 보은 봉화 부산 부안 부천 산청 삼척 서귀포 서산 서울 서천 서초구 섬진강 성남
    세종 속초 송파구 수도권 수원 순창 아산 안동시 안산 안성 안양 양구 양산시 양양 양평 여수 여주 연천 영덕 영등포구 영암 영월 영천 예천 오산 옥천 완도 완주 용인 울릉 울산 울진 원주 의령 의정부
    이천시 익산 인제 인천 임실 임진강 장성군 장흥 전남 전라남도 전라북도 전북 전주 정선군 정읍 제주 제주도 제천 종로구 증평 진도 진안군 진주 진천 창녕 창원 천안 청도군 청송 청양 청주 춘천 충남
    충북 충주 충청남도 충청북도 칠곡 태백 태안 통영 파주 평창 평택 포천 포항 한강 한탄강 함안 함양 함평 합천 해남 홍성 홍천 화성시 화순 화천 횡성
    """.split()
)

CHINESE = frozenset(
    """
    三亚 三亞 三明 三門峽 三门峡 上海 上饒 上饶 东莞 东营 临汾 临沂 临沧 丽水 丽江 义乌 乌兰察布 乌海 乌鲁木齐 乐山 九江 云南 云林 云浮 井冈山 井岡山 亳州 伊犁 佛山 保定 保山 信阳 信陽 儋州 元朗
    克拉玛依 克拉瑪依 內江 內蒙古 六安 六盘水 六盤水 兰州 内江 内蒙古 凉山 包头 包頭 北京 北江 十堰 南京 南充 南宁 南寧 南投 南昌 厦门 台东 台中 台北 台南 台州 台東 台湾 台灣 合肥 吐魯番 吐鲁番
    吕梁 吳忠 吴忠 呂梁 周口 呼伦贝尔 呼倫貝爾 呼和浩特 和田 咸宁 咸寧 咸阳 咸陽 哈密 唐山 商丘 商洛 喀什 嘉义 嘉兴 嘉峪关 嘉峪關 嘉義 嘉興 嘉陵江 四川 固原 基隆 天水 天津 太原 太湖 威海 娄底
    婁底 孝感 宁夏 宁德 宁波 安庆 安徽 安慶 宜兰 宜宾 宜昌 宜春 宜蘭 宜賓 宝鸡 宣城 宿州 宿迁 宿遷 寧夏 寧德 寧波 寶雞 屏东 屏東 山东 山東 山西 岳阳 岳陽 岷江 崇左 巴中 巴彥淖爾 巴彦淖尔 常州
    常德 平凉 平涼 平頂山 平顶山 广东 广元 广安 广州 广西 庆阳 廈門 廊坊 廣元 廣安 廣州 廣東 廣西 延安 张家口 张家界 张掖 張家口 張家界 張掖 彰化 徐匯 徐州 徐汇 德宏 德阳 德陽 忻州 怀化 怒江
    恩施 惠州 慶陽 懷化 成都 扬州 承德 拉萨 拉薩 揚州 揭阳 揭陽 攀枝花 新乡 新余 新北 新界 新疆 新竹 新鄉 无锡 日喀则 日喀則 日照 旺角 昆山 昆明 昭通 晉中 晉城 晋中 晋城 普洱 普陀 景德鎮 景德镇
    曲靖 杨浦 杭州 東營 東莞 枣庄 柳州 株洲 桂林 桃园 桃園 梅州 梧州 棗莊 楊浦 楚雄 榆林 樂山 欽州 武夷山 武威 武汉 武漢 毕节 永州 汉中 汕头 汕尾 汕頭 江苏 江蘇 江西 江門 江门 池州 沙田 沧州
    河北 河南 河池 河源 泉州 泰安 泰州 泸州 洛阳 洛陽 洞庭湖 洪泽湖 洪澤湖 济南 济宁 浙江 浦东 浦東 海口 海淀 涼山 淄博 淮北 淮南 淮安 淮河 深圳 清远 清遠 温州 渭南 湖北 湖南 湖州 湘江 湘潭
    湘西 湛江 溫州 滁州 滄州 滨州 漢中 漯河 漳州 潍坊 潮州 澎湖 澳門 澳门 濟南 濟寧 濮阳 濮陽 濰坊 濱州 瀘州 烏海 烏蘭察布 烏魯木齊 烟台 無錫 焦作 煙台 玉林 玉溪 珠江 珠海 甘孜 甘肃 甘肅 畢節
    白銀 白银 百色 益阳 益陽 盐城 眉山 石嘴山 石家庄 石家莊 福州 福建 秦皇岛 秦皇島 紹興 綿陽 绍兴 绵阳 義烏 聊城 肇庆 肇慶 臨汾 臨沂 臨滄 自貢 自贡 臺中 臺北 臺南 臺州 臺東 臺灣 舟山 芜湖 花莲
    花蓮 苏州 苗栗 茂名 荆州 荆门 荊州 荊門 莆田 菏泽 菏澤 萍乡 萍鄉 蕪湖 蘇州 蘭州 虹口 蚌埠 衡水 衡阳 衡陽 衢州 襄阳 襄陽 西双版纳 西宁 西安 西寧 西江 西藏 西雙版納 許昌 许昌 貴州 貴港 貴陽
    賀州 資陽 贛州 贛江 贵州 贵港 贵阳 贺州 资阳 赣州 赣江 赤峰 达州 运城 连云港 迪庆 迪慶 通辽 通遼 連雲港 遂宁 遂寧 運城 達州 遵义 遵義 邢台 邯郸 邯鄲 邵阳 邵陽 郑州 郴州 鄂尔多斯 鄂州
    鄂爾多斯 鄭州 鄱阳湖 鄱陽湖 酒泉 重庆 重慶 金华 金昌 金華 金門 金门 銀川 銅仁 銅川 銅陵 錢塘江 鎮江 钦州 钱塘江 铜仁 铜川 铜陵 银川 镇江 長沙 長治 长沙 长治 閔行 閩江 闵行 闽江 阜阳 阜陽
    防城港 阳江 阳泉 阿克苏 阿克蘇 阿坝 阿壩 陇南 陕西 陝西 陽江 陽泉 随州 隨州 隴南 雅安 雲南 雲林 雲浮 青岛 青島 青海 静安 靜安 韶关 韶關 香港 馬祖 馬鞍山 駐馬店 马祖 马鞍山 驻马店 高雄 鶴壁
    鷹潭 鹤壁 鹰潭 鹽城 麗水 麗江 黃岡 黃河 黃浦 黃石 黄冈 黄河 黄浦 黄石 黔东南 黔南 黔東南 黔西南 龍岩 龙岩
    """.split()
)


def _word(folded: str, word: str) -> bool:
    at = folded.find(word)
    return at >= 0 and not folded[at - 1 : at].isalnum() and not folded[at + len(word) : at + len(word) + 1].isalnum()


def names_far_units(text: str) -> bool:
    """Tell whether a text names a unit far from this border.

    Capitals and their like (Seoul, Beijing) say nothing, since agencies write from there about this border.
    """
    if text.isascii():
        return any(_word(text, word) for word in ENGLISH)
    if "江" in text:
        text = _TOWN_BY_A_RIVER.sub("", text)
    if any(word in text for word in _CHINESE) or any(_begins(text, word) for word in _KOREAN):
        return True
    return any(_word(text, word) for word in ENGLISH)


# 三合镇江堤, 青石镇沿江: the river at a township, and not the city of Zhenjiang.
_TOWN_BY_A_RIVER = re.compile(r"[镇鎮]江(?=[边邊岸堤畔面心段滩灘水对對沿防里裡上中下桥橋风風])")


def _begins(text: str, word: str) -> bool:
    """Tell whether a word of Hangul begins somewhere in a text: 라진도로 does not name 진도."""
    at = text.find(word)
    while at > 0 and "\uac00" <= text[at - 1] <= "\ud7a3":
        at = text.find(word, at + 1)
    return at >= 0


_DESKS = frozenset({"서울", "北京", "수도권", "上海", "香港"})
_CHINESE, _KOREAN = CHINESE - _DESKS, KOREAN - _DESKS
