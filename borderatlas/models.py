"""The records that walk through the house. Frozen, without I/O, imported by every room.

Coordinates are degrees on WGS84 (EPSG:4326), ``(lon, lat)`` where they stand in a pair. Lengths say their unit in
their name. A *mention* is a span of a report that names a place; a *placement* is that mention with the place that
is meant and the ground it covers; an *incident* is what a report says happened there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Country = str
"""ISO 3166-1 alpha-2, upper case; two of them joined by ``/`` for what lies on the border (``CN/KP``)."""

Bank = Literal["CN", "KP", "RU"]
"""The country on whose side of a border river a point lies."""

Precision = Literal[
    "exact", "settlement", "river_reach", "county", "border_strip", "province", "river", "country", "unlocated"
]
"""How fine the ground is that an expression covers, from a bridge to nothing at all."""

Role = Literal["incident", "source", "dateline", "photo", "destination", "background"]
"""What a place is to the report that names it."""

Certainty = Literal["certain", "less-certain", "uncertain"]
"""How sure the identification is (Linked Places vocabulary); it says nothing about the geometry."""

Relation = Literal[
    "near", "bank_of", "across_from", "downstream", "upstream", "between", "reaches", "border_area",
    "along_border", "offset", "crossing", "within",
]  # fmt: skip
"""How an expression relates the ground it means to the place it names; none for the place itself."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a report's text that is prose: the title (which may stand in front matter) or the body.

    Attributes
    ----------
    kind : {"title", "body"}
    start, end : int
        Character offsets into `Report.text`.
    """

    kind: Literal["title", "body"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    r"""The text an incident was read from, with publisher, date and address.

    Attributes
    ----------
    id : str
        The file's stem, or the ``id`` of a JSON-lines record.
    text : str
        The whole text as read, line ends untouched, front matter included: every offset refers to it. For a
        web page, the text that was extracted.
    sections : tuple of Section
        What of the text is prose, in order. Only these stretches are searched for places.
    published : str or None
        Date of publication, ISO 8601 (``2010-06-08``, ``2010-06`` or ``2010``).
    language : str or None
        BCP 47 (``en``, ``ko``, ``zh``): declared by the report, or guessed from its script.
    path : str or None
        Where it was read from, as given by the user.
    encoding : str
        How the file was decoded.

    Examples
    --------
    >>> from pathlib import Path
    >>> import borderatlas as ba
    >>> _ = Path("hyesan.txt").write_text("Guards in Hyesan\n\nA guard was seen in Hyesan.", encoding="utf-8")
    >>> (report,) = ba.read_reports("hyesan.txt")
    >>> report.id, report.title, report.language
    ('hyesan', 'Guards in Hyesan', 'en')
    >>> [report.text[section.start : section.end] for section in report.sections] == [report.text]
    True
    """

    id: str
    text: str
    sections: tuple[Section, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    path: str | None = None
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class RiverPosition:
    """A place on a border river, by linear reference.

    Attributes
    ----------
    river : str
        ``yalu`` or ``tumen``.
    km : float
        River kilometre along the border river line, from the **source** (0) to the mouth: it grows downstream.
    bank : {"CN", "KP", "RU"}
        The side on which the point lies.
    offset_m : float
        Geodesic distance from the line, metres.

    Examples
    --------
    >>> import borderatlas as ba
    >>> position = ba.locate(41.40, 128.18).river
    >>> position.river, position.bank
    ('yalu', 'KP')
    >>> print(ba.RiverPosition("yalu", 612.4, "KP", 850.0))
    Yalu km 612.4, KP bank, 850 m from the line
    """

    river: str
    km: float
    bank: Bank
    offset_m: float

    def __str__(self) -> str:
        """Give a form that can be pasted into a memo."""
        return f"{self.river.title()} km {self.km:.1f}, {self.bank} bank, {self.offset_m:,.0f} m from the line"


@dataclass(frozen=True, slots=True)
class Position:
    """What is at a point of the ground: country, province, county-level unit, and where it lies on a border river.

    Attributes
    ----------
    lat, lon : float
        Degrees, EPSG:4326.
    country : str or None
        ISO 3166-1 alpha-2, right to the line of the river; None outside the layers.
    admin1, unit : str or None
        Names of the province and of the county-level unit; the latter is approximate.
    river : RiverPosition or None
        None far from both rivers.
    border_km : float
        Distance from the border line, km.

    Examples
    --------
    >>> import borderatlas as ba
    >>> here = ba.locate(39.02, 125.75)
    >>> here.country, here.admin1, here.river
    ('KP', 'Pyongyang', None)
    """

    lat: float
    lon: float
    country: str | None
    admin1: str | None
    unit: str | None
    river: RiverPosition | None
    border_km: float

    def __str__(self) -> str:
        """Give a form that can be pasted into a memo."""
        parts = [
            f"country {self.country}" if self.country else "outside the layers",
            f"province {self.admin1}" if self.admin1 else "",
            f"unit {self.unit} (approximate)" if self.unit else "",
            str(self.river) if self.river else "",
            f"{self.border_km:.1f} km from the border",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a place: an attested or generated form, with its language and romanisation.

    Attributes
    ----------
    text : str
        The form itself.
    language : str
        BCP 47 tag of the language whose name it is (``ko-KP``, ``ko-KR``, ``zh``, ``en``, ``und``).
    romanisation : str
        ``dprk``, ``mr``, ``rr``, ``pinyin`` … or empty for a name in its own script or a plain English one.
    name_type : str
        ``preferred``, ``variant``, ``former`` or ``misspelling``.
    needs : str
        What the text must give before this name may stand for the place: empty (nothing), ``type`` (a type word
        such as "county" or 군), ``parent`` (its unit or its province is named in the report too) or ``context``
        (some other place of the border, or of the DPRK, is named).
    """

    text: str
    language: str
    romanisation: str = ""
    name_type: str = "variant"
    needs: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer, known by its id and never by its name.

    Attributes
    ----------
    id : str
        Dotted, stable: ``kp.ryanggang.hyesan``, ``river.yalu``, ``cn.jilin``.
    kind : str
        ``country, province, prefecture, county, city, district, settlement, river, tributary, lake, reservoir,
        island, mountain, bridge, crossing, dam, site, region``.
    country : str
        ISO 3166-1 alpha-2, or ``CN/KP`` for what lies on the border; empty for a region of several.
    admin1 : str
        Name of the province, empty where there is none.
    parent : str
        Id of the unit that contains it, empty at the top.
    lat, lon : float or None
        Representative point, degrees (EPSG:4326): the seat of a county, a point on a river. None when unknown.
    uncertainty_m : float
        Radius in metres about the representative point that contains the place.
    location_precision : str
        How the point is known: ``surveyed`` (from a named data set), ``approximate`` (from memory or by hand),
        ``inherited`` (the parent's point), ``none``.
    river, river_km, bank, border_km
        Position on the border river for places near it; `border_km` is the distance from the border line.
    ends : tuple of str
        Ids of the places that a bridge or a crossing joins.
    carries : tuple of str
        What a bridge or a crossing carries: ``rail``, ``road``, ``foot``, ``pipeline``; empty where it is not known.
    status, status_date : str or None
        ``in-use``, ``disused``, ``destroyed`` or ``unopened``, and since or on which day that is known (ISO 8601).
    twins : tuple of str
        Ids of the towns that face this one across the border river, cities and counties first.
    names : tuple of Name
        Every name of the place, in the order of the gazetteer.

    Examples
    --------
    >>> import borderatlas as ba
    >>> hyesan = ba.load_gazetteer()["kp.ryanggang.hyesan"]
    >>> hyesan.name, hyesan.kind, hyesan.country, hyesan.river, hyesan.bank
    ('Hyesan', 'city', 'KP', 'yalu', 'KP')
    >>> {"혜산", "惠山"} <= {name.text for name in hyesan.names}
    True
    """

    id: str
    name: str
    kind: str
    feature_class: str
    feature_code: str
    country: Country
    admin1: str
    parent: str
    lat: float | None
    lon: float | None
    location_precision: str
    uncertainty_m: float
    population: int | None = None
    river: str | None = None
    river_km: float | None = None
    bank: str | None = None
    border_km: float | None = None
    ends: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    status: str | None = None
    status_date: str | None = None
    twins: tuple[str, ...] = ()
    names: tuple[Name, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a report's text that may name a place.

    Attributes
    ----------
    start, end : int
        Character offsets into the report's text; the span takes in a type word ("Onsong county").
    text : str
        The span as written.
    name : str
        The name in the span, without type word or particle, as written.
    type_kinds : tuple of str
        Kinds of place that the type word allows; empty when there is none.
    candidates : tuple of (str, Name)
        Place id and the name by which it was found, for every place that has this name.
    kinds : frozenset of str
        Kinds of the candidates.
    is_locative : bool
        True where the words behind a name can only follow a place: 무산 인근, not 무산되다.
    is_settled : bool
        True for the name of one place that needs nothing else, and for a mention without candidates: no other words
        of the report change what it means, except those right beside it.
    """

    start: int
    end: int
    text: str
    name: str
    type_kinds: tuple[str, ...] = ()
    candidates: tuple[tuple[str, Name], ...] = ()
    kinds: frozenset[str] = frozenset()
    is_settled: bool = True
    is_locative: bool = False


@dataclass(frozen=True, slots=True)
class Relative:
    """What the words around a place say of the ground they mean: "30 km downstream of", "the banks of … near".

    Attributes
    ----------
    relation : Relation
    other : str or None
        Id of the second place: the far end of "between A and B", the town that a bank is near, the crossing.
    distance_m : float or None
        The distance that is said, metres.
    bearing_deg : float or None
        The direction that is said, degrees clockwise from north.
    part : str or None
        ``upper``, ``middle`` or ``lower`` of a river's reaches.
    """

    relation: Relation
    other: str | None = None
    distance_m: float | None = None
    bearing_deg: float | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """A mention with the place that is meant and the ground it covers: one line of ``borderatlas geocode``.

    The attributes are the keys of the contract, in its order, and what the reasoning needs: `rule` (id of the rule
    that decided), `refused` (ids of the candidates that were not chosen), `anchors` (ids of the places that a
    relative expression leans on), `relative` (what the words around it say, in full). `place_id` is None for a name
    that is recognised as a place but not resolved. `start` and `end` are character offsets into the report's text;
    `lat` and `lon` are the representative point of the footprint, degrees (EPSG:4326).

    Examples
    --------
    >>> import borderatlas as ba
    >>> from borderatlas.gazetteer.geocoding import geocode
    >>> from borderatlas.reports.read import read_texts
    >>> (report,) = read_texts([("a", "Trucks waited across the river from Hyesan.")])
    >>> (placement,) = geocode(report)
    >>> isinstance(placement, ba.Placement), report.text[placement.start : placement.end]
    (True, 'Hyesan')
    >>> placement.relation, placement.precision, placement.country, placement.anchors
    ('across_from', 'river_reach', 'CN', ('cn.jilin.changbai',))
    """

    report: str
    start: int
    end: int
    text: str
    place_id: str | None
    name: str
    kind: str
    country: Country | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    uncertainty_m: float | None
    role: Role
    relation: Relation | None
    river: str | None
    river_km: float | None
    bank: str | None
    border_km: float | None
    certainty: Certainty
    rule: str
    refused: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    relative: Relative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What a report says happened, where and when, and how sure that is. One row of the incident table.

    Each attribute is a column of that name, in this order; what each means, its unit, its words and the standard it
    follows stand in one table, `borderatlas.incidents.columns.COLUMN_TABLE`. Those without a default are what drafting
    decides; those with one are added from the gazetteer and the report (`borderatlas.incidents.completing`), by a
    reviewer, or by nobody. Lists are text, parted by semicolons. Dates are ISO 8601; `latitude` and `longitude` are
    degrees (EPSG:4326), names that end in ``_m`` metres, in ``_km`` river kilometres from the source.

    Examples
    --------
    >>> import borderatlas as ba
    >>> from borderatlas.gazetteer.geocoding import geocode
    >>> from borderatlas.incidents.drafting import draft
    >>> from borderatlas.reports.read import read_texts
    >>> (report,) = read_texts([("a", "Guards shot at a smuggler near Hyesan on 12 May 2019.")])
    >>> (incident,) = draft(report, geocode(report))
    >>> isinstance(incident, ba.Incident), incident.event_type, incident.date_start, incident.place_id
    (True, 'shooting', '2019-05-12', 'kp.ryanggang.hyesan')
    """

    id: str
    report: str
    title: str | None
    date_start: str | None
    date_end: str | None
    time_precision: str
    date_prec: int | None = None
    date_reported: str | None = None
    event_type: str
    acled_event_type: str | None = None
    sub_event_type: str | None = None
    plover_type: str | None = None
    plover_mode: str | None = None
    location_role: str | None = None
    place_id: str | None
    place_name: str | None
    place_name_local: str | None = None
    name_verbatim: str | None
    feature_class: str | None = None
    feature_code: str | None = None
    latitude: float | None
    longitude: float | None
    country: Country | None
    admin1: str | None
    admin2: str | None = None
    precision: Precision
    uncertainty_m: float | None
    geo_precision: int | None
    where_prec: int | None
    relation: str | None
    anchor_ids: str | None = None
    distance_m: float | None = None
    bearing: float | None = None
    river: str | None
    river_km_from: float | None
    river_km_to: float | None
    bank: str | None
    border_distance_m: float | None = None
    other_place_ids: str
    source_place_ids: str
    source_place_names: str | None = None
    quote: str
    quote_start: int
    quote_end: int
    source_title: str | None = None
    publisher: str | None
    source_date: str | None
    source_url: str | None
    language: str | None
    certainty: Certainty
    candidates: str | None = None
    rule: str
    provenance: str | None = None
    review_status: str
    reviewer: str | None = None
    reviewed_at: str | None = None
    draft_hash: str | None = None
