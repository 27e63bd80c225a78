"""The gazetteer: places by id and by name, the children of a province. Immutable once loaded."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache, cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from borderatlas.errors import DatasetError, UnknownPlaceError
from borderatlas.gazetteer.names import fold_name
from borderatlas.layers.datasets import data_path
from borderatlas.models import Name, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from borderatlas.gazetteer.lookup import Hit


_UNITS = frozenset({"city", "county"})
_DOTS_OF_A_PART = 3  # cn.liaoning.kuandian.changdian
_NAME_COLUMNS = ("name", "language", "romanisation", "name_type", "needs", "valid_from", "valid_to")
"""Columns of ``names.csv`` in the order of the fields of a `Name`."""


class Gazetteer:
    """Places, known by id, found by any of their names.

    Parameters
    ----------
    places : iterable of Place
        With their names. Ids are unique.

    Examples
    --------
    >>> import borderatlas as ba
    >>> gazetteer = ba.load_gazetteer()
    >>> gazetteer["kp.ryanggang.hyesan"].name
    'Hyesan'
    >>> "kp.ryanggang.hyesan" in gazetteer, "kp.atlantis" in gazetteer
    (True, False)
    >>> bridges = ba.Gazetteer(place for place in gazetteer if place.kind == "bridge")
    >>> 0 < len(bridges) < len(gazetteer)
    True
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self._places: dict[str, Place] = {place.id: place for place in places}
        self._ancestors: dict[str, tuple[str, ...]] = {}
        self._units: dict[str, frozenset[str]] = {}

    def __len__(self) -> int:
        """Count the places."""
        return len(self._places)

    def __iter__(self) -> Iterator[Place]:
        """Go through the places in order of their ids."""
        return iter(self._places.values())

    def __contains__(self, place_id: object) -> bool:
        """Tell whether a place has this id."""
        return place_id in self._places

    def __repr__(self) -> str:
        """Say what it holds."""
        return f"<Gazetteer: {len(self):,} places, {len(self.by_name):,} distinct names>"

    def __getitem__(self, place_id: str) -> Place:
        """Give the place with this id.

        Raises
        ------
        UnknownPlaceError
            When there is none.
        """
        try:
            return self._places[place_id]
        except KeyError:
            msg = f"{place_id}: no place of the gazetteer has this id; `borderatlas lookup NAME` finds ids by name"
            raise UnknownPlaceError(msg) from None

    @cached_property
    def by_name(self) -> Mapping[str, tuple[tuple[str, Name], ...]]:
        """Folded name (`borderatlas.gazetteer.names.fold_name`) → every (place id, name) that has it.

        Examples
        --------
        >>> import borderatlas as ba
        >>> [(place_id, name.language) for place_id, name in ba.load_gazetteer().by_name["혜산"]][:1]
        [('kp.ryanggang.hyesan', 'ko')]
        """
        found: dict[str, list[tuple[str, Name]]] = defaultdict(list)
        for place in self:
            for name in place.names:
                found[fold_name(name.text)].append((place.id, name))
        return {key: tuple(entries) for key, entries in found.items() if key}

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        children: dict[str, list[str]] = defaultdict(list)
        for place in self:
            if place.parent:
                children[place.parent].append(place.id)
        return {parent: tuple(ids) for parent, ids in children.items()}

    def children(self, place_id: str) -> tuple[Place, ...]:
        """Give the places directly inside a place, in order of their ids; empty where none is known.

        Parameters
        ----------
        place_id : str

        Returns
        -------
        tuple of Place

        Examples
        --------
        >>> import borderatlas as ba
        >>> gazetteer = ba.load_gazetteer()
        >>> "Hyesan" in {place.name for place in gazetteer.children("kp.ryanggang")}
        True
        """
        return tuple(self[child] for child in self._children.get(place_id, ()))

    def twins(self, place_id: str) -> tuple[Place, ...]:
        """Give the towns that face a place across the border river, cities and counties first; empty where none does.

        Parameters
        ----------
        place_id : str

        Returns
        -------
        tuple of Place

        Raises
        ------
        UnknownPlaceError
            When no place has the id.

        Examples
        --------
        >>> import borderatlas as ba
        >>> ba.load_gazetteer().twins("kp.ryanggang.hyesan")[0].name
        'Changbai'
        """
        return tuple(self[twin] for twin in self[place_id].twins if twin in self)

    def ancestors(self, place_id: str) -> tuple[str, ...]:
        """Give the ids of the units that contain a place, the nearest first: county, province, country.

        Parameters
        ----------
        place_id : str

        Returns
        -------
        tuple of str

        Raises
        ------
        UnknownPlaceError
            When no place has the id.

        Examples
        --------
        >>> import borderatlas as ba
        >>> ba.load_gazetteer().ancestors("kp.ryanggang.hyesan")
        ('kp.ryanggang', 'kp')
        """
        known = self._ancestors.get(place_id)
        if known is not None:
            return known
        chain: list[str] = []
        parent = self[place_id].parent
        while parent and parent in self and parent not in chain:
            chain.append(parent)
            parent = self[parent].parent
        return self._ancestors.setdefault(place_id, tuple(chain))

    def units_of(self, place_id: str) -> frozenset[str]:
        """Give the ids of the units that contain a place, countries left out: county, prefecture, province.

        Parameters
        ----------
        place_id : str

        Returns
        -------
        frozenset of str

        Raises
        ------
        UnknownPlaceError
            When no place has the id.

        Examples
        --------
        >>> import borderatlas as ba
        >>> ba.load_gazetteer().units_of("kp.ryanggang.hyesan")
        frozenset({'kp.ryanggang'})
        """
        known = self._units.get(place_id)
        if known is None:
            units = frozenset(i for i in self.ancestors(place_id) if self[i].kind != "country")
            known = self._units.setdefault(place_id, units)
        return known

    def contains(self, outer: str, inner: str) -> bool:
        """Tell whether one place is an ancestor of another, or its country where the unit is not known.

        Parameters
        ----------
        outer, inner : str
            Ids of places; an `outer` that no place has contains nothing.

        Returns
        -------
        bool

        Raises
        ------
        UnknownPlaceError
            When no place has the id `inner`.

        Examples
        --------
        >>> import borderatlas as ba
        >>> gazetteer = ba.load_gazetteer()
        >>> gazetteer.contains("kp", "kp.ryanggang.hyesan"), gazetteer.contains("cn", "kp.ryanggang.hyesan")
        (True, False)
        """
        if outer in self.ancestors(inner):
            return True
        place = self._places.get(outer)
        return place is not None and place.kind == "country" and place.country in self[inner].country.split("/")

    def lookup(self, name: str, *, as_of: date | str | None = None) -> list[Hit]:
        """List the places that a name may mean, best first.

        Parameters
        ----------
        name : str
            In any script or romanisation, with or without its type word ("Onsong county", 양강도, 图们江) and the units
            that contain it ("Namyang, Onsong county", 함경북도 무산군).
        as_of : date or str, optional
            A day, as a `date` or in ISO 8601: names that were in use then are preferred to others.

        Returns
        -------
        list of Hit
            ``hits[0].place`` is the likeliest, ``hits[0].reasons`` says why; empty when no place has the name. Names
            are never guessed.

        Raises
        ------
        ValueError
            When `as_of` is no date.

        Examples
        --------
        >>> import borderatlas as ba
        >>> hits = ba.load_gazetteer().lookup("양강도")
        >>> hits[0].place.id, hits[0].place.kind
        ('kp.ryanggang', 'province')
        """
        from borderatlas.gazetteer.lookup import lookup

        return lookup(self, name, as_of=as_of)


def _optional_float(value: str) -> float | None:
    return float(value) if value else None


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_names(path: Path) -> dict[str, list[Name]]:
    """Read the names of each place; without a dict a row, of which there are many thousands."""
    names: dict[str, list[Name]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        columns = itemgetter(*(header.index(column) for column in ("place_id", *_NAME_COLUMNS)))
        for row in reader:
            place_id, *cells = columns(row)
            names[place_id].append(Name(*cells))
    return names


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _place(row: dict[str, str], names: tuple[Name, ...], twins: tuple[str, ...]) -> Place:
    return Place(
        id=row["place_id"],
        name=row["name"],
        kind=row["kind"],
        feature_class=row["feature_class"],
        feature_code=row["feature_code"],
        country=row["country"],
        admin1=row["admin1"],
        parent=row["parent_id"],
        lat=_optional_float(row["latitude"]),
        lon=_optional_float(row["longitude"]),
        location_precision=row["location_precision"],
        uncertainty_m=float(row["uncertainty_m"] or 0),
        population=int(row["population"]) if row["population"] else None,
        river=row["river"] or None,
        river_km=_optional_float(row["river_km"]),
        bank=row["bank"] or None,
        border_km=_optional_float(row["border_km"]),
        ends=_split(row["end_ids"]),
        carries=_split(row["carries"]),
        status=row["status"] or None,
        status_date=row["status_date"] or None,
        twins=twins,
        names=names,
    )


def _twins(pairs: Iterable[tuple[str, str]], rows: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Give each place its twins, cities and counties before lesser places."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
        found[other].append(one)
    return {
        i: tuple(sorted(ids, key=lambda twin: (rows[twin]["kind"] not in _UNITS, twin))) for i, ids in found.items()
    }


def lies_within(place: Place, km: float) -> bool:
    """Tell whether a place lies within so many km of the border line.

    A township or a village of a Chinese border town whose own point nobody knows lies where its town does: in China only
    the border's own towns have parts that the gazetteer lists.
    """
    if place.border_km is not None:
        return place.border_km <= km
    return place.country == "CN" and place.id.count(".") >= _DOTS_OF_A_PART


@cache
def load_gazetteer() -> Gazetteer:
    """Load the gazetteer that ships with the package, once.

    Returns
    -------
    Gazetteer

    Raises
    ------
    DatasetError
        When a file is missing or a row is not as declared.

    Examples
    --------
    >>> import borderatlas as ba
    >>> [hit.place.name for hit in ba.load_gazetteer().lookup("Hoiryong")][:1]
    ['Hoeryong']
    >>> ba.load_gazetteer() is ba.load_gazetteer()
    True
    """
    path = data_path("gazetteer/names.csv")
    try:
        names = _read_names(path)
        path = data_path("gazetteer/twins.csv")
        pairs = [(row["place_id"], row["twin_id"]) for row in _read(path)]
        path = data_path("gazetteer/places.csv")
        rows = {row["place_id"]: row for row in _read(path)}
        twins = _twins(pairs, rows)
        return Gazetteer(_place(row, tuple(names[i]), twins.get(i, ())) for i, row in rows.items())
    except (KeyError, ValueError, IndexError) as error:
        msg = f"{path}: not as declared ({error}); `borderatlas data verify` says which file was changed"
        raise DatasetError(msg) from error
