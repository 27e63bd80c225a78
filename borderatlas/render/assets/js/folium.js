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

/* Names of layers and credits of layers are words too: Leaflet would take them for markup. */
const asText = (words) => {
  const element = document.createElement('span');
  element.textContent = String(words);
  return element.innerHTML;
};
const addLayer = L.Control.Layers.prototype._addLayer;
const addAttribution = L.Control.Attribution.prototype.addAttribution;
const removeAttribution = L.Control.Attribution.prototype.removeAttribution;
L.Control.Layers.include({ _addLayer(layer, name, overlay) { addLayer.call(this, layer, asText(name), overlay); } });
L.Control.Attribution.include({
  addAttribution(words) { return words ? addAttribution.call(this, asText(words)) : this; },
  removeAttribution(words) { return words ? removeAttribution.call(this, asText(words)) : this; },
});

/* folium makes the map in a script of its own, after this one and before the data are decoded. */
const mapMade = new Promise((resolve) => {
  L.Map.addInitHook(function seen() {
    if (this.getContainer().classList.contains('folium-map')) resolve(this);
  });
});
