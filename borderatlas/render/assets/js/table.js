/* The table of what is shown: it is also the map for those who do not see it. A page of rows at a time; sorted by any
   column; a row's button opens its popup. */
const TABLE_ROWS = 50;


/* Rank of the words of a coded column in the language of now; what is not stated last. */
function wordRanks(column) {
  const words = STORE.words[column];
  const order = [...words.keys()].sort((a, b) => (words[a] === '') - (words[b] === '') || codeName(column, words[a]).localeCompare(codeName(column, words[b]), LANGUAGE_OF.now));
  const ranks = new Float64Array(words.length);
  order.forEach((code, rank) => { ranks[code] = words[code] === '' ? NaN : rank; });
  return (row) => ranks[STORE.codes[column][row]];
}

const precisionRank = () => {
  const order = new Map([...PRECISIONS.keys()].map((key, i) => [key, i]));
  return (row) => order.get(coded('precision', row));
};

const riverRank = () => (row) => STORE.codes.river[row] * 1e5 + STORE.kmFrom[row];

/* Ranks by a text: every chunk is read once, the words are let go again. */
async function textRanks(name) {
  const keys = new Array(STORE.size);
  await STORE.eachChunk((first, records) => {
    records.forEach((record, i) => { keys[first + i] = folded(record[name] || ''); });
    return true;
  });
  const order = [...keys.keys()].sort((a, b) => (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b));
  const ranks = new Float64Array(STORE.size);
  order.forEach((row, place) => {
    const same = place && keys[order[place - 1]] === keys[row];
    ranks[row] = !keys[row] ? NaN : same ? ranks[order[place - 1]] : place;
  });
  return (row) => ranks[row];
}

const dayRank = () => (row) => (FILTERS.days.first[row] === NO_DATE ? NaN : FILTERS.days.first[row]);

const ALL_COLUMNS = [
  { key: 'date', rank: dayRank, fill: ({ row }) => datesCell(row) },
  { key: 'title', rank: () => (GROUPED ? wordRanks('event_type') : textRanks('title')) },
  { key: 'incidents', rank: () => (row) => STORE.weight[row], fill: ({ incidents }) => number(incidents) },
  { key: 'type', rank: () => wordRanks('event_type'), fill: ({ row }) => make('span', { class: 'kind' }, typeSample(typeOfRow(row), isSolidRow(row)), said(codeName('event_type', coded('event_type', row)))) },
  { key: 'place', rank: () => textRanks('place_name'), fill: ({ place_name: name, name_verbatim: written }) => said(name || written || '') },
  { key: 'precision', rank: precisionRank, fill: ({ row }) => precisionShort(coded('precision', row)) },
  { key: 'km', rank: riverRank, fill: ({ row }) => riverWord(row) },
  { key: 'publisher', rank: () => wordRanks('publisher'), fill: ({ publisher }) => said(publisher || '') },
];

/* Of groups nothing is known of titles, places and publishers; one by one, each is 1. */
const TABLE_COLUMNS = ALL_COLUMNS.filter(({ key }) => (GROUPED ? !['place', 'publisher', 'type'].includes(key) : key !== 'incidents'));

/* Dates that break between days, never within one. */
function datesCell(row) {
  const parts = when(row).split(/(\d{4}-\d\d-\d\d)/).filter(Boolean);
  return make('bdi', null, ...parts.map((part) => (/^\d{4}-/.test(part) ? make('span', { class: 'day', text: part }) : part)));
}

function riverCell(row) {
  const river = coded('river', row);
  if (!river || Number.isNaN(STORE.kmFrom[row])) return [];
  return [knows(river) ? say(river) : river, kmText(STORE.kmFrom[row], STORE.kmTo[row])];
}

/* River and kilometres may stand under each other; neither is broken in itself. */
const riverWord = (row) => make('bdi', null, ...riverCell(row).flatMap((part) => [make('span', { class: 'stretch', text: part }), ' ']));

class IncidentTable {
  constructor(atlas, changed) {
    Object.assign(this, { atlas, changed, sort: { key: 'date', down: true }, page: 0, run: 0, ranks: new Map(), lines: new Map() });
    this.heads = new Map(TABLE_COLUMNS.map(({ key }) => [key, this.head(key)]));
    this.caption = make('span');
    this.body = make('tbody');
    this.foot = make('span', { role: 'status' });
    this.before = pushButton('earlier', () => this.turn(-1), { class: 'small' });
    this.after = pushButton('later', () => this.turn(1), { class: 'small' });
    this.scroller = make('div', { class: 'scroller', tabindex: '0', role: 'region', 'say-name': 'caption' },
      make('table', null, make('caption', null, this.caption), make('thead', null, make('tr', null, ...[...this.heads.values()].map(({ cell }) => cell))), this.body));
    this.element = make('div', { class: 'table' }, this.scroller, make('p', { class: 'pager' }, this.before, this.foot, this.after));
  }

  head(key) {
    const button = pushButton(`col_${key}`, () => this.sortBy(key));
    button.dataset.sort = key;
    return { button, cell: make('th', { scope: 'col' }, button) };
  }

  sortBy(key) {
    this.sort = { key, down: this.sort.key === key ? !this.sort.down : key === 'date' || key === 'incidents' };
    this.page = 0;
    this.update();
    this.changed();
  }

  turn(by) {
    this.page += by;
    this.fill();
    this.scroller.scrollTop = 0;
  }

  /* What another language changes: ranks of words that are translated. */
  speak() {
    this.ranks.clear();
    this.update();
  }

  async update() {
    const run = this.run += 1;
    const { key, down } = this.sort;
    this.sayCaption();
    for (const [name, { cell }] of this.heads) {
      if (name === key) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
    if (!this.ranks.has(key)) {
      this.foot.textContent = say('loading');
      this.ranks.set(key, await TABLE_COLUMNS.find((column) => column.key === key).rank());
      if (run !== this.run) return;
    }
    this.order = this.sorted(this.ranks.get(key), down ? -1 : 1);
    this.page = Math.max(0, Math.min(this.page, Math.ceil(this.order.length / TABLE_ROWS) - 1));
    await this.fill();
  }

  /* Rows without a value are last whichever way; equal ones in the order of the table. */
  sorted(rank, way) {
    const rows = Array.from(SELECTION.rows());
    const values = new Float64Array(STORE.size);
    for (const row of rows) values[row] = rank(row);
    return rows.sort((a, b) => {
      const one = values[a];
      const two = values[b];
      return Number.isNaN(one) - Number.isNaN(two) || (Number.isNaN(one) ? 0 : way * (one - two)) || a - b;
    });
  }

  sayCaption() {
    const way = say(this.sort.down ? 'descending' : 'ascending');
    this.caption.textContent = `${say('caption')}: ${shownText()}, ${say('sorted', { name: say(`col_${this.sort.key}`), way })}`;
  }

  async fill() {
    const run = this.run += 1;
    const from = this.page * TABLE_ROWS;
    const rows = this.order.slice(from, from + TABLE_ROWS);
    const pages = Math.max(1, Math.ceil(this.order.length / TABLE_ROWS));
    const records = await STORE.records(rows);
    if (run !== this.run) return;
    this.before.disabled = this.page === 0;
    this.after.disabled = this.page >= pages - 1;
    this.foot.textContent = say('page_of', { n: number(this.page + 1), all: number(pages) });
    const focused = this.focusedRow();
    this.lines = new Map(records.map((record) => [record.row, this.line(record)]));
    this.body.replaceChildren(...this.lines.values());
    if (this.lines.has(focused)) this.lines.get(focused).querySelector('button').focus();
  }

  focusedRow() {
    const line = document.activeElement && document.activeElement.closest && document.activeElement.closest('tr[data-row]');
    return line && this.body.contains(line) ? Number(line.dataset.row) : null;
  }

  /* The focus comes back to the row, also when the table has been made anew meanwhile; or to the table without it. */
  open(row) {
    this.atlas.openRow(row, () => (this.lines.has(row) ? this.lines.get(row).querySelector('button') : this.scroller));
  }

  line(record) {
    const { row } = record;
    const button = make('button', { type: 'button', class: 'link', onclick: () => this.open(row) },
      said(incidentName(record), { lang: languageTag(record.language) }));
    const cells = TABLE_COLUMNS.map(({ key, fill }) => (key === 'title' ? make('th', { scope: 'row' }, button) : make('td', { class: key }, fill(record))));
    const line = make('tr', { 'data-row': row }, ...cells);
    for (const name of ['mouseenter', 'focusin']) line.addEventListener(name, () => this.atlas.highlight(row));
    for (const name of ['mouseleave', 'focusout']) line.addEventListener(name, () => this.atlas.highlight(null));
    line.addEventListener('click', (event) => !event.target.closest('button, a') && !String(window.getSelection()) && this.open(row));
    return line;
  }

  mark(row) {
    for (const [other, line] of this.lines) line.classList.toggle('marked', other === row);
  }
}
