"""What a named place is to the report: where it happened, where the source is, the dateline, a caption, background.

The rules read the words around a mention, inside its sentence, and where in the report it stands. A source's place is the
one that must never be missed: a dot there is wrong, and a risk to the source. Who speaks is read in `attribution`, what is
scenery in `backdrop`; datelines and captions here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer.attribution import ONCE_BEFORE, is_an_institution, is_source
from borderatlas.gazetteer.backdrop import Standing, is_background, is_destination
from borderatlas.gazetteer.cues import AnyOf, Cued
from borderatlas.gazetteer.places import lies_within

if TYPE_CHECKING:
    from borderatlas.gazetteer.context import Surroundings
    from borderatlas.models import Place, Role

_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"
_AGENCY = r"(?:KYODO|Kyodo|Reuters|REUTERS|AP|AFP|UPI|Yonhap|Xinhua|TASS|Tass|EFE|dpa|KCNA|PTI|ANI|VOA|RFA)"
_DATELINE = Cued(
    rf"^(?:, [A-Z][\w.' ]{{1,30}}?)?(?:, ?{_DATE}|,? \d{{4}}\. ?\d{{1,2}}\. ?\d{{1,2}}\.?)?"
    rf"(?:,? {_AGENCY}|,? ?\((?:[A-Z][\w./ -]{{1,30}})\))? ?(?:--|[-—–=:]|/)(?!\w[a-z])|"
    rf"^(?:, [A-Z][\w.' ]{{1,30}}?)?, {_DATE}\) ?(?:--|[-—–])"
)
_DATELINE_BARE = Cued(rf"^(?: \((?:[A-Z][\w./ -]{{1,30}})\)|, {_DATE} |\] ?[A-Z])")
# "DANDONG/" before LONDON, "(훈춘·" before 투먼: the second place of a dateline opens its paragraph too.
_FIRST_OF_TWO = Cued(r"^\W{0,3}(?:[A-Z][A-Z' -]{2,24}(?:/| and )|[\uac00-\ud7a3]{2,6}[·/∙,] ?)$")
_DATELINE_ZH_BEFORE = Cued(
    r"(?:社|报|報|网|網|电|電|讯|訊)$|[(（【][^)）】]{0,24}(?:记者|記者|通讯员|编译|編譯)[^)）】]{0,8}$|(?:综合|綜合)$|^\W{0,2}【$"
)
_DATELINE_ZH = re.compile(
    r"^(?:[\d一二三四五六七八九十]{1,3}月)?[\d一二三四五六七八九十]{1,3}日[^。，]{0,6}(?:电|電|讯|訊|消息|报道|報導)|^[(（][^)）]{1,20}[)）]|"
    r"^(?:电|電|讯|訊|报道|報導|報道|综合|綜合)"
)
_BYLINE = Cued(r"^\W{0,3}(?:By|Written by) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3},? in $")
_REPORTED_FROM = Cued(
    r"^(?:에서\s*(?:보도|전해(?! ?온|진|져)|전합|취재|[가-힣]{2,4}\s*(?:기자|특파원))|報導|报道|綜合|综合|專電|专电)"
)
_DATELINE_KO = Cued(r"^ ?(?:\d{1,2}월 ?\d{1,2}일 ?발|=|·[^=]{1,20}=|\]|】|연합뉴스|뉴시스)")

# What makes a dateline; captions, which are paragraphs, are below.
_DATELINES = AnyOf(globals(), but=(ONCE_BEFORE, _DATELINE_ZH_BEFORE, _DATELINE_ZH))

_CREDIT = (
    r"yonhap(?: news)?|reuters(?:/[\w ]+)?|a[fp]p?|getty(?: images)?|rodong sinmun|kcna|daily nk|xinhua|asiapress|epa|kyodo|rfa|"
    r"newsis|wikimedia(?: commons)?|google earth|maxar|planet labs|airbus[\w ]*|handout|file"
)
_CAPTION = re.compile(
    r"\.(?:jpe?g|png|gif)(?!\w)|(?<=[.!?] )(?:Taken|Photographed|Pictured) (?:from|in|at|on)(?!\w)|"
    r"^\W{0,3}(?:file\s+[-–—]|file (?:photo|image|picture)|(?:photo|image|picture|caption|pictured)s?\s*[:：|/]|(?:photo|image) (?:by|courtesy)|"
    r"(?:this|the|an?|in this) (?:undated |file |combination |combo |handout )?(?:photo|photograph|picture|image)s? (?:taken|released|provided|dated|shows?|from|by)(?!\w)|"
    r"fig(?:ure|\.) ?\d+[.:])|"
    r"(?:photo|image|picture)(?: courtesy)?(?: by|:|/| credit)|\((?:ap |afp |file )?photo(?!\w)|"
    r"(?<!\w)in (?:an?|this) (?:undated |file |handout )?(?:photo|photograph|picture)(?: taken| released| provided|[.,)])|"
    rf"[.)]\s+\(?(?:photo: ?|© ?)?(?:{_CREDIT})\)?\W*$|(?<!\w)(?:is|are) (?:seen|pictured)(?!\w)|"
    r"(?<!\w)seen (?:from|across|in)(?!\w)[^.]*\d{4}\W*$|"
    r"^\W{0,3}(?:사진|자료사진|图为|圖為|图片|圖片|资料图|資料圖|资料照片|資料照片|图\s?[:：/\d]|圖\s?[:：/\d])|사진\s?[=:/]|자료\s?사진|제공\s?사진|/\s?[가-힣A-Za-z ]{2,12} 제공\W*$|"
    r"^▲|[(（][^)）]{0,14}(?:摄|攝|资料图片|資料圖片|资料照片|資料照片|供图|供圖)[)）]",
    re.IGNORECASE,
)
_CAPTION_SCENE = re.compile(r"^[^.]{10,160}(?:,| on| in) (?:on |in )?[A-Z][a-z]{2,8}\.?(?: \d{1,2},)? \d{4}\.?\s*$")
_PRESENT = re.compile(
    r"(?<!\w)(?:walks?|stands?|looks?|patrols?|rides?|works?|waits?|sits?|seen|passes|cross|crosses|pass|unloads?|is|are)(?!\w)"
)
_BORDER_KM = 100.0
_AWAY_KM = 400.0
_NO_HOMES = frozenset({"river", "tributary", "lake", "reservoir"})  # nobody lives in the Tumen
_BORDER_PROVINCES = frozenset({"cn.liaoning", "cn.jilin", "cn.jilin.yanbian"})
_SPACES = re.compile(r"[ \t]+")
_NOWHERE = Standing()


def role_of(around: Surroundings, place: Place | None, standing: Standing = _NOWHERE) -> Role:  # noqa: PLR0911 - one return a rule
    """Say what a place is to its report.

    Parameters
    ----------
    around : Surroundings
        The words around the mention.
    place : Place or None
        The place that is meant; None for one that is not in the gazetteer.
    standing : Standing
        Where in the report it stands.

    Returns
    -------
    Role
    """
    if "  " in around.after or "\t" in around.after:
        around = replace(around, after=_SPACES.sub(" ", around.after))
    if _is_dateline(around):
        return "dateline"
    if _is_caption(around.paragraph):
        return "photo"
    if standing.is_aside:
        return "background"
    if (place is None or place.kind not in _NO_HOMES) and is_source(
        around.before, around.after, around.cues, around.told
    ):
        elsewhere = place is not None and _is_far_away(place) and is_an_institution(around.before, around.after)
        return "background" if elsewhere else "source"
    if is_destination(around):
        return "destination"
    if (place is not None and not _is_of_the_border(place)) or ONCE_BEFORE.search(around.before, around.cues):
        return "background"
    return "background" if is_background(around, place, standing) else "incident"


def _is_of_the_border(place: Place) -> bool:
    """Tell whether an incident of this border can be there: in the DPRK or near the line, and finer than a country."""
    if place.kind in {"country", "region"} or place.id == "kp.pyongyang":
        return False
    if lies_within(place, _BORDER_KM):
        return True
    return "KP" in place.country or (place.country == "CN" and place.id in _BORDER_PROVINCES)


def _is_far_away(place: Place) -> bool:
    """Tell whether nobody speaks there of what he saw on this border: Seoul, Washington, Beijing."""
    return "KP" not in place.country and not lies_within(place, _AWAY_KM)


def _is_dateline(around: Surroundings) -> bool:
    beside = around.beside  # the words behind a dateline may be another sentence's
    if not (beside & _DATELINES.bits or around.cues & _DATELINE_ZH_BEFORE.bit):
        return False
    if _DATELINE_ZH_BEFORE.search(around.before, around.cues) and _DATELINE_ZH.match(around.rest):
        return True
    if _BYLINE.match(around.before, beside) or _REPORTED_FROM.match(around.rest, beside):
        return True
    if not around.opens and not _FIRST_OF_TWO.match(around.before, beside):
        return False
    if _DATELINE_KO.match(around.rest, beside):
        return True
    return bool(_DATELINE.match(around.rest, beside) or _DATELINE_BARE.match(around.rest, beside))


@lru_cache(maxsize=64)  # paragraphs are of any length, and mentions of one follow each other
def _is_caption(paragraph: str) -> bool:
    """Tell whether a paragraph is a caption; asked once a mention, worked out once a paragraph."""
    scene = _CAPTION_SCENE.match(paragraph)
    return bool(_CAPTION.search(paragraph)) or bool(scene and _PRESENT.search(paragraph))
