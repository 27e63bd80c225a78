/* What is known of the incidents behind a symbol, each with its evidence. */
function fact(key, ...values) {
  const kept = values.filter((value) => value !== null && value !== undefined && value !== '');
  if (!kept.length) return [];
  return [make('dt', { text: say(key) }), make('dd', null, ...kept)];
}

const words = (text, language) => (text ? said(text, { lang: languageTag(language) }) : null);

const isSolidRow = (row) => PRECISIONS.get(coded('precision', row)).solid;

const typeOfRow = (row) => TYPES.get(coded(COLOURED, row));

/* The dates as the report gives them. A table may hold them in any form: they are shown as they stand. */
function reportedDates({ date_start: start, date_end: end }) {
  if (!start && !end) return null;
  return start && end && start !== end ? `${start} – ${end}` : start || end;
}

function precisionWords(row) {
  const key = coded('precision', row);
  if (key === 'cell') return cellWords(row);
  const radius = STORE.uncertainty[row];
  const within = radius > 0 ? `, ${say('within', { n: roughly(radius) })}` : '';
  const index = STORE.footprint[row];
  const { simplified_from: vertices } = (index >= 0 && FOOTPRINTS[index]) || {};
  const simplified = vertices ? ` (${say('simplified', { n: number(vertices) })})` : '';
  return `${knows(`w_${key}`) ? say(`w_${key}`) : precisionName(key)}${within}${simplified}`;
}

/* Of a group: in or about a cell of so many kilometres, and how far off its incidents may be. */
function cellWords(row) {
  const radius = STORE.uncertainty[row];
  return `${say('w_cell', { n: roughly(GROUPED.cell_m) })}${radius > 0 ? `, ${say('each_within', { n: roughly(radius) })}` : ''}`;
}

function riverWords(row) {
  const river = coded('river', row);
  const bank = coded('bank', row);
  if (!river) return null;
  const km = Number.isNaN(STORE.kmFrom[row]) ? null : kmText(STORE.kmFrom[row], STORE.kmTo[row]);
  return [knows(river) ? say(river) : river, km, bank && (knows(`bank_${bank}`) ? say(`bank_${bank}`) : bank)].filter(Boolean).join(', ');
}

/* Candidates are a list in JSON or plain text; both are shown as words. */
function candidateWords(candidates) {
  try {
    const parsed = JSON.parse(candidates);
    if (Array.isArray(parsed)) return parsed.map((one) => (one && typeof one === 'object' ? Object.values(one).join(' ') : String(one))).join('; ');
  } catch (error) {
    return candidates;
  }
  return candidates;
}

function facts(record) {
  const { row } = record;
  const link = record.source_url ? sourceLink(record.source_url) : null;
  const place = record.place_name || record.name_verbatim;
  const written = record.name_verbatim && record.name_verbatim !== record.place_name ? record.name_verbatim : null;
  const timing = record.time_precision && knows(`t_${record.time_precision}`) ? ` (${say(`t_${record.time_precision}`)})` : '';
  return make('dl', null,
    ...fact('as_resolved', words(`${when(row)}${timing}`)),
    ...fact('as_reported', words(reportedDates(record))),
    ...fact('where', words(place), record.admin1 && record.admin1 !== place ? words(` · ${record.admin1}`) : null),
    ...fact('as_written', words(written, record.language)),
    ...fact('how_precise', words(precisionWords(row))),
    ...fact('on_river', words(riverWords(row))),
    ...fact('publisher', words(record.publisher)),
    ...fact('published', words(record.source_date)),
    ...fact('source', link || words(record.source_url)),
    ...fact('identified', record.certainty ? words(codeName('certainty', record.certainty)) : null),
    ...fact('rule', record.rule ? words(ruleText(record.rule)) : null, record.rule ? words(` (${record.rule})`) : null),
    ...fact('candidates', words(record.candidates && candidateWords(record.candidates))),
    ...fact('remarks', words(record.remarks)),
    ...fact('report', words(record.report)),
    ...fact('review', words(record.review_status && codeName('review_status', record.review_status))),
    ...(BLOCK.popup || []).flatMap((column) => fact(column, words(record[column] === null ? null : String(record[column])))));
}

/* A citation in plain text: publisher, title, day of publication, address, the incident's id. */
function citation(record) {
  const title = record.title ? `“${record.title}”` : null;
  const parts = [record.publisher, title, record.source_date, record.source_url, record.id && `[${record.id}]`];
  return withoutBidi(parts.filter(Boolean).join(', '));
}

/* Copy, by the clipboard where the browser grants it, else by a selection. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    const field = make('textarea', { class: 'out-of-sight', 'aria-hidden': 'true' });
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    return copied;
  }
}

function copyButton(record) {
  const button = pushButton('copy', async () => {
    const copied = await copyText(citation(record));
    button.focus();
    sayIn(button, copied ? 'copied' : 'not_copied');
  }, { class: 'copy', 'aria-live': 'polite' });
  return button;
}

function evidence(record) {
  const { row } = record;
  if (GROUPED) return [make('p', { class: 'kind' }, typeSample(typeOfRow(row), isSolidRow(row)), said(typeName(record.event_type), { class: 'grow' })), groupFacts(record)];
  return [
    make('p', { class: 'kind' }, typeSample(typeOfRow(row), isSolidRow(row)), said(codeName('event_type', coded('event_type', row)), { class: 'grow' }), copyButton(record)),
    record.quote ? make('blockquote', { lang: languageTag(record.language), dir: 'auto', text: record.quote }) : null,
    facts(record),
  ].filter(Boolean);
}

/* What a popup says of a group: its number, when, what, in which cell; nothing of what was said or who said it. */
function groupFacts({ row, incidents, publishers }) {
  return make('dl', null,
    ...fact('col_incidents', number(incidents)),
    ...fact('when', words(when(row))),
    ...fact('how_precise', words(precisionWords(row))),
    ...fact('on_river', words(riverWords(row))),
    ...fact('publishers', publishers ? number(publishers) : say('not_given')));
}

const article = (record) => make('article', null, make('h3', null, said(incidentName(record), { lang: languageTag(record.language) })), ...evidence(record));

/* One of several: a line that unfolds. */
function card(record) {
  const { row } = record;
  const details = make('details', { class: 'card' }, make('summary', null, typeSample(typeOfRow(row), isSolidRow(row)),
    said(incidentName(record), { lang: languageTag(record.language) }),
    make('span', { class: 'date' }, said(when(row)), record.place_name ? ' · ' : null, record.place_name ? said(record.place_name) : null)));
  details.addEventListener('toggle', () => details.childElementCount === 1 && details.append(...evidence(record)));
  return details;
}

const CARDS = 50;
/* So many are there at once; the rest of the fifty follow when the reader already sees these. */
const FIRST_CARDS = 6;

/* Cards for many rows: fifty at a time, each read when it is asked for. `ready` when the first ones are there, `whole`
   when all of the first fifty are. */
function cardList(rows) {
  const list = make('div', { class: 'cards' });
  let shown = 0;
  const more = make('button', { type: 'button', class: 'more', onclick: () => add() });
  async function append(count) {
    const next = Array.from(rows.slice(shown, shown + count));
    shown += next.length;
    const cards = (await STORE.records(next)).map(card);
    list.append(...cards);
    return cards;
  }
  async function add(first = append(CARDS)) {
    const focused = document.activeElement === more;
    more.remove();
    const cards = await first;
    if (shown % CARDS) await append(CARDS - shown % CARDS);
    if (shown < rows.length) {
      more.textContent = say('more', { n: number(rows.length - shown) });
      list.append(more);
    }
    if (focused && cards.length) cards[0].querySelector('summary').focus();
  }
  const ready = append(FIRST_CARDS);
  return { list, ready, whole: add(ready) };
}

/* Opens popups, and gives the focus back to what opened them: an element, or a function that finds it. */
class Popups {
  constructor(atlas) {
    this.atlas = atlas;
    this.map = atlas.map;
    this.chosen = [];
    this.turn = 0;
    document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && this.close());
    this.map.on('resize', () => this.resized());
    this.map.on('popupclose', ({ popup }) => popup === this.popup && this.closed());
  }

  get options() {
    const size = this.map.getSize();
    return {
      maxWidth: Math.min(350, size.x - 60), minWidth: Math.min(270, size.x - 60), closeButton: true,
      maxHeight: Math.max(90, Math.min(440, size.y * 0.66, size.y - 70)), autoPanPadding: [12, 12], offset: [0, -6],
    };
  }

  /* The words are read before the popup opens: it is laid out, and the map moved to make room for it, once. */
  async open(rows, latlng, { returnTo = null, zoomIn = null, since = performance.now() } = {}) {
    const turn = this.turn += 1;
    const content = make('div', { class: 'incidents', role: 'dialog', tabindex: '-1', 'aria-label': countOf(countIn(rows)) });
    // A button that takes itself away is in no popup by the time its click gets to the map, which would close this one.
    content.addEventListener('click', (event) => event.stopPropagation());
    const whole = await this.fill(content, rows, zoomIn);
    if (turn !== this.turn) return;
    const popup = L.popup(this.options).setLatLng(latlng || this.map.getCenter()).setContent(content);
    // What unfolds makes it higher: it keeps to the map, and scrolls. (This event does not bubble.)
    content.addEventListener('toggle', () => this.popup === popup && updateKeepingFocus(popup, content), { capture: true });
    this.opening = true;
    popup.openOn(this.map);
    this.opening = false;
    Object.assign(this, { returnTo, popup, chosen: Array.from(rows) });
    nameCloseButton(popup);
    content.focus({ preventScroll: true });
    measureSince(since);
    this.atlas.redrawLater();
    if (whole) whole.then(() => this.popup === popup && updateKeepingFocus(popup, content));
  }

  /* Fill with what is known; of many, with the first ones, and give a promise of the others. */
  async fill(content, rows, zoomIn) {
    if (rows.length === 1) {
      content.append(article(await STORE.record(rows[0])));
      return null;
    }
    content.append(make('p', { class: 'number' }, make('strong', { text: countOf(countIn(rows)) }), zoomIn ? pushButton('zoom_in', zoomIn) : null));
    const { list, ready, whole } = cardList(rows);
    content.append(list);
    await ready;
    return rows.length > FIRST_CARDS ? whole : null;
  }

  /* The map has another size: a drawer was opened or closed, the window made smaller, a phone turned. */
  resized() {
    if (!this.popup) return;
    Object.assign(this.popup.options, this.options);
    updateKeepingFocus(this.popup, this.popup.getContent());
  }

  close() {
    this.turn += 1; // one that is on its way does not come
    if (this.popup) this.map.closePopup(this.popup);
  }

  closed() {
    this.popup = null;
    this.chosen = [];
    this.atlas.redrawLater();
    const returnTo = typeof this.returnTo === 'function' ? this.returnTo() : this.returnTo;
    this.returnTo = null;
    if (this.opening) return;
    if (returnTo && returnTo.isConnected) returnTo.focus();
    else this.map.getContainer().focus({ preventScroll: true });
  }
}

/* Tell the browser's own timeline how long a popup took: from the click to its words, and to the frame that shows them. */
function measureSince(start) {
  performance.measure('borderatlas popup', { start, end: performance.now() });
  requestAnimationFrame(() => setTimeout(() => performance.measure('borderatlas popup seen', { start, end: performance.now() })));
}

/* Leaflet takes the content out and puts it back when it measures it: the focus would be lost, and how far it is scrolled. After it has once moved
   the map to make room it would also leave out the next time. */
function updateKeepingFocus(popup, content) {
  const focused = content.contains(document.activeElement) ? document.activeElement : null;
  const scrolled = content.parentNode ? content.parentNode.scrollTop : 0;
  popup._autopanning = false;
  popup.update();
  if (content.parentNode) content.parentNode.scrollTop = scrolled;
  if (focused) focused.focus({ preventScroll: true });
}

function nameCloseButton(popup) {
  const button = popup.getElement() && popup.getElement().querySelector('.leaflet-popup-close-button');
  if (button) button.setAttribute('aria-label', say('close'));
}
