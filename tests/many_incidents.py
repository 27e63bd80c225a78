"""Incidents by the hundred thousand, made up: towns of very different sizes, areas, some without a place or a date."""

from __future__ import annotations

import numpy as np
import pandas as pd

TYPES = ("crossing", "arrest", "shooting", "smuggling", "repatriation", "flood", "construction", "exercise")
PROVINCES = (("kp.north-hamgyong", "North Hamgyong"), ("kp.ryanggang", "Ryanggang"), ("kp.chagang", "Chagang"))


def many_incidents(number: int, towns: int = 400, seed: int = 7) -> pd.DataFrame:
    """Make a table: most in or near towns, one in fifty in a province, unlocated, or without a date each."""
    draw = np.random.default_rng(seed)
    weight = 1 / np.arange(1, towns + 1)
    town = draw.choice(towns, number, p=weight / weight.sum())
    middles = draw.uniform((40, 124), (43, 131), (towns, 2))
    spots = middles[town] + np.where(draw.random(number)[:, None] < 0.3, draw.normal(0, 0.02, (number, 2)), 0)
    kind = draw.integers(0, 50, number)
    days = np.datetime64("2004-01-01") + (7300 * draw.random(number) ** 0.5).astype(int)
    province = draw.integers(0, len(PROVINCES), number)
    wide, lost = kind == 0, kind == 1
    return pd.DataFrame({
        "latitude": np.where(lost, np.nan, spots[:, 0].round(5)), "longitude": np.where(lost, np.nan, spots[:, 1].round(5)),
        "date_start": np.where(kind == 2, None, days.astype(str).astype(object)),
        "event_type": draw.choice(TYPES, number), "publisher": draw.choice(["A Paper", "B News", ""], number),
        "title": "a made-up incident",
        "precision": np.where(wide, "province", np.where(lost, "unlocated", "settlement")),
        "uncertainty_m": np.where(lost, np.nan, 4000.0),
        "place_id": np.where(wide, np.array([p[0] for p in PROVINCES])[province], ""),
        "admin1": np.where(wide, np.array([p[1] for p in PROVINCES])[province], ""),
    })  # fmt: skip
