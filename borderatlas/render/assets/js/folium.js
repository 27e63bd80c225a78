/* What folium's own layers expect of a page and this one does not have: jQuery, of which folium's popups use
   $(markup)[0] and its `keep_in_front` $(document).ready; and Leaflet's marker images beside the style sheet.
   Markup comes only from layers that a caller added; the policy in the head keeps scripts out of it. */
window.$ = (what) => {
  if (what === document) return { ready: (then) => document.addEventListener('DOMContentLoaded', then) };
  const template = document.createElement('template');
  template.innerHTML = String(what).trim();
  return [...template.content.children];
};

delete L.Icon.Default.prototype._getIconUrl;
L.Icon.Default.mergeOptions(MARKER);

/* folium makes the map in a script of its own, after this one and before the data are decoded. */
const mapMade = new Promise((resolve) => {
  L.Map.addInitHook(function seen() {
    if (this.getContainer().classList.contains('folium-map')) resolve(this);
  });
});
