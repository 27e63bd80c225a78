"""Traditional characters as simplified ones, so that the words of relative expressions are written once.

Only the characters that such words have: names keep the spelling of the text.
"""

from __future__ import annotations

import re

_FOLD = str.maketrans(
    "對邊縣鎮鄉區橋鐵鴨綠圖們側間與處約離鄰緊著遙線帶斷東兩韓鮮國長過開條連際濱灘護欄門關號碼頭車閘庫電發壩頂腳轄內彎島餘順溯遠圍牆陸羅從當臨貫聯結雙幾壤瀕隔萬億於",
    "对边县镇乡区桥铁鸭绿图们侧间与处约离邻紧着遥线带断东两韩鲜国长过开条连际滨滩护栏门关号码头车闸库电发坝顶脚辖内弯岛余顺溯远围墙陆罗从当临贯联结双几壤濒隔万亿于",
)
_TRADITIONAL = re.compile("[" + "".join(map(chr, _FOLD)) + "]")


def simplified(text: str) -> str:
    """Write the words of relative expressions in simplified characters; no character moves."""
    return text.translate(_FOLD) if _TRADITIONAL.search(text) else text
