"""folium's layers, rendered once: what a template wrote is text, and no template again.

branca renders a layer's template and then hands the *result* to `branca.element.Element` as the source of another
template, so that ``{{…}}`` in a layer's name or a popup is Python that runs while a map is written. No layer of folium
needs that second turn. While a page of this project is rendered, results are kept as they are.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any

import branca.element
import folium.features
import folium.map
from branca.element import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK = RLock()
_MODULES = (branca.element, folium.map, folium.features)
"""Where layers find the class that they wrap their results in."""


class Outcome(Element):
    """An element that says what a template came to, to the letter."""

    def __init__(self, template: str | None = None, template_name: str | None = None) -> None:
        super().__init__()
        self._name = template_name or "Outcome"
        self.outcome = template

    def render(self, **kwargs: Any) -> str:
        """Give the text, or for an element that only holds others, theirs."""
        return str(super().render(**kwargs)) if self.outcome is None else self.outcome


@contextmanager
def results_kept() -> Iterator[None]:
    """Keep the results of layers' templates from being compiled again; one thread at a time."""
    with _LOCK:
        for module in _MODULES:
            vars(module)["Element"] = Outcome
        try:
            yield
        finally:
            for module in _MODULES:
                vars(module)["Element"] = Element
