/* The incidents, column by column: numbers and codes in typed arrays, texts in chunks that are opened when asked for. */
const NOTHING = -2147483648;
const NO_DATE = NOTHING;

/* Where rows stand for groups of incidents: {resolution, cell_m, incidents}; else null, and each row is one. */
const GROUPED = BLOCK.grouped || null;

/* Columns of text that a table may have; a record has every one of them. */
const TEXT_NAMES = ['id', 'report', 'title', 'quote', 'date_start', 'date_end', 'source_date', 'place_name', 'name_verbatim',
  'source_url', 'place_id', 'remarks', 'candidates'];

/* Chunks of texts that stay open: a chunk is a thousand rows, a third of a megabyte. */
const KEPT_CHUNKS = 6;

const ARRAYS = { i4: Int32Array, f4: Float32Array, u1: Uint8Array, u2: Uint16Array, u4: Uint32Array };

/* The columns of the core by name, from one buffer in which the bytes of a number stand apart, or from plain JSON. */
function coreColumns({ layout, core, size }) {
  const found = {};
  const bytes = CORE && new Uint8Array(CORE);
  let at = 0;
  for (const [name, kind] of layout || []) {
    const column = new ARRAYS[kind](size);
    const into = new Uint8Array(column.buffer);
    const width = column.BYTES_PER_ELEMENT;
    for (let place = 0; place < width; place += 1) {
      for (let i = place; i < into.length; i += width) into[i] = bytes[at++];
    }
    found[name] = column;
  }
  for (const [name, values] of Object.entries(core || {})) found[name] = values;
  return found;
}

function filled(Kind, size, values, nothing) {
  if (values instanceof Kind) return values;
  const column = new Kind(size);
  if (!values) return column.fill(nothing);
  for (let i = 0; i < size; i += 1) column[i] = values[i] === null ? nothing : values[i];
  return column;
}

const STORE = (() => {
  const { incidents } = BLOCK;
  const { size, words, chunk } = incidents;
  const columns = coreColumns(incidents);
  const store = { size, words, codes: {} };
  for (const name of ['lon', 'lat', 'from', 'to']) store[name] = filled(Int32Array, size, columns[name], NOTHING);
  for (const name of ['uncertainty', 'kmFrom', 'kmTo']) store[name] = filled(Float32Array, size, columns[name], NaN);
  store.weight = filled(Uint32Array, size, columns.weight, 1);
  store.publishers = filled(Uint32Array, size, columns.publishers, 0);
  store.total = GROUPED ? GROUPED.incidents : size;
  store.footprint = filled(Int32Array, size, columns.footprint, -1);
  for (const name of Object.keys(words)) {
    const Kind = words[name].length <= 256 ? Uint8Array : words[name].length <= 65536 ? Uint16Array : Uint32Array;
    store.codes[name] = filled(Kind, size, columns[name], 0);
  }
  store.x = new Float64Array(size);
  store.y = new Float64Array(size);
  store.located = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) {
    if (store.lon[row] === NOTHING) continue;
    store.located[row] = 1;
    store.x[row] = worldX(store.lon[row] / 1e5);
    store.y[row] = worldY(store.lat[row] / 1e5);
  }
  store.lonOf = (row) => (store.located[row] ? store.lon[row] / 1e5 : null);
  store.latOf = (row) => (store.located[row] ? store.lat[row] / 1e5 : null);
  store.riverKm = (row) => (store.kmFrom[row] + store.kmTo[row]) / 2;
  store.word = (name, row) => words[name][store.codes[name][row]];
  store.styles = words[COLOURED].map((word) => TYPES.get(word) || BLOCK.types[0]);
  store.solids = words.precision.map((word) => (PRECISIONS.has(word) ? PRECISIONS.get(word).solid : false));
  store.styleOf = (row) => store.styles[store.codes[COLOURED][row]];
  store.isSolid = (row) => store.solids[store.codes.precision[row]];
  const rings = words.precision.map((word) => word !== '' && word !== 'exact' && word !== 'unlocated');
  store.ringed = (row) => store.footprint[row] < 0 && store.uncertainty[row] > 0 && rings[store.codes.precision[row]];

  /* Chunks of texts, the last few opened kept. */
  const kept = new Map();
  const textsOf = (index) => {
    if (incidents.texts) return Promise.resolve(incidents.texts);
    const found = kept.get(index) || unpackJson(`texts-${index}`);
    kept.delete(index);
    kept.set(index, found);
    if (kept.size > KEPT_CHUNKS) kept.delete(kept.keys().next().value);
    return found;
  };
  const origin = (row) => (incidents.texts ? 0 : Math.floor(row / chunk) * chunk);
  const number = (value, digits) => (Number.isNaN(value) ? null : Number(value.toFixed(digits)));

  const recordOf = (row, texts) => {
    const record = { row };
    for (const [name, column] of Object.entries(texts)) record[name] = column[row - origin(row)];
    for (const name of TEXT_NAMES) if (!(name in record)) record[name] = null;
    for (const name of Object.keys(words)) record[name] = store.word(name, row) || null;
    record.event_type = record.event_type || '';
    record.longitude = store.lonOf(row);
    record.latitude = store.latOf(row);
    record.uncertainty_m = number(store.uncertainty[row], 1);
    record.river_km_from = number(store.kmFrom[row], 1);
    record.river_km_to = number(store.kmTo[row], 1);
    record.located = store.located[row] === 1;
    return GROUPED ? groupRecord(record) : record;
  };

  /* What a group says of itself: how many, in which months, in which cell. */
  const groupRecord = (record) => {
    const { row } = record;
    const [from, to] = [store.from[row], store.to[row]];
    const cell = store.footprint[row] - BLOCK.footprints.length;
    return Object.assign(record, {
      date_start: from === NOTHING ? null : dayText(from), date_end: to === NOTHING ? null : dayText(to),
      incidents: store.weight[row], publishers: store.publishers[row], h3_cell: cell >= 0 ? BLOCK.cells.ids[cell] : null,
    });
  };

  store.record = async (row) => recordOf(row, await textsOf(Math.floor(row / chunk)));
  /* Records in the order of `rows`; each chunk is opened once, a few at a time. */
  store.records = async (rows) => {
    const found = new Array(rows.length);
    const places = new Map();
    rows.forEach((row, place) => {
      const index = Math.floor(row / chunk);
      if (!places.has(index)) places.set(index, []);
      places.get(index).push(place);
    });
    const take = async (index) => {
      const texts = await textsOf(index);
      for (const place of places.get(index)) found[place] = recordOf(rows[place], texts);
    };
    const indices = [...places.keys()];
    while (indices.length) await Promise.all(indices.splice(0, KEPT_CHUNKS).map(take));
    return found;
  };
  /* Every record, chunk by chunk in the order of the table, until `each` gives false. */
  store.eachChunk = async (each) => {
    for (let first = 0; first < size; first += chunk) {
      const texts = incidents.texts || await (kept.get(first / chunk) || unpackJson(`texts-${first / chunk}`));
      const records = [];
      for (let row = first; row < Math.min(size, first + chunk); row += 1) records.push(recordOf(row, texts));
      if (await each(first, records) === false) return false;
    }
    return true;
  };
  return store;
})();

/* Grounds, and after them the cells of groups. */
const decodeFootprints = () => [
  ...BLOCK.footprints.map((footprint) => ({ ...footprint, style: PRECISIONS.get(footprint.precision), lines: decodeLines(footprint.lines) })),
  ...(GROUPED ? BLOCK.cells.lines : []).map((line) => ({ precision: 'cell', drawing: 'hatch', given: true, style: PRECISIONS.get('cell'), lines: [decodeLine(line)] })),
];
