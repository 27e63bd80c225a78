"""Put news reports from the China–North Korea border on a map, and say how sure you are.

    >>> import borderatlas as ba
    >>> reports = ba.read_reports("data/reports")
    >>> placed = ba.geocode(reports)
    >>> incidents = ba.draft_incidents(reports)
    >>> ba.render_map(incidents).save("atlas.html").name
    'atlas.html'

Every name here is loaded when it is first used, so that ``import borderatlas`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from borderatlas.atlas import draft_incidents as draft_incidents
    from borderatlas.atlas import gather_incidents as gather_incidents
    from borderatlas.atlas import geocode as geocode
    from borderatlas.atlas import locate as locate
    from borderatlas.errors import BorderAtlasError as BorderAtlasError
    from borderatlas.gazetteer.dumps import gazetteer_with as gazetteer_with
    from borderatlas.gazetteer.places import Gazetteer as Gazetteer
    from borderatlas.gazetteer.places import load_gazetteer as load_gazetteer
    from borderatlas.gazetteer.units import read_units as read_units
    from borderatlas.incidents.masking import publishable as publishable
    from borderatlas.incidents.merging import merge_incidents as merge_incidents
    from borderatlas.incidents.tables import read_incidents as read_incidents
    from borderatlas.incidents.tables import write_incidents as write_incidents
    from borderatlas.models import Incident as Incident
    from borderatlas.models import Place as Place
    from borderatlas.models import Placement as Placement
    from borderatlas.models import Report as Report
    from borderatlas.models import RiverPosition as RiverPosition
    from borderatlas.render.atlas_map import render_map as render_map
    from borderatlas.render.figure import figure as figure
    from borderatlas.reports.read import read_reports as read_reports

__version__ = "0.1.0"

_HOMES = {
    "BorderAtlasError": "errors",
    "Gazetteer": "gazetteer.places",
    "Incident": "models",
    "Place": "models",
    "Placement": "models",
    "Report": "models",
    "RiverPosition": "models",
    "draft_incidents": "atlas",
    "figure": "render.figure",
    "gather_incidents": "atlas",
    "gazetteer_with": "gazetteer.dumps",
    "geocode": "atlas",
    "load_gazetteer": "gazetteer.places",
    "locate": "atlas",
    "publishable": "incidents.masking",
    "merge_incidents": "incidents.merging",
    "read_incidents": "incidents.tables",
    "read_reports": "reports.read",
    "read_units": "gazetteer.units",
    "render_map": "render.atlas_map",
    "write_incidents": "incidents.tables",
}

__all__ = [
    "BorderAtlasError",
    "Gazetteer",
    "Incident",
    "Place",
    "Placement",
    "Report",
    "RiverPosition",
    "draft_incidents",
    "figure",
    "gather_incidents",
    "gazetteer_with",
    "geocode",
    "load_gazetteer",
    "locate",
    "merge_incidents",
    "publishable",
    "read_incidents",
    "read_reports",
    "read_units",
    "render_map",
    "write_incidents",
]

RENAMED: dict[str, str] = {}
"""Public names that were → what they are called now. An old name goes on working, with a DeprecationWarning, for at
least one minor release after the one that renamed it; then its row goes."""


def __getattr__(name: str) -> Any:
    """Load a public name from its home; one that was renamed, with a warning, by its new name."""
    if name in RENAMED:
        from warnings import warn

        warn(f"borderatlas.{name} is now called {RENAMED[name]}", DeprecationWarning, stacklevel=2)
        name = RENAMED[name]
    if name not in _HOMES:
        msg = f"module 'borderatlas' has no attribute {name!r}; there are {', '.join(__all__)}"
        raise AttributeError(msg)
    return getattr(import_module(f"borderatlas.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
