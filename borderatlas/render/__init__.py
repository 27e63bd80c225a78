"""How it is shown: one static, self-contained page, a folium map to Python and a small atlas to the reader."""
