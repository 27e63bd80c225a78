/* What is shown: by the values of a column, by days, by kilometres of a river. Each filter is told to SELECTION under
   its own name, so that the count of a choice can leave that choice itself out. */
const USUAL_FACETS = ['event_type', 'precision', 'publisher', 'certainty', 'review_status'];
const FACET_COLUMNS = [...new Set([COLOURED, ...USUAL_FACETS])];

function countCodes(codes, size, mask) {
  const counts = new Uint32Array(size);
  for (let row = 0; row < codes.length; row += 1) if (!mask || mask[row]) counts[codes[row]] += STORE.weight[row];
  return counts;
}

/* A filter by the values of one column: `chosen` is the set of codes that are shown, or null for all. */
class Facet {
  constructor(column) {
    this.column = column;
    /* Its name among the filters and in an address: a column that a caller chose may be called as another filter is. */
    this.key = USUAL_FACETS.includes(column) ? column : `own_${column}`;
    this.words = STORE.words[column];
    this.codes = STORE.codes[column];
    this.totals = countCodes(this.codes, this.words.length, null);
    this.values = this.order([...this.words.keys()].filter((code) => this.totals[code]));
    this.chosen = null;
  }

  /* Types and precisions in the legend's order; other values by how often they occur, what is not stated last. */
  order(codes) {
    const given = { precision: [...PRECISIONS.keys()], [COLOURED]: [...TYPES.keys()] }[this.column];
    if (given) {
      const place = new Map(given.map((key, i) => [key, i]));
      return codes.sort((a, b) => place.get(this.words[a]) - place.get(this.words[b]));
    }
    return codes.sort((a, b) => (this.words[a] === '') - (this.words[b] === '') || this.totals[b] - this.totals[a]
      || (this.words[a] < this.words[b] ? -1 : 1));
  }

  get useful() {
    return this.values.length > 1 || (this.values.length === 1 && this.words[this.values[0]] !== '');
  }

  has(code) {
    return !this.chosen || this.chosen.has(code);
  }

  set(codes) {
    this.chosen = codes === null || this.values.every((code) => codes.has(code)) ? null : new Set(this.values.filter((code) => codes.has(code)));
    if (!this.chosen) return SELECTION.setFilter(this.key, null);
    const passes = Uint8Array.from(this.words, (_, code) => this.chosen.has(code));
    return SELECTION.setFilter(this.key, (row) => passes[this.codes[row]] === 1);
  }

  toggle(code, on) {
    const codes = new Set(this.chosen || this.values);
    if (on) codes.add(code);
    else codes.delete(code);
    this.set(codes);
  }

  counts() {
    return countCodes(this.codes, this.words.length, SELECTION.without(this.key));
  }

  name(code) {
    return codeName(this.column, this.words[code]);
  }

  /* The filter in words. */
  phrase() {
    const names = this.values.filter((code) => this.chosen.has(code)).map((code) => this.name(code));
    const listed = names.length > 4 ? say('of_n', { n: names.length, all: this.values.length }) : names.join(', ') || say('none');
    return `${say(this.column)}: ${listed}`;
  }

  /* Values in an address: `~` before one that is empty or begins with a sign of ours, `!` for none at all. The shorter
     of the list of those shown and of those left out. */
  write(parameters) {
    if (!this.chosen) return;
    const token = (code) => (/^$|^[~!]/.test(this.words[code]) ? `~${this.words[code]}` : this.words[code]);
    const out = this.values.filter((code) => !this.chosen.has(code));
    const shorter = out.length < this.chosen.size;
    if (!this.chosen.size) parameters.append(this.key, '!');
    else for (const code of shorter ? out : this.chosen) parameters.append(shorter ? `not_${this.key}` : this.key, token(code));
  }

  read(parameters) {
    const codesOf = (name) => {
      const values = new Set(parameters.getAll(name).map((token) => token.replace(/^~/, '')));
      return this.values.filter((code) => values.has(this.words[code]));
    };
    const shown = parameters.getAll(this.key);
    if (shown.includes('!')) return this.set(new Set());
    const only = codesOf(this.key);
    const out = new Set(codesOf(`not_${this.key}`));
    const codes = only.length ? only : this.values;
    return this.set(only.length || out.size ? new Set(codes.filter((code) => !out.has(code))) : null);
  }
}

/* A filter by days, both included; an incident passes when any of its days lies within. */
class DayFilter {
  constructor() {
    this.first = new Int32Array(STORE.size);
    this.last = new Int32Array(STORE.size);
    this.undated = 0;
    this.bounds = null;
    this.takeAll();
    this.from = null;
    this.to = null;
    this.withUndated = true;
  }

  /* The days of every row: one end alone is that one day. */
  takeAll() {
    const { from, to, weight } = STORE;
    let [least, most] = [Infinity, -Infinity];
    for (let row = 0; row < STORE.size; row += 1) {
      const first = from[row] === NO_DATE ? to[row] : from[row];
      const last = to[row] < first ? first : to[row]; // no date is less than any
      this.first[row] = first;
      this.last[row] = last;
      if (first === NO_DATE) this.undated += weight[row];
      else {
        if (first < least) least = first;
        if (last > most) most = last;
      }
    }
    this.bounds = most < least ? null : [least, most];
  }

  get on() {
    return this.from !== null || this.to !== null || !this.withUndated;
  }

  set(from, to, withUndated = this.withUndated) {
    Object.assign(this, { from, to, withUndated });
    const { first, last } = this;
    const least = from === null ? -Infinity : from;
    const most = to === null ? Infinity : to;
    SELECTION.setFilter('dates', this.on ? (row) => (first[row] === NO_DATE ? withUndated : last[row] >= least && first[row] <= most) : null);
  }

  phrase() {
    const { from, to, bounds } = this;
    const range = from === null && to === null ? null : spanText(from === null ? bounds[0] : from, to === null ? bounds[1] : to);
    return `${say('dates')}: ${[range, this.withUndated ? null : say('without_undated')].filter(Boolean).join(', ')}`;
  }

  write(parameters) {
    if (this.from !== null) parameters.set('from', dayText(this.from));
    if (this.to !== null) parameters.set('to', dayText(this.to));
    if (!this.withUndated) parameters.set('undated', '0');
  }

  read(parameters) {
    const [from, to] = ['from', 'to'].map((name) => parseDay(parameters.get(name)));
    const reversed = from !== null && to !== null && from > to;
    if (this.bounds) this.set(reversed ? null : from, reversed ? null : to, parameters.get('undated') !== '0');
  }
}

/* A filter by kilometres of one river: an incident passes when its reach touches the range. */
class KmFilter {
  constructor() {
    this.river = null;
    this.from = this.to = 0;
  }

  get on() {
    return this.river !== null;
  }

  set(river, from = 0, to = 0) {
    Object.assign(this, { river, from, to });
    if (!river) return SELECTION.setFilter('km', null);
    const code = STORE.words.river.indexOf(river);
    const rivers = STORE.codes.river;
    const { kmFrom, kmTo } = STORE;
    return SELECTION.setFilter('km', (row) => rivers[row] === code && kmTo[row] >= from && kmFrom[row] <= to);
  }

  phrase() {
    return `${say(this.river)}: ${kmText(this.from, this.to)}`;
  }

  write(parameters) {
    if (this.river) parameters.set('km', [this.river, this.from, this.to].join('_'));
  }

  read(parameters) {
    const match = /^([a-z]+)_(\d+(?:\.\d+)?)_(\d+(?:\.\d+)?)$/.exec(parameters.get('km') || '');
    const known = match && RIVERS.some(({ river }) => river === match[1]) && Number(match[2]) <= Number(match[3]);
    this.set(known ? match[1] : null, known ? Number(match[2]) : 0, known ? Number(match[3]) : 0);
  }
}

const RIVERS = (BASE && BASE.rivers) || [];

/* What is made when it is first asked for: the map is drawn before anything is counted. */
const once = (make) => {
  let made = null;
  return () => {
    made = made || make();
    return made;
  };
};

const facets = once(() => FACET_COLUMNS.map((column) => new Facet(column)));
const dayFilter = once(() => new DayFilter());

/* All filters of the page. */
const FILTERS = {
  km: new KmFilter(),

  get facets() {
    return facets();
  },

  get days() {
    return dayFilter();
  },

  /* Every filter that is on, in words, with what takes it off. */
  on() {
    const on = this.facets.filter((facet) => facet.chosen).map((facet) => ({ phrase: facet.phrase(), remove: () => facet.set(null) }));
    if (this.days.on) on.push({ phrase: this.days.phrase(), remove: () => this.days.set(null, null, true) });
    if (this.km.on) on.push({ phrase: this.km.phrase(), remove: () => this.km.set(null) });
    if (SEARCH.query) on.push({ phrase: `${say('search_short')}: ${SEARCH.query}`, remove: () => SEARCH.find('') });
    return on;
  },

  reset() {
    for (const { remove } of this.on()) remove();
  },
};
