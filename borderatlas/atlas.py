"""The notebook's front door: reports in, GeoDataFrames out. Each function joins the rooms and adds nothing of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from borderatlas.errors import ReportError
from borderatlas.gazetteer import geocoding
from borderatlas.gazetteer.footprints import footprint
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers.datasets import data_path
from borderatlas.models import Incident, Placement, Position, Report
from borderatlas.progress import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from geopandas import GeoDataFrame
    from pandas import DataFrame
    from shapely.geometry.base import BaseGeometry

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.layers.boundaries import Boundaries
    from borderatlas.reports.written_dates import DateOrder


def geocode(
    reports: Iterable[Report] | Report | DataFrame,
    *,
    text: str | None = None,
    progress: bool | None = None,
    gazetteer: Gazetteer | None = None,
    boundaries: Boundaries | None = None,
) -> GeoDataFrame:
    """Find the places that reports name.

    Parameters
    ----------
    reports : iterable of Report, one Report, or DataFrame
        As `read_reports` gives them; or a frame of pandas or Dask with one report a row. Of a frame the columns
        ``id``, ``title``, ``publisher``, ``published``, ``url`` and ``language`` are used where they are there;
        without ``id`` a report is known by its index.
    text : str, optional
        The column of a frame that holds the texts; by default the first of ``text``, ``body``, ``content`` …
    progress : bool, optional
        Whether to show how far the work is; by default when there are twenty reports or more and a person watches, in
        a terminal or a notebook.
    gazetteer : Gazetteer, optional
        The places to know, as `gazetteer_with` gives them; by default those that ship with the package.
    boundaries : Boundaries, optional
        A user's own polygons of units, as `read_units` gives them, which then stand for the approximate ones.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, one row a mention, with the columns of ``borderatlas geocode`` and, as geometry, the footprint: a
        river's line, the area of a province or county, the point of a town (its radius is `uncertainty_m`), None for
        what is not located. Of a Dask frame, a Dask frame of such partitions, computed when it is asked for.

    Raises
    ------
    ReportError
        When a frame has no such column, or `text` is given for what is no frame.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> news = pd.DataFrame({"body": ["Guards were seen in Hyesan.", "Trucks crossed from Dandong to Sinuiju."]})
    >>> placed = ba.geocode(news, text="body")
    >>> placed[["report", "name", "country"]].values.tolist()
    [['0', 'Hyesan', 'KP'], ['1', 'Dandong', 'CN'], ['1', 'Sinuiju', 'KP']]
    >>> placed.crs.to_string()
    'EPSG:4326'
    """
    from borderatlas.corpus import frames

    if frames.is_dask(reports):
        return _geocode_dask(reports, text, gazetteer, boundaries)
    found = _given(reports, text)
    geocoder = geocoder_of(gazetteer, boundaries)
    return frames.to_frame(list(geocoding.geocode_all(watched(found, "Geocoding", progress=progress), geocoder)))


def _geocode_dask(
    frame: Any, text: str | None, gazetteer: Gazetteer | None, boundaries: Boundaries | None
) -> GeoDataFrame:
    from borderatlas.corpus import frames

    if gazetteer is not None or boundaries is not None:
        msg = "a Dask frame is geocoded with the places that ship: each worker loads its own; leave gazetteer and boundaries out"
        raise ReportError(msg)
    placed: GeoDataFrame = frames.geocode_dask(frame, text or frames.text_column(frame.columns))
    return placed


def _given(reports: Iterable[Report] | Report | DataFrame, text: str | None) -> list[Report]:
    """Give reports as a list, whatever they came in."""
    if isinstance(reports, Report):
        return [reports]
    if hasattr(reports, "columns"):
        from borderatlas.corpus import frames

        return frames.reports_of(cast("DataFrame", reports), text or frames.text_column(reports.columns))
    if text is not None:
        msg = f"text={text!r} names the column of a DataFrame; these are no frame but {type(reports).__name__}"
        raise ReportError(msg)
    return list(reports)


def geocoder_of(gazetteer: Gazetteer | None = None, boundaries: Boundaries | None = None) -> geocoding.Geocoder:
    """Give the geocoder over a user's own places and areas; without either, the one over what ships, built once."""
    if gazetteer is None and boundaries is None:
        return geocoding.default_geocoder()
    area = boundaries.area if boundaries is not None else None
    return geocoding.Geocoder(load_gazetteer() if gazetteer is None else gazetteer, area=area)


def draft_incidents(
    reports: Iterable[Report] | Report | DataFrame,
    *,
    text: str | None = None,
    progress: bool | None = None,
    gazetteer: Gazetteer | None = None,
    boundaries: Boundaries | None = None,
) -> GeoDataFrame:
    """Draft the incidents that reports tell of: by rule, to be reviewed by people.

    Parameters
    ----------
    reports, text, progress
        As for `geocode`; of frames, those of pandas.
    gazetteer, boundaries : optional
        A user's own places and polygons, as for `geocode`.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, one row an incident, with the fields of `Incident` as columns and its footprint as geometry; None
        for an incident whose place is not known. With `boundaries` a column ``outline`` says of an incident in a
        county whether it is ``given`` by them or ``approximate``.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> news = pd.DataFrame({"body": ["Guards shot at a smuggler near Hyesan on 12 May 2019, a resident said."]})
    >>> ba.draft_incidents(news)[["event_type", "place_name", "review_status"]].values.tolist()
    [['shooting', 'Hyesan', 'machine']]
    """
    from borderatlas.incidents.completing import completed, stand_of, unique_ids
    from borderatlas.incidents.drafting import draft, to_geodataframe

    geocoder, places = geocoder_of(gazetteer, boundaries), gazetteer or load_gazetteer()
    drafts: list[Incident] = []
    grounds: dict[tuple[object, ...], Placement] = {}
    for report in watched(_given(reports, text), "Drafting", progress=progress):
        placements = geocoder.geocode(report)
        grounds |= {stand_of(p.report, p.place_id, p.lat, p.lon): p for p in placements}
        drafts += completed(draft(report, placements), report, placements, places)
    drafts = unique_ids(drafts)
    frame = to_geodataframe(drafts, lambda incident: _ground(incident, grounds))
    if boundaries is not None:
        frame = frame.assign(outline=[_outline(i, boundaries) for i in drafts])
    return _with_fingerprints(frame)


def _with_fingerprints(frame: GeoDataFrame) -> GeoDataFrame:
    """Add to each draft the fingerprint by which a table knows that nobody has touched it."""
    from borderatlas.incidents.fingerprints import HASH, fingerprint
    from borderatlas.incidents.tables import sheet_of_incidents
    from borderatlas.incidents.typed_columns import typed_frame

    rows = sheet_of_incidents(frame).rows
    return frame.assign(**typed_frame({HASH: [fingerprint(row.cells) for row in rows]}))


def _outline(incident: Incident, boundaries: Boundaries) -> str | None:
    """Say whose outline an incident's county has; None for ground of another kind."""
    if incident.precision != "county":
        return None
    return "given" if incident.place_id in boundaries else "approximate"


def _ground(incident: Incident, grounds: Mapping[tuple[object, ...], Placement]) -> BaseGeometry | None:
    from borderatlas.incidents.completing import stand_of
    from borderatlas.incidents.fingerprints import fitted

    placement = grounds.get(stand_of(incident.report, incident.place_id, incident.latitude, incident.longitude))
    return None if placement is None or incident.precision == "unlocated" else fitted(footprint(placement))


def gather_incidents(  # noqa: PLR0913 - each is a keyword that a map needs at some time
    sources: Sequence[str] | None = None,
    *,
    on_problem: Callable[[str], None] | None = None,
    on_note: Callable[[str], None] | None = None,
    track: Callable[[list[Report]], Iterable[Report]] = iter,
    gazetteer: Gazetteer | None = None,
    boundaries: Boundaries | None = None,
    columns: Mapping[str, str] | None = None,
    dates: DateOrder | None = None,
    text_column: str | None = None,
    lean: bool = False,
) -> GeoDataFrame:
    """Gather incidents from reports and incident tables alike.

    Parameters
    ----------
    sources : sequence of str, optional
        Report files, folders of them, folders of partitions that ``draft`` or ``geocode`` has written, tables (of any
        format of `borderatlas.incidents.formats`, this project's own or another's; a ``.csv`` or ``.parquet`` with a
        column of texts and none that places an incident is a corpus of reports); the example reports when there is none.
    on_problem, on_note : callable, optional
        As for `read_reports`: called with one line for what could not be read, and for what is worth knowing.
    track : callable, optional
        Wraps the list of reports while they are geocoded: a progress bar.
    gazetteer, boundaries : optional
        A user's own places and polygons, as for `draft_incidents`; a table's rows that only name a place, or say that
        they are no finer than a county, stand on them too. Given points and footprints are never moved.
    columns : dict of str to str, optional
        Known column → a table's own, for those that are not recognised by themselves.
    dates : {"day-first", "month-first"}, optional
        How to take a table's dates such as 3/4/2019.
    text_column : str, optional
        The column of a corpus of reports that holds their texts, as for `read_reports`.
    lean : bool
        Of a folder of partitions with more rows than a map shows one by one, read only the columns that `render_map`
        needs for its groups: without quotes, titles and origins a million rows take a tenth of the memory.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, one row an incident: drafts first, then the tables' rows, without those that a reviewer rejected.

    Raises
    ------
    ReportError, TableError
        When something cannot be read and `on_problem` is not given, or when there is nothing left to show.

    Examples
    --------
    >>> import borderatlas as ba
    >>> import pandas as pd
    >>> from tempfile import TemporaryDirectory
    >>> mine = pd.DataFrame({"place_name": ["Hyesan"], "event_type": ["smuggling"]})
    >>> with TemporaryDirectory() as folder:
    ...     mine.to_csv(f"{folder}/mine.csv", index=False)
    ...     ba.gather_incidents([f"{folder}/mine.csv"])[["place_name", "country", "precision"]].values.tolist()
    [['Hyesan', 'KP', 'settlement']]
    """
    import pandas as pd

    from borderatlas.incidents.intake import is_table, take_table
    from borderatlas.incidents.name_placing import place_named
    from borderatlas.incidents.partitions import is_partitioned, take_partitions
    from borderatlas.reports.read import read_reports

    def take(source: str) -> GeoDataFrame:
        return take_table(source, chosen=columns, order=dates, on_problem=on_problem, on_note=on_note)

    folders = [s for s in sources or () if is_partitioned(s)]
    tables = folders + [s for s in sources or () if is_table(s) and not _holds_reports(s, text_column)]
    texts = [s for s in sources or () if s not in tables] if sources else [str(data_path("reports"))]
    reports = read_reports(*texts, on_problem=on_problem, on_note=on_note, text_column=text_column) if texts else []
    if not reports and not tables:
        msg = f"{', '.join(texts)}: nothing to show, no report could be read"
        raise ReportError(msg)
    frames = [draft_incidents(track(reports), gazetteer=gazetteer, boundaries=boundaries)] if reports else []
    places = gazetteer or load_gazetteer()
    for table in tables:
        found = take_partitions(table, take, on_note=on_note, **_lean(lean)) if table in folders else take(table)
        frames.append(place_named(_kept(found, table, on_note), places, table, on_note, boundaries=boundaries))
    return pd.concat(frames, ignore_index=True)


def _holds_reports(source: str, text_column: str | None) -> bool:
    """Tell a corpus from an incident table, by the column that the user names, else by what the columns say."""
    from borderatlas.incidents.intake import is_incident_table
    from borderatlas.reports.columns import is_corpus

    if not is_corpus(source, text_column):
        return False
    return text_column is not None or not is_incident_table(source)


def _lean(lean: bool) -> dict[str, Any]:
    """Say what is read of a folder of more rows than a map shows one by one."""
    if not lean:
        return {}
    from borderatlas.incidents import partitions

    return {"only": (*partitions.GROUP_COLUMNS, "review_status"), "many": partitions.MANY_INCIDENTS}


def _kept(table: GeoDataFrame, name: str, on_note: Callable[[str], None] | None) -> GeoDataFrame:
    """Leave out what a reviewer rejected."""
    if "review_status" not in table:
        return table
    rejected = table["review_status"].str.strip().str.lower() == "rejected"
    if rejected.any() and on_note:
        on_note(f"{name}: {rejected.sum():,} of {len(table):,} rows are rejected and left out")
    return table[~rejected].reset_index(drop=True)


def take_incidents(
    table: str, *, restore: bool = False, on_problem: Callable[[str], None] | None = None,
    on_note: Callable[[str], None] | None = None, columns: Mapping[str, str] | None = None,
    dates: DateOrder | None = None, gazetteer: Gazetteer | None = None, boundaries: Boundaries | None = None,
) -> GeoDataFrame:  # fmt: skip
    """Take one incident table of any kind, and place the rows that only name a place.

    Parameters
    ----------
    table : str
        A file of any format of `borderatlas.incidents.formats`, or a folder of partitions.
    restore : bool
        Whether to take off the apostrophes that an export put in front of cells that begin like a formula.
    on_problem, on_note, columns, dates, gazetteer, boundaries : optional
        As for `gather_incidents`.

    Returns
    -------
    GeoDataFrame
        EPSG:4326; given points and footprints as they are.

    Raises
    ------
    TableError
        When it cannot be read, or a value is wrong.
    """
    from borderatlas.incidents.intake import take_table
    from borderatlas.incidents.name_placing import place_named
    from borderatlas.incidents.partitions import is_partitioned, take_partitions

    def take(part: str) -> GeoDataFrame:
        return take_table(part, chosen=columns, order=dates, on_problem=on_problem, on_note=on_note, restore=restore)

    found = take_partitions(table, take) if is_partitioned(table) else take(table)
    places = gazetteer or load_gazetteer()
    return place_named(found, places, table, on_note, widen=False, boundaries=boundaries)


def locate(lat: float, lon: float, *, boundaries: Boundaries | None = None) -> Position:
    """Say what is at a point: country, province, unit, river kilometre and bank.

    Parameters
    ----------
    lat, lon : float
        Degrees, EPSG:4326; latitude first, as people say it.
    boundaries : Boundaries, optional
        A user's own polygons of units, which then stand for the approximate ones.

    Returns
    -------
    Position

    Raises
    ------
    PositionError
        When a coordinate is outside the world, or the two seem to be swapped.

    Examples
    --------
    >>> import borderatlas as ba
    >>> here = ba.locate(41.40, 128.18)
    >>> here.country, here.admin1, here.river.river
    ('KP', 'Ryanggang', 'yalu')
    """
    from borderatlas.layers import areas, chainage
    from borderatlas.layers.geodesy import check_position

    check_position(lon, lat)
    province, county = areas.province_at(lon, lat), (boundaries or areas).county_at(lon, lat)
    return Position(
        lat,
        lon,
        areas.country_at(lon, lat),
        _name(province),
        _name(county),
        chainage.locate_on_river(lon, lat),
        chainage.border_distance_m(lon, lat) / 1000,
    )


def _name(place_id: str | None) -> str | None:
    gazetteer = load_gazetteer()
    return gazetteer[place_id].name if place_id is not None and place_id in gazetteer else None
