"""What the land looks like: border rivers, banks, provinces and counties as geometry.

Everything here is `shapely` on longitude and latitude (EPSG:4326, ``(lon, lat)``); a length says its unit in its
name and is measured on the WGS84 ellipsoid or in a cone made for this border, never in degrees.

====================  ==========================================================================
`datasets`            where ``data/`` is, what it declares, and whether it is still as declared
`geodesy`             lengths, distances, buffers in metres (the only importer of pyproj)
`rivers`              the two border rivers from source to mouth, and the border line
`chainage`            a point to a river position (km, bank, offset) and back
`middles`             the middle of an area and its radius, without loading the area
`areas`               countries, provinces, counties; the strip of an area along the border
====================  ==========================================================================

Import the modules themselves; nothing is re-exported, so that one of them can be had without the others.
"""
