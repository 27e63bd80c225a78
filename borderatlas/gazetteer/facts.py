"""What a rule tells of a place by itself, whatever a report says: asked once a place, not once a mention."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Place

    Rule = Callable[[Place], bool]


def fact(gazetteer: Gazetteer, rule: Rule, place_id: str) -> bool:
    """Tell whether a rule holds of a place."""
    known = _known(gazetteer, rule)
    holds = known.get(place_id)
    if holds is None:
        holds = known[place_id] = rule(gazetteer[place_id])
    return holds


@lru_cache(maxsize=64)
def _known(_gazetteer: Gazetteer, _rule: Rule) -> dict[str, bool]:
    """Give what is known so far of the places of a gazetteer by a rule."""
    return {}
