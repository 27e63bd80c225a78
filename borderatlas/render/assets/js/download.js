/* What is shown, as files: CSV (safe for spreadsheets), GeoJSON with footprints, a picture of the map. */
function saveFile(name, type, parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = make('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/* A cell that no spreadsheet takes for a formula: text that begins with one of its signs gets an apostrophe. */
function cell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/* What a record carries for the page's own use. */
const OWN_FIELDS = new Set(['row', 'located']);

/* The columns that any of the records fills, in the order of the table. */
function columnsOf(records) {
  const columns = new Map();
  for (const record of records) for (const [name, value] of Object.entries(record)) if (!OWN_FIELDS.has(name) && !columns.get(name)) columns.set(name, value !== null && value !== undefined && value !== '');
  return [...columns].filter(([, filled]) => filled).map(([name]) => name);
}

function csvText(records) {
  const columns = columnsOf(records);
  const lines = [columns, ...records.map((record) => columns.map((name) => record[name]))].map((line) => line.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

const lonOfX = (x) => (x - 0.5) * 360;
const latOfY = (y) => Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180 / Math.PI;
const rounded = (value) => Number(value.toFixed(5));

function positions(at) {
  const out = [];
  for (let i = 0; i < at.length; i += 2) out.push([rounded(lonOfX(at[i])), rounded(latOfY(at[i + 1]))]);
  return out;
}

const ringArea = (ring) => ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0) / 2;

function contains(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
    if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/* Rings without order to polygons: what lies in an even number of others is an outline, what lies in an odd one a hole.
   Outlines run counter-clockwise, holes clockwise (RFC 7946). */
function polygonsOf(lines) {
  const closed = (ring) => (String(ring[0]) === String(ring[ring.length - 1]) ? ring : [...ring, ring[0]]);
  const rings = lines.map(({ at }) => closed(positions(at))).filter((ring) => ring.length > 3);
  const around = rings.map((ring) => rings.filter((other) => other !== ring && contains(other, ring[0])));
  const turned = (ring, way) => (Math.sign(ringArea(ring)) === way ? ring : [...ring].reverse());
  const polygons = new Map();
  rings.forEach((ring, i) => around[i].length % 2 === 0 && polygons.set(ring, [turned(ring, 1)]));
  rings.forEach((ring, i) => {
    if (around[i].length % 2 === 0) return;
    const owner = around[i].filter((other) => polygons.has(other)).sort((a, b) => Math.abs(ringArea(a)) - Math.abs(ringArea(b)))[0];
    if (owner) polygons.get(owner).push(turned(ring, -1));
  });
  return [...polygons.values()];
}

const EARTH_M = 6371008.8;

/* A circle in metres on the sphere, 64 corners, counter-clockwise. */
function circlePolygon(lon, lat, radius) {
  const angle = radius / EARTH_M;
  const phi = lat * Math.PI / 180;
  const ring = Array.from({ length: 65 }, (_, i) => {
    const turn = -(i % 64) * Math.PI / 32;
    const to = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(turn));
    const by = Math.atan2(Math.sin(turn) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * Math.sin(to));
    return [rounded(lon + by * 180 / Math.PI), rounded(to * 180 / Math.PI)];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

const one = (kind, parts) => (parts.length === 1 ? { type: kind, coordinates: parts[0] } : { type: `Multi${kind}`, coordinates: parts });

/* The ground of a row as it is drawn: outline, reach or circle; else its point; null without a place. */
function geometryOf(row) {
  if (!STORE.located[row]) return null;
  const footprint = STORE.footprint[row] >= 0 ? FOOTPRINTS[STORE.footprint[row]] : null;
  const [lon, lat] = [STORE.lonOf(row), STORE.latOf(row)].map(rounded);
  if (footprint && footprint.lines && footprint.drawing === 'reach') return one('LineString', footprint.lines.map(({ at }) => positions(at)));
  if (footprint && footprint.lines) {
    const polygons = polygonsOf(footprint.lines);
    if (polygons.length) return one('Polygon', polygons);
  }
  const radius = STORE.uncertainty[row];
  if (!footprint && STORE.ringed(row) && radius > 0) return circlePolygon(lon, lat, radius);
  return { type: 'Point', coordinates: [lon, lat] };
}

/* The ground of a row as JSON, made once for the many rows that share an outline. */
function groundJson(row, made) {
  const index = STORE.footprint[row];
  if (index < 0) return JSON.stringify(geometryOf(row));
  if (!made.has(index)) made.set(index, JSON.stringify(geometryOf(row)));
  return made.get(index);
}

/* A feature collection in pieces, one a line: joined they could be longer than a string may be. */
function geojsonParts(records) {
  const made = new Map();
  const parts = records.map(({ row, located, ...properties }, i) => `${i ? ',' : ''}\n{"type":"Feature",${properties.id ? `"id":${JSON.stringify(properties.id)},` : ''}`
    + `"properties":${JSON.stringify(properties)},"geometry":${groundJson(row, made)}}`);
  return ['{"type":"FeatureCollection","features":[', ...parts, '\n]}\n'];
}

/* A name for the file from the map's title, in letters that every system takes. */
function fileName(ending) {
  const stem = (BLOCK.title || 'incidents').normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60).toLowerCase();
  return `${stem || 'incidents'}.${ending}`;
}

/* The map as it stands, its two sheets and the credit line in one picture. */
function savePicture() {
  const sheets = [...document.querySelectorAll('canvas.sheet')];
  const sheet = document.getElementById('sheet').getBoundingClientRect();
  const ratio = window.devicePixelRatio || 1;
  const picture = make('canvas', { width: Math.round(sheet.width * ratio), height: Math.round((sheet.height + 18) * ratio) });
  const g = picture.getContext('2d');
  g.scale(ratio, ratio);
  g.fillStyle = palette().paper;
  g.fillRect(0, 0, sheet.width, sheet.height + 18);
  g.save();
  g.beginPath();
  g.rect(0, 0, sheet.width, sheet.height);
  g.clip();
  g.fillStyle = palette().mat;
  g.fillRect(0, 0, sheet.width, sheet.height);
  for (const canvas of sheets) {
    const box = canvas.getBoundingClientRect();
    g.drawImage(canvas, box.left - sheet.left, box.top - sheet.top, box.width, box.height);
  }
  g.restore();
  g.fillStyle = palette().soft;
  g.font = `10px ${SANS}`;
  g.fillText(BLOCK.credit, 6, sheet.height + 12, sheet.width - 12);
  picture.toBlob((blob) => saveFile(fileName('png'), 'image/png', [blob]));
}

const shownRecords = () => STORE.records(Array.from(SELECTION.rows()));

const DOWNLOADS = {
  download_csv: async () => saveFile(fileName('csv'), 'text/csv;charset=utf-8', [csvText(await shownRecords())]),
  download_geojson: async () => saveFile(fileName('geojson'), 'application/geo+json', geojsonParts(await shownRecords())),
  download_png: savePicture,
};

/* A small menu: a button that unfolds the kinds of file. */
function downloadMenu() {
  const menu = make('details', { class: 'menu', id: 'downloads' }, make('summary', { say: 'downloads', class: 'button' }));
  const buttons = Object.entries(DOWNLOADS).map(([key, act]) => pushButton(key, async () => {
    await act();
    menu.open = false;
    menu.firstElementChild.focus();
  }, { 'data-download': key }));
  menu.append(make('div', { class: 'sheetlet' }, ...buttons, pushButton('print', () => printPage())));
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.firstElementChild.focus();
  });
  document.addEventListener('pointerdown', (event) => !menu.contains(event.target) && menu.removeAttribute('open'));
  return menu;
}
