/* What is known of the incidents behind a symbol, each with its evidence. */
function fact(name, ...values) {
  const kept = values.filter((value) => value !== null && value !== undefined && value !== '');
  if (!kept.length) return [];
  return [make('dt', { text: name }), make('dd', null, ...kept)];
}

const words = (text, language) => (text ? said(text, { lang: language }) : null);

function facts(incident) {
  const link = incident.source_url ? sourceLink(incident.source_url) : null;
  const place = incident.place_name || incident.name_verbatim;
  return make('dl', null,
    ...fact('When', words(when(incident))),
    ...fact('Where', words(place), place ? make('br') : null, whereabouts(incident)),
    ...fact('Identified', incident.certainty ? words(`${spell(incident.certainty)}${incident.rule ? ` (rule: ${incident.rule})` : ''}`) : null),
    ...fact('Publisher', words(incident.publisher)),
    ...fact('Published', words(incident.source_date)),
    ...fact('Source', link || words(incident.source_url)),
    ...fact('Report', words(incident.report)),
    ...fact('Review', words(incident.review_status && spell(incident.review_status))));
}

function evidence(incident) {
  const type = TYPES.get(incident.event_type);
  const language = incident.language || null;
  return [
    make('p', { class: 'kind' }, typeSample(type, isSolid(incident)), said(typeName(incident.event_type))),
    incident.quote ? make('blockquote', { lang: language, dir: 'auto', text: incident.quote }) : null,
    facts(incident),
  ];
}

const typeSample = (type, solid) => sample(18, 18, (g, w, h, ink) => drawSymbol(g, w / 2, h / 2, 6, type, solid, ink));

function card(incident, open) {
  const heading = said(incidentName(incident), { lang: incident.language || null });
  if (open) return make('article', null, make('h3', null, heading), ...evidence(incident));
  const details = make('details', { class: 'card' }, make('summary', null, typeSample(TYPES.get(incident.event_type), isSolid(incident)), heading,
    make('span', { class: 'date' }, said(when(incident)), incident.place_name ? ' · ' : null, incident.place_name ? said(incident.place_name) : null)));
  details.addEventListener('toggle', () => details.childElementCount === 1 && details.append(...evidence(incident).filter(Boolean)), { once: true });
  return details;
}

function popupContent(incidents, zoomIn) {
  const several = incidents.length > 1;
  const content = make('div', { class: 'incidents', role: 'dialog', tabindex: '-1', 'aria-label': plural(incidents.length, 'incident', 'incidents') });
  if (several) {
    content.append(make('p', { class: 'number' }, make('strong', { text: plural(incidents.length, 'incident', 'incidents') }),
      zoomIn ? make('button', { type: 'button', text: 'zoom in', onclick: zoomIn }) : null));
  }
  content.append(...incidents.map((incident) => card(incident, incidents.length <= 1)));
  return content;
}

/* Opens popups, and gives the focus back to what opened them. */
class Popups {
  constructor(map, changed) {
    this.map = map;
    this.changed = changed;
    this.chosen = [];
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
    map.on('popupclose', ({ popup }) => popup === this.popup && this.closed());
  }

  open(incidents, latlng, { returnTo = null, zoomIn = null } = {}) {
    const size = this.map.getSize();
    this.returnTo = returnTo;
    const popup = L.popup({
      maxWidth: Math.min(340, size.x - 60), minWidth: Math.min(250, size.x - 60),
      maxHeight: Math.max(120, Math.min(430, size.y - 90)), autoPanPadding: [12, 12], offset: [0, -6],
    });
    popup.setLatLng(latlng).setContent(popupContent(incidents, zoomIn));
    popup.openOn(this.map);
    this.popup = popup;
    this.chosen = incidents;
    this.changed();
    popup.getContent().focus({ preventScroll: true });
  }

  close() {
    if (this.popup) this.map.closePopup(this.popup);
  }

  closed() {
    this.popup = null;
    this.chosen = [];
    this.changed();
    if (this.returnTo && this.returnTo.isConnected) this.returnTo.focus();
    else this.map.getContainer().focus({ preventScroll: true });
    this.returnTo = null;
  }
}
