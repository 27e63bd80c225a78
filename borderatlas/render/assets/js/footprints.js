/* The ground that incidents cover. Each distinct footprint is drawn once at a fixed strength, however many incidents
   share it, so that a province with forty reports is no darker than one with two: its number says how many. */
const FOOTPRINTS = decodeFootprints();

/* Widest first: what is finer lies on top. */
const COARSENESS = ['country', 'province', 'river', 'border_strip', 'county', 'cell', 'river_reach', 'unstated', 'settlement', 'exact'];

for (const footprint of FOOTPRINTS) {
  footprint.coarseness = COARSENESS.indexOf(footprint.precision);
  footprint.box = footprint.lines.reduce((box, line) => [Math.min(box[0], line.box[0]), Math.min(box[1], line.box[1]),
    Math.max(box[2], line.box[2]), Math.max(box[3], line.box[3])], [Infinity, Infinity, -Infinity, -Infinity]);
}

/* So many footprints are drawn at once, the widest in view first; nearer in there are fewer in view. */
const MOST_FOOTPRINTS = 250;
const MOST_RINGS = 400;

function traceFootprint(g, view, footprint) {
  g.beginPath();
  if (footprint.side) traceBeside(g, view, footprint.lines, footprint.side * widthAt(view.zoom, 9, 16) / 2);
  else view.trace(g, footprint.lines, footprint.drawing !== 'reach');
}

/* A course shifted to one side, pixels to the right of it: one bank of a river. */
function traceBeside(g, view, lines, shift) {
  for (const line of lines) {
    if (!view.shows(line.box)) continue;
    const points = screenPoints(view, line.at);
    points.forEach(([x, y], i) => {
      const [ax, ay] = points[Math.max(0, i - 1)];
      const [bx, by] = points[Math.min(points.length - 1, i + 1)];
      const length = Math.hypot(bx - ax, by - ay) || 1;
      const at = [x - (by - ay) / length * shift, y + (bx - ax) / length * shift];
      if (i) g.lineTo(...at);
      else g.moveTo(...at);
    });
  }
}

/* Vertices in pixels, those within three pixels of the one before left out: a shifted line must not trip over itself. */
function screenPoints(view, at) {
  const points = [];
  for (let i = 0; i < at.length; i += 2) {
    const point = [view.x(at[i]), view.y(at[i + 1])];
    const last = points[points.length - 1];
    if (!last || i >= at.length - 2 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= 3) points.push(point);
  }
  return points;
}

const DRAWINGS = {
  ring(g, view, footprint, ink, strong) {
    g.save();
    g.globalAlpha = strong ? Math.max(0.05, 0.26 - 0.04 * strong) : 0.09; // of several that overlap each is fainter
    g.fillStyle = ink.area;
    g.fill('nonzero');
    g.restore();
    stroke(g, ink.area, strong ? 2 : 1, strong ? 1 : 0.75);
  },
  reach(g, view, footprint, ink, strong) {
    const whole = footprint.precision === 'river';
    const width = widthAt(view.zoom, 9, 16) + (whole ? 5 : 0);
    stroke(g, ink.area, strong ? width + 4 : width, strong ? 0.6 : whole ? 0.13 : 0.38);
  },
  hatch(g, view, footprint, ink, strong) {
    hatch(g, footprint.style, ink, (strong ? 0.6 : footprint.style.spacing_px > 8 ? 0.17 : 0.26) * calm(view, footprint));
    stroke(g, ink.area, strong ? 2 : 1, strong ? 1 : 0.6, footprint.given ? [] : [6, 4]);
  },
};
DRAWINGS.symbol = DRAWINGS.ring;

/* How strongly ground is hatched: ground that goes far beyond the view is fainter, for there the lines say nothing more
   and lie under everything that is looked at. 1 as long as it fits. */
function calm(view, { box }) {
  if (!view || !box) return 1;
  const fits = Math.min((view.seen.max.x - view.seen.min.x) / ((box[2] - box[0]) * view.scale), (view.seen.max.y - view.seen.min.y) / ((box[3] - box[1]) * view.scale));
  return Math.max(0.45, Math.min(1, 1.2 * fits));
}

function hatch(g, style, ink, alpha) {
  g.save();
  g.globalAlpha = alpha * 0.16;
  g.fillStyle = ink.area;
  g.fill('evenodd');
  g.globalAlpha = alpha;
  g.fillStyle = hatching(g, style, ink);
  g.fill('evenodd');
  g.restore();
}

const hatchings = new Map();

/* A pattern of parallel lines. It lies in the map's own pixels, so it does not swim when the map is moved. */
function hatching(g, style, ink) {
  const key = `${style.spacing_px} ${style.angle_deg} ${ink.area}`;
  if (!hatchings.has(key)) hatchings.set(key, g.createPattern(hatchingTile(style, ink), 'repeat'));
  return hatchings.get(key);
}

function hatchingTile({ spacing_px: spacing, angle_deg: angle }, ink) {
  const size = Math.round(spacing * Math.SQRT2);
  const tile = make('canvas', { width: size, height: size });
  const t = tile.getContext('2d');
  t.strokeStyle = ink.area;
  t.lineWidth = 1;
  t.beginPath();
  for (const shift of [-size, 0, size]) {
    t.moveTo(shift - 1, angle < 90 ? size + 1 : -1);
    t.lineTo(shift + size + 1, angle < 90 ? -1 : size + 1);
  }
  t.stroke();
  return tile;
}

/* Ground that reaches into the frame ends at it, like the land; ground wholly beyond is drawn on the mat. */
function inFrame({ box }) {
  const [left, top, right, bottom] = FRAME;
  return box[0] < right && box[2] > left && box[1] < bottom && box[3] > top;
}

function clipToFrame(g, view) {
  g.beginPath();
  frame(g, view);
  g.clip();
}

/* Which footprints the shown incidents have; told anew when the selection has changed. */
const usedFootprints = (() => {
  let version = -1;
  let used = [];
  return () => {
    if (version === SELECTION.version) return used;
    version = SELECTION.version;
    const seen = new Uint8Array(FOOTPRINTS.length);
    for (let row = 0; row < STORE.size; row += 1) if (SELECTION.mask[row] && STORE.footprint[row] >= 0) seen[STORE.footprint[row]] = 1;
    used = [...seen.keys()].filter((index) => seen[index]);
    return used;
  };
})();

function paintFootprint(g, view, footprint, ink, strong) {
  g.save();
  if (BASE && inFrame(footprint)) clipToFrame(g, view);
  traceFootprint(g, view, footprint);
  DRAWINGS[footprint.drawing](g, view, footprint, ink, strong);
  g.restore();
}

/* Cells are many and alike: one figure for all in view, left out where they would be smaller than their symbols. */
const LEAST_CELL = 16;

function paintCells(g, view, ink) {
  const used = usedFootprints().map((index) => FOOTPRINTS[index]).filter(({ precision, box }) => precision === 'cell' && view.shows(box));
  if (!used.length || (used[0].box[2] - used[0].box[0]) * view.scale < LEAST_CELL) return;
  g.beginPath();
  for (const { lines } of used) view.trace(g, lines, true);
  DRAWINGS.hatch(g, view, used[0], ink, false);
}

/* Draw the footprints of the incidents shown, those of `chosen` rows stronger and last. */
function paintFootprints(g, view, chosen, all) {
  const ink = palette();
  const strong = new Set([...chosen].map((row) => STORE.footprint[row]).filter((index) => index >= 0));
  const width = ({ box }) => Math.max(box[2] - box[0], box[3] - box[1]) * view.scale;
  if (all && GROUPED) paintCells(g, view, ink);
  let order = (all ? usedFootprints() : []).filter((index) => FOOTPRINTS[index].precision !== 'cell').filter((index) => !strong.has(index) && view.shows(FOOTPRINTS[index].box) && width(FOOTPRINTS[index]) > 4);
  if (order.length > MOST_FOOTPRINTS) order = order.sort((a, b) => width(FOOTPRINTS[b]) - width(FOOTPRINTS[a]) || a - b).slice(0, MOST_FOOTPRINTS);
  order.sort((a, b) => FOOTPRINTS[a].coarseness - FOOTPRINTS[b].coarseness || a - b);
  for (const index of order) paintFootprint(g, view, FOOTPRINTS[index], ink, false);
  for (const index of strong) paintFootprint(g, view, FOOTPRINTS[index], ink, strong.size);
  if (BASE && [...order, ...strong].some((index) => FOOTPRINTS[index].drawing === 'reach')) paintRivers(g, view, ink);
}

/* The rivers once more, over the stretches that are marked on them: they stay the strongest lines. */
function paintRivers(g, view, ink) {
  g.beginPath();
  for (const river of BASE.rivers) view.trace(g, river.lines, false);
  stroke(g, ink.halo, widthAt(view.zoom, 3, 6.5), 0.55);
  stroke(g, ink.river, widthAt(view.zoom, 2, 4.4));
}

/* Circles about points, those of one strength as one figure, so that where they overlap it is no darker. */
function paintRings(g, view, stacks, chosen, all) {
  const places = all ? stacks.flatMap((stack) => stack.places) : [];
  if (places.length <= MOST_RINGS) {
    traceRings(g, view, places.flatMap((place) => ringsOf(place)));
    if (GROUPED) tint(g, palette());
    else DRAWINGS.ring(g, view, null, palette(), false);
  }
  const strong = [...chosen].filter((row) => STORE.ringed(row)).slice(0, MOST_RINGS);
  if (!strong.length) return;
  traceRings(g, view, distinctRings(strong));
  DRAWINGS.ring(g, view, null, palette(), true);
}

/* Circles of groups lie about the middle of a cell, one for each: their outlines beside those of the cells would be taken
   for something of their own. They are a tint, until one is chosen. */
function tint(g, ink) {
  g.save();
  g.globalAlpha = 0.09;
  g.fillStyle = ink.area;
  g.fill('nonzero');
  g.restore();
}

const ringsOf = (place) => distinctRings([...rowsOfPlace(place)].filter((row) => STORE.ringed(row)));

function distinctRings(rows) {
  const rings = new Map();
  for (const row of rows) rings.set(`${PLACES.of[row]} ${STORE.uncertainty[row]}`, { x: STORE.x[row], y: STORE.y[row], radius_m: STORE.uncertainty[row] });
  return [...rings.values()];
}

function traceRings(g, view, rings) {
  g.beginPath();
  for (const { x, y, radius_m: metres } of rings) {
    const radius = view.pixels(metres, y);
    if (radius < 3 || radius > 20000) continue;
    g.moveTo(view.x(x) + radius, view.y(y));
    g.arc(view.x(x), view.y(y), radius, 0, 2 * Math.PI);
  }
}
