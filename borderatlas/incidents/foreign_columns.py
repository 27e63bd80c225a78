"""How other people's tables call the columns: the schemes of the field, and plain words in several languages, as data.

The columns of ACLED and of UCDP GED are those of their codebooks (from memory, `SCHEME_BASIS`). A scheme is told by
columns that no other table has together.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from borderatlas.incidents.columns import COLUMN_TABLE, column_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SCHEME_BASIS = "memory"

LAT_LON = "lat_lon"
"""A column that holds both coordinates, latitude first ("41.40, 128.18"); it becomes two."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of event data.

    Attributes
    ----------
    name : str
        What people call it, with its article.
    signatures : tuple of frozenset of str
        Columns that tell it, all of one of the sets, in lower case.
    columns : dict of str to str
        Its column, in lower case → column of the incident table.
    """

    name: str
    signatures: tuple[frozenset[str], ...]
    columns: Mapping[str, str]


ACLED = Scheme(
    "an ACLED export",
    (frozenset({"event_id_cnty"}), frozenset({"event_date", "event_type", "sub_event_type"})),
    MappingProxyType({
        "event_id_cnty": "id", "data_id": "id", "event_date": "date_start", "time_precision": "time_precision",
        "event_type": "acled_event_type", "sub_event_type": "sub_event_type", "country": "country", "admin1": "admin1",
        "admin2": "admin2", "location": "place_name", "latitude": "latitude", "longitude": "longitude",
        "geo_precision": "geo_precision", "source": "publisher", "notes": "quote",
    }),
)  # fmt: skip
UCDP = Scheme(
    "a UCDP GED export",
    (frozenset({"type_of_violence", "date_start"}), frozenset({"where_coordinates", "where_prec"})),
    MappingProxyType({
        "id": "id", "date_start": "date_start", "date_end": "date_end", "date_prec": "date_prec", "country": "country",
        "adm_1": "admin1", "adm_2": "admin2", "where_coordinates": "place_name", "latitude": "latitude",
        "longitude": "longitude", "where_prec": "where_prec", "source_headline": "source_title", "source_date": "source_date",
        "source_office": "publisher", "source_article": "source_title", "geom_wkt": "geometry",
    }),
)  # fmt: skip
SCHEMES = (ACLED, UCDP)

_WORDS: dict[str, str] = {
    "id": "id|event id|incident id|record id|번호|사건 번호|编号|序号|編號|事件编号|nr|lfd nr",
    "place_name": "place|place name|placename|location|location name|locality|town|city|village|settlement|site|toponym|"
    "where|장소|지명|발생 장소|발생지|사건 장소|위치|지점|地点|地點|地名|地方|发生地点|發生地點|事发地点|事件地点|位置|城市|"
    "ort|ortsname|ortschaft|lieu|lugar|место|населенный пункт|場所",
    "date_start": "date|day|when|event date|incident date|start|start date|date start|from|begin|begin date|"
    "date of incident|date of event|occurred|날짜|일자|일시|발생일|발생일자|발생 일시|발생 날짜|사건 일시|사건일|사건 일자|시작일|日期|时间|時間|"
    "事发日期|事發日期|发生日期|發生日期|事件日期|发生时间|事发时间|案发时间|开始日期|datum|beginn|fecha|дата|日付|発生日",
    "date_end": "end|end date|date end|to|until|종료일|끝난 날|结束日期|結束日期|终止日期|ende|date fin|fecha fin",
    "date_reported": "published|publication date|date published|pub date|report date|reported|date reported|보도일|보도 날짜|"
    "게재일|발행일|发布日期|發布日期|报道日期|報道日期|veröffentlicht",
    "latitude": "lat|latitude|y|lat dd|decimal latitude|위도|纬度|緯度|breite|breitengrad|широта",
    "longitude": "lon|lng|long|longitude|x|lon dd|decimal longitude|경도|经度|經度|länge|längengrad|долгота",
    LAT_LON: "coordinates|coords|lat lon|latlon|lat lng|latlng|lat long|latitude longitude|좌표|坐标|座標|경위도|"
    "koordinaten|координаты",
    "country": "country|country name|nation|국가|나라|国家|國家|国别|land|pays|país|страна|国",
    "admin1": "admin1|adm1|adm 1|province|state|region|도|시도|시·도|광역|省|省份|provinz|провинция|道",
    "admin2": "admin2|adm2|adm 2|county|district|시군|시군구|시·군|군|县|縣|市县|市縣|kreis|landkreis|уезд",
    "title": "title|headline|incident|event|name|summary|제목|사건|사건명|标题|標題|题目|事件|事件名称|titel|überschrift|заголовок",
    "event_type": "type|category|kind|event type|incident type|유형|분류|종류|사건 유형|类型|類型|类别|類別|事件类型|"
    "art|kategorie|typ|тип",
    "quote": "notes|note|description|details|what happened|what|account|quote|text|내용|설명|비고|개요|본문|内容|內容|描述|备注|備註|摘要|说明|"
    "beschreibung|notiz|bemerkung|описание",
    "publisher": "source|publisher|media|outlet|newspaper|출처|언론사|매체|신문|来源|來源|媒体|媒體|出处|quelle|medium|источник",
    "source_url": "url|link|source url|web|website|링크|주소|출처 url|链接|鏈接|連結|网址|網址|ссылка",
    "source_title": "source title|article title|article|기사 제목|기사|文章|文章标题|报道标题",
    "source_date": "source date|article date|기사 날짜|文章日期",
    "uncertainty_m": "uncertainty|radius m|coordinate uncertainty|coordinate uncertainty in meters|오차|误差|不确定度",
}

_TITLE_LINES = 10
_PARTS = re.compile(r"[\s_\-./:]+")
_BRACKETS = re.compile(r"[(（\[].*?[)）\]]")


def plain_header(written: str) -> str:
    """Give a header as words are compared: NFKC, lower case, without brackets, parts joined by one blank."""
    text = unicodedata.normalize("NFKC", written).casefold().strip("\ufeff \t")
    return _PARTS.sub(" ", _BRACKETS.sub("", text)).strip() or text


WORDS: Mapping[str, str] = MappingProxyType({
    plain_header(word): name for name, words in _WORDS.items() for word in words.split("|")
})  # fmt: skip
"""A header's plain form → the column that it means. Every word means one column."""

_CLOSED = {word.replace(" ", ""): name for word, name in WORDS.items()}


def meaning_of(header: str) -> str | None:
    """Give the column that a header means, with its parts written together too ("StartDate", 발생장소); None for none."""
    plain = plain_header(header)
    return WORDS.get(plain) or _CLOSED.get(plain.replace(" ", ""))


_DATE_WORDS = re.compile(
    r"date|day of|날짜|일자|일시|발생일|보도일|게재일|발행일|시작일|종료일|日期|日付|datum|fecha|дата"
)


def is_date_word(header: str) -> bool:
    """Tell whether a header says that its column holds dates, as "event date" does and "from" does not."""
    return _DATE_WORDS.search(plain_header(header)) is not None


def names_columns(cells: Iterable[object]) -> bool:
    """Tell whether a row of cells looks like a header: two of its words or more are names of columns."""
    return (
        sum(meaning_of(str(cell)) is not None or column_name(str(cell)) in COLUMN_TABLE for cell in cells if cell) > 1
    )


def header_below(header: Sequence[object], rows: Iterable[tuple[int, Sequence[object]]]) -> int | None:
    """Give the line in which the names of the columns seem to stand, below a title or a remark; None for none.

    Parameters
    ----------
    header : sequence
        Cells of the first row.
    rows : iterable of (int, sequence)
        Line and cells of what follows.
    """
    if names_columns(header):
        return None
    return next((line for line, cells in islice(rows, _TITLE_LINES) if names_columns(cells)), None)


PLACING = frozenset({"place_name", "place_id", "latitude", "longitude", LAT_LON, "geometry"})
"""Columns of which a table needs one."""


def scheme_of(names: Iterable[str]) -> Scheme | None:
    """Give the scheme whose signature the columns of a table bear; None for none."""
    there = {name.strip("\ufeff ").lower() for name in names}
    return next((scheme for scheme in SCHEMES if any(found <= there for found in scheme.signatures)), None)
