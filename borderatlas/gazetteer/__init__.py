"""Which place is meant, and what ground it covers.

A report walks through `mentions` (spans that name a place), `matching` (which place), `roles` (what the place is to
the report) and comes out of `geocoding` as placements. `places` holds the gazetteer, `names` and `typewords` know how
names are written in Latin script, Hangul and Hanzi. Nothing here imports geopandas or folium.
"""
