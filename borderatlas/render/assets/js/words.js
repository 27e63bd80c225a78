/* How dates, distances and codes are said. Days are counted from 1970-01-01. */
const DAY_MS = 86400000;

/* A day as ISO 8601; years before 1 or past 9999 with six digits, as the standard has it. */
const dayText = (day) => new Date(day * DAY_MS).toISOString().split('T')[0];

/* A day from ISO 8601, or null. */
function parseDay(text) {
  const match = /^([+-]\d{6}|\d{4})-(\d{2})-(\d{2})$/.exec(text || '');
  const day = match ? Date.parse(text) / DAY_MS : NaN;
  return Number.isInteger(day) && dayText(day) === text ? day : null;
}

function roughly(metres) {
  const unit = metres < 1000 ? 'm' : 'km';
  const value = unit === 'm' ? metres : metres / 1000;
  return `${Number(value.toPrecision(value < 10 ? 1 : 2))} ${unit}`;
}

/* The range of days as a phrase: "2015-01-01 to 2015-01-31". */
function spanText(from, to) {
  if (GROUPED) return monthsText(from, to);
  if (from === to) return dayText(from);
  return say('to', { from: dayText(from), to: dayText(to) });
}

/* The months that hold two days: "2015-01", "2015-01 to 2015-12". */
function monthsText(from, to) {
  const [a, b] = [from, to].map((day) => dayText(day).slice(0, -3));
  return a === b ? a : say('to', { from: a, to: b });
}

/* When it happened, as the table resolves it. */
function when(row) {
  const from = STORE.from[row];
  const to = STORE.to[row];
  if (from === NO_DATE) return to === NO_DATE ? say('no_date') : say('by', { to: dayText(to) });
  return to === NO_DATE ? say('since', { from: dayText(from) }) : spanText(from, to);
}

/* Kilometres of a river: "km 120", "km 120 to 134". */
function kmText(from, to) {
  const [a, b] = [from, to].map((km) => Number(km.toFixed(1)));
  return a === b ? say('km', { n: a }) : say('km_range', { from: a, to: b });
}

const coded = (name, row) => STORE.words[name][STORE.codes[name][row]];

/* A code such as guard_bribed as words; anything else as it stands. */
const spell = (code) => (/^[a-z]+([_-][a-z]+)+$/.test(code) ? code.replace(/[_-]/g, ' ') : code);

/* The word for a code of a column in the page's language: its own words first, then the code spelt out. */
const PREFIXES = { precision: 'p_', certainty: 'c_', review_status: 's_' };

function codeName(column, code) {
  if (column === 'event_type') return typeName(code);
  if (!code) return say('not_given');
  if (column === 'precision') return precisionName(code);
  const key = (PREFIXES[column] || '') + code;
  if (PREFIXES[column]) return knows(key) ? say(key) : spell(code);
  return code;
}

function typeName(type) {
  if (!type) return say('type_unstated');
  const known = TYPES.get(type) || {};
  return known[LANGUAGE_OF.now] || known.en || spell(type);
}

/* A county's outline is approximate, unless the map has those that a user gave. */
function precisionName(key) {
  const { given, label } = PRECISIONS.get(key) || {};
  if (key === 'county' && given) return say('p_county_given');
  if (key === 'county' && /dashed/.test(label)) return say('p_county_mixed');
  return knows(`p_${key}`) ? say(`p_${key}`) : spell(key);
}

/* A precision in few words, for the table. */
const precisionShort = (key) => (knows(`short_${key}`) ? say(`short_${key}`) : precisionName(key));

const ruleText = (rule) => (knows(`r_${rule}`) ? say(`r_${rule}`) : spell(rule));

const incidentName = (record) => (GROUPED ? `${typeName(record.event_type)}: ${number(record.incidents)}` : ownName(record));

const ownName = (record) => record.title || record.quote || record.place_name || say('untitled');

const countOf = (count) => (count === 1 ? say('incidents_one') : say('incidents', { n: number(count) }));
