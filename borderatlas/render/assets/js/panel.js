/* The panel: heading and number, language and colours, search, filters with the legend, layers, what has no place. */
function section(key, open, ...children) {
  return make('details', { class: 'section', open, id: `section-${key}` }, make('summary', null, make('span', { say: key })), ...children);
}

function shownText() {
  const values = { n: number(SELECTION.count), all: number(STORE.total) };
  return say(STORE.total === 1 ? 'shown_one' : 'shown', values);
}

/* Which layers are drawn. */
class LayerSwitches {
  constructor(atlas, changed) {
    this.atlas = atlas;
    this.boxes = Object.keys(atlas.shown).filter((key) => (key === 'tiles' ? BLOCK.tiles : BASE || key === 'footprints')).map((key) => {
      const box = make('input', { type: 'checkbox', onchange: () => { atlas.shown[key] = box.checked; atlas.redraw(); changed(); } });
      box.dataset.layer = key;
      return box;
    });
    this.element = make('div', null, ...this.boxes.map((box) => make('label', { class: 'row' }, box,
      make('span', { say: `layer_${box.dataset.layer}` }))), ...(BLOCK.tiles ? [make('p', { class: 'note', id: 'online' })] : []));
    this.show();
  }

  show() {
    for (const box of this.boxes) box.checked = this.atlas.shown[box.dataset.layer];
  }
}

/* That the page asks somebody for something, and whom: only where tiles were asked for. */
function sayOnline() {
  const hosts = BLOCK.tiles.hosts.map((origin) => new URL(origin).host);
  document.getElementById('online').textContent = say('online', { hosts: withoutBidi(hosts.join(', ')) });
}

/* Buttons of which one is pressed. */
function segments(key, choices, act) {
  const buttons = choices.map(([value, properties]) => make('button', { type: 'button', onclick: () => act(value), ...properties }));
  const show = (value) => buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(choices[i][0] === value)));
  return { element: make('div', { class: 'segments', role: 'group', 'say-name': key }, ...buttons), show };
}

/* The field for searching, how far the search is, and what stops it. */
class SearchField {
  constructor(changed) {
    this.field = make('input', { type: 'search', id: 'search', class: 'field', 'say-name': 'search', autocomplete: 'off', spellcheck: 'false' });
    this.told = make('span', { class: 'told', role: 'status' });
    this.stop = pushButton('stop', () => this.clear(), { class: 'small' });
    this.stop.hidden = true;
    this.element = make('form', { class: 'search', role: 'search' }, this.field, make('p', { class: 'below' }, this.told, this.stop));
    this.element.addEventListener('submit', (event) => { event.preventDefault(); this.start(0); });
    this.field.addEventListener('input', () => this.start(250));
    SEARCH.tell = (news) => { this.tell(news); changed(); };
    this.speak();
  }

  start(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => SEARCH.find(this.field.value), delay);
  }

  clear() {
    this.field.value = '';
    SEARCH.stop();
    this.field.focus();
  }

  show(query) {
    this.field.value = query;
  }

  tell({ done, all, found }) {
    this.stop.hidden = done === undefined || done >= all;
    if (found !== undefined) this.told.textContent = say('found', { n: number(found) });
    else this.told.textContent = done === undefined ? '' : say('searching', { n: number(done), all: number(all) });
    if (!SEARCH.query) this.field.value = '';
  }

  speak() {
    this.field.placeholder = say('search');
  }
}

/* The incidents that no map can show, listed when they are asked for, and again when the filters change. */
class Unlocated {
  constructor() {
    this.heading = make('span');
    this.element = make('details', { class: 'section', id: 'section-unlocated' }, make('summary', null, this.heading));
    this.element.addEventListener('toggle', () => this.fill());
  }

  update() {
    const rows = Array.from(SELECTION.rows()).filter((row) => !STORE.located[row]);
    this.rows = rows.sort((a, b) => FILTERS.days.first[b] - FILTERS.days.first[a] || a - b);
    this.heading.textContent = say('unlocated', { n: number(countIn(rows)) });
    this.element.hidden = STORE.located.every(Boolean);
    this.fill();
  }

  fill() {
    if (this.content) this.content.remove();
    this.content = this.element.open ? make('div', { class: 'list' }, cardList(this.rows).list) : null;
    if (this.content) this.element.append(this.content);
  }
}

/* Every filter that is on, in words, each with a button that takes it off. */
function filterChips() {
  return FILTERS.on().map(({ phrase, remove }) => make('li', { class: 'chip' }, said(phrase),
    make('button', { type: 'button', text: '×', 'aria-label': say('remove', { name: withoutBidi(phrase) }), onclick: remove })));
}

const SCHEMES = ['auto', 'light', 'dark'];

class Panel {
  constructor(atlas) {
    this.atlas = atlas;
    this.changed = () => this.permalink && this.permalink.changed();
    this.facets = FILTERS.facets.filter((facet) => facet.useful).map((facet) => new FacetList(facet));
    this.timeline = new Timeline(FILTERS.days);
    this.drawer = new Drawer(atlas, this.changed);
    this.search = new SearchField(this.changed);
    this.layers = new LayerSwitches(atlas, this.changed);
    this.unlocated = new Unlocated();
    this.languages = segments('language', Object.entries(LANGUAGES).map(([code, text]) => [code, { text, lang: code, 'data-language': code }]), (code) => atlas.speak(code));
    this.scheme = 'auto';
    this.schemes = segments('scheme', SCHEMES.map((key) => [key, { say: `scheme_${key}`, 'data-scheme': key }]), (key) => this.setScheme(key));
    this.build();
    this.listen();
    this.link();
  }

  build() {
    const panel = document.getElementById('panel');
    nameIt(panel, 'panel');
    this.number = make('p', { id: 'number', role: 'status', 'aria-live': 'polite', tabindex: '-1' });
    this.chips = make('ul', { class: 'chips', 'say-name': 'filters_on' });
    this.toggle = make('button', { type: 'button', id: 'toggle', 'aria-expanded': 'true', 'aria-controls': 'contents' });
    this.empty = make('div', { class: 'empty' }, make('p', { role: 'status' }), pushButton('reset', () => this.reset()));
    const heading = BLOCK.title ? make('h1', null, said(BLOCK.title)) : make('h1', { say: 'title' });
    const toMap = pushButton('to_map', () => this.atlas.map.getContainer().focus({ preventScroll: true }), { class: 'skip' });
    panel.append(toMap, make('header', null, make('div', { class: 'grow' }, heading, this.number), this.toggle), this.contents());
    const main = document.getElementById('sheet');
    nameIt(main, 'map');
    main.append(this.empty);
    document.getElementById('credit').before(this.drawer.element, this.timeline.element);
    const tools = make('div', { class: 'tools' }, ...Object.values(this.drawer.buttons), downloadMenu());
    this.timeline.element.firstElementChild.append(tools);
    document.body.append(make('section', { id: 'printed' }));
    this.fold(NARROW.matches);
  }

  contents() {
    const byColumn = (column) => this.facets.filter(({ facet }) => facet.column === column).map(({ element }) => section(column, !this.isLater(column), element));
    this.grouped = GROUPED ? make('p', { class: 'note', id: 'grouped' }) : null;
    const notes = (BLOCK.notes || []).map((note) => make('p', { class: 'note', text: note }));
    return make('div', { id: 'contents' }, make('div', { class: 'switches' }, this.languages.element, this.schemes.element), this.grouped, GROUPED || !STORE.size ? null : this.search.element,
      this.chips, ...FACET_COLUMNS.flatMap(byColumn), section('layers', Boolean(BLOCK.tiles), this.layers.element), this.unlocated.element, ...notes);
  }

  isLater(column) {
    return !SAMPLES[column];
  }

  listen() {
    const { atlas } = this;
    this.toggle.addEventListener('click', () => {
      this.fold(!this.folded);
      if (!this.folded && STACKED.matches) this.drawer.show(null);
    });
    this.drawer.onOpen = () => STACKED.matches && this.fold(true);
    SELECTION.onChange(() => this.update());
    atlas.onHover((row) => this.drawer.mark(row));
    atlas.onSpeak(() => this.speak());
    DARKNESS.addEventListener('change', () => this.recolour());
    window.addEventListener('beforeprint', () => fillPrinted());
    for (const name of ['beforeprint', 'afterprint']) window.addEventListener(name, () => this.recolour());
    this.speak(true);
  }

  link() {
    const { atlas, drawer } = this;
    const { profile } = drawer.parts;
    this.firstLanguage = [atlas.language, ...LANGUAGE_OF.names.filter((code) => code !== atlas.language)];
    this.permalink = new Permalink([
      choicePart('lang', this.firstLanguage, () => LANGUAGE_OF.now, (code) => code !== LANGUAGE_OF.now && atlas.speak(code)),
      choicePart('scheme', SCHEMES, () => this.scheme, (scheme) => scheme !== this.scheme && this.setScheme(scheme)),
      layersPart(atlas, () => { this.layers.show(); atlas.redraw(); }),
      ...FILTERS.facets, FILTERS.days, FILTERS.km, searchPart((query) => this.search.show(query)),
      ...(profile ? [choicePart('river', RIVERS.map(({ river }) => river), () => profile.river, (river) => river !== profile.river && profile.choose(river))] : []),
      choicePart('drawer', ['', ...Object.keys(drawer.parts)], () => drawer.open || '', (key) => drawer.show(key || null)),
      viewPart(atlas.map, atlas.fitted), // last: the drawer has taken its room by then
    ]);
    this.permalink.restore();
    atlas.map.on('moveend', this.permalink.changed);
  }

  update() {
    this.number.textContent = shownText();
    const focused = this.chips.contains(document.activeElement);
    this.chips.replaceChildren(...filterChips());
    if (focused) (this.chips.querySelector('button') || this.number).focus();
    this.chips.hidden = !this.chips.childElementCount;
    this.empty.hidden = SELECTION.count > 0;
    this.empty.firstElementChild.textContent = say(STORE.size ? 'none_match' : 'none_at_all');
    this.empty.lastElementChild.hidden = !STORE.size;
    this.empty.classList.toggle('alone', !STORE.size);
    for (const facet of this.facets) facet.update();
    this.timeline.update();
    this.unlocated.update();
    this.drawer.update();
    this.changed();
  }

  /* Everything in the language of now; lists that have just been made are so already. */
  speak(first = false) {
    document.documentElement.lang = LANGUAGE_OF.now;
    this.languages.show(LANGUAGE_OF.now);
    this.schemes.show(this.scheme);
    sayAgain(document.body);
    this.fold(this.folded);
    this.search.speak();
    if (BLOCK.tiles) sayOnline();
    if (GROUPED) this.grouped.textContent = say('grouped', { n: number(GROUPED.incidents), resolution: GROUPED.resolution, size: roughly(GROUPED.cell_m) });
    this.timeline.slider.show();
    for (const facet of first ? [] : this.facets) facet.fill();
    this.drawer.speak();
    this.update();
  }

  setScheme(scheme) {
    this.scheme = scheme;
    this.schemes.show(scheme);
    if (scheme === 'auto') delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = scheme;
    this.atlas.recolour();
    this.recolour();
    this.changed();
  }

  recolour() {
    this.timeline.paint();
    this.drawer.recolour();
  }

  reset() {
    FILTERS.reset();
    this.search.show('');
    this.number.focus();
  }

  fold(folded) {
    this.folded = folded;
    document.getElementById('panel').classList.toggle('folded', folded);
    this.toggle.setAttribute('aria-expanded', String(!folded));
    sayIn(this.toggle, folded ? 'show' : 'hide');
  }
}

const NARROW = window.matchMedia('(max-width: 640px)');

/* Where panel, drawer and map lie above each other there is room for two of them: opening one closes the other. */
const STACKED = window.matchMedia('(max-width: 640px) and (min-height: 481px)');

const PRINTED_SOURCES = 300;
const PRINTED_REPORTS = 200;

/* What a printed sheet says beside map and legend: the filters in words, and the sources of what is shown. `records`
   where they have been read: then every report is named. */
function fillPrinted(records = null) {
  const filters = FILTERS.on().map(({ phrase }) => make('li', null, said(phrase)));
  const sources = records ? records.map((record) => make('li', null, said(citation(record)))) : publisherLines();
  document.getElementById('printed').replaceChildren(
    make('p', null, shownText()),
    ...(filters.length ? [make('h2', { text: say('filters_on') }), make('ul', null, ...filters)] : []),
    make('h2', { text: say('sources') }), make('ul', { class: 'sources' }, ...sources));
}

function publisherLines() {
  const names = STORE.words.publisher;
  const counts = countCodes(STORE.codes.publisher, names.length, SELECTION.mask);
  const codes = [...names.keys()].filter((code) => counts[code]).sort((a, b) => counts[b] - counts[a] || a - b);
  const lines = codes.slice(0, PRINTED_SOURCES).map((code) => make('li', null, said(names[code] || say('not_given')), ` (${number(counts[code])})`));
  const rest = codes.length - lines.length;
  return rest > 0 ? [...lines, make('li', { text: say('sources_more', { n: number(rest) }) })] : lines;
}

/* Print with every report named where they are few enough. */
async function printPage() {
  const rows = SELECTION.rows();
  const records = rows.length <= PRINTED_REPORTS ? await STORE.records(Array.from(rows)) : null;
  const named = () => fillPrinted(records);
  window.addEventListener('beforeprint', named);
  window.print();
  window.removeEventListener('beforeprint', named);
}
