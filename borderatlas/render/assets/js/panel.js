/* The panel: heading and number, legend, layers, the list of incidents (the map's accessible equivalent), credit. */
function section(name, open, ...children) {
  return make('details', { class: 'section', open }, make('summary', { text: name }), ...children);
}

/* A section whose content is made when it is first opened: a list may be long. */
function laterSection(name, content) {
  const details = section(name, false);
  details.querySelector('summary').addEventListener('click', () => details.append(content()), { once: true });
  return details;
}

const LAYER_NAMES = { land: 'Land and water', tributaries: 'Tributaries', provinces: 'Provinces', labels: 'Names', footprints: 'Ground of incidents' };

function layerControl(shown, changed) {
  const rows = Object.entries(LAYER_NAMES).filter(([key]) => BASE || key === 'footprints').map(([key, name]) => {
    const box = make('input', { type: 'checkbox', checked: shown[key], onchange: () => { shown[key] = box.checked; changed(); } });
    box.dataset.layer = key;
    return make('label', { class: 'row' }, box, make('span', { text: name }));
  });
  return make('div', null, ...rows);
}

function languageControl(current, changed) {
  const choice = make('select', { 'aria-label': 'Language of names', onchange: () => changed(choice.value) });
  for (const [code, name] of Object.entries(LANGUAGES)) choice.append(make('option', { value: code, lang: code, text: name, selected: code === current }));
  return make('label', { class: 'row' }, make('span', { class: 'grow', text: 'Names in' }), choice);
}

/* One line of the list: a button that opens the incident's popup; an unlocated one unfolds in its place. */
function listLine(incident, open) {
  const heading = said(incidentName(incident), { class: 'name', lang: incident.language || null });
  const below = make('span', { class: 'below' }, said(when(incident)), incident.place_name ? ' · ' : null, incident.place_name ? said(incident.place_name) : null);
  if (!incident.located) return make('li', null, card(incident, false));
  const button = make('button', { type: 'button', class: 'open' }, typeSample(TYPES.get(incident.event_type), isSolid(incident)), make('span', null, heading, below));
  button.addEventListener('click', () => open(incident, button));
  return make('li', null, button);
}

function byDate(a, b) {
  const [one, two] = [a, b].map(({ date_start: start, date_end: end }) => start || end || '');
  return one < two ? 1 : one > two ? -1 : a.row - b.row;
}

function fold(panel, toggle, folded) {
  panel.classList.toggle('folded', folded);
  toggle.setAttribute('aria-expanded', String(!folded));
  toggle.textContent = folded ? 'Show' : 'Hide';
}

/* Build the panel; `atlas` has shown (layers), incidents in view of the filters, and what to do on a change. */
function buildPanel(atlas) {
  const lines = new Map();
  let visible = new Set(INCIDENTS);
  const sorted = [...INCIDENTS].sort(byDate);
  const located = sorted.filter((incident) => incident.located);
  const unlocated = sorted.filter((incident) => !incident.located);
  const number = make('p', { id: 'number', role: 'status', 'aria-live': 'polite' });
  const empty = make('p', { class: 'empty', text: INCIDENTS.length ? 'No incident is of a type that is ticked.' : 'There are no incidents to show.' });
  const legend = typeLegend(() => atlas.filter(new Set(legend.filters.filter(({ box }) => box.checked).map(({ box }) => box.dataset.type))));
  const line = (incident) => {
    const made = listLine(incident, atlas.openOne);
    made.hidden = !visible.has(incident);
    lines.set(incident, made);
    return made;
  };
  const list = (incidents) => () => make('ol', { class: 'list' }, ...incidents.map(line));
  const toggle = make('button', { type: 'button', id: 'toggle', 'aria-expanded': 'true', 'aria-controls': 'contents', text: 'Hide' });
  const contents = make('div', { id: 'contents' },
    empty,
    section('Incidents by type', true, legend.element),
    section('How precisely the place is known', true, precisionLegend()),
    section('Layers', false, layerControl(atlas.shown, atlas.redraw), BASE ? languageControl('en', atlas.speak) : null),
    unlocated.length ? laterSection(`Without a place on the map (${unlocated.length})`, list(unlocated)) : null,
    located.length ? laterSection(`List of incidents (${located.length})`, list(located)) : null);
  const panel = document.getElementById('panel');
  panel.append(make('header', null, make('div', { class: 'grow' }, BLOCK.title ? make('h1', null, said(BLOCK.title)) : make('h1', { text: 'Incidents on the border' }), number), toggle), contents);
  toggle.addEventListener('click', () => fold(panel, toggle, !panel.classList.contains('folded')));
  fold(panel, toggle, window.matchMedia('(max-width: 640px)').matches);
  return (shown) => {
    visible = new Set(shown);
    for (const [incident, made] of lines) made.hidden = !visible.has(incident);
    number.textContent = `${shown.length} of ${plural(INCIDENTS.length, 'incident', 'incidents')} shown`;
    empty.hidden = shown.length > 0;
  };
}
