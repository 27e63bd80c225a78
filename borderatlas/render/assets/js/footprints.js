/* The ground that incidents cover. Each distinct footprint is drawn once at a fixed strength, however many incidents
   share it, so that a province with forty reports is no darker than one with two: its number says how many. */
const FOOTPRINTS = BLOCK.footprints.map((footprint) => ({
  ...footprint,
  style: PRECISIONS.get(footprint.precision),
  lines: footprint.lines ? decodeLines(footprint.lines) : null,
  x: footprint.lines ? null : worldX(degrees(footprint.lon)),
  y: footprint.lines ? null : worldY(degrees(footprint.lat)),
}));

/* Widest first: what is finer lies on top. */
const COARSENESS = ['country', 'province', 'river', 'border_strip', 'county', 'river_reach', 'unstated', 'settlement', 'exact'];

function traceFootprint(g, view, footprint) {
  g.beginPath();
  if (footprint.lines) {
    view.trace(g, footprint.lines, footprint.drawing !== 'reach');
    return true;
  }
  const radius = view.pixels(footprint.radius_m, footprint.y);
  if (radius < 3) return false;
  g.arc(view.x(footprint.x), view.y(footprint.y), radius, 0, 2 * Math.PI);
  return true;
}

const DRAWINGS = {
  ring(g, view, footprint, ink, strong) {
    g.save();
    g.globalAlpha = strong ? 0.22 : 0.09;
    g.fillStyle = ink.area;
    g.fill('evenodd');
    g.restore();
    stroke(g, ink.area, strong ? 2 : 1, strong ? 1 : 0.75);
  },
  reach(g, view, footprint, ink, strong) {
    const width = widthAt(view.zoom, 9, 16);
    stroke(g, ink.area, strong ? width + 4 : width, strong ? 0.6 : footprint.precision === 'river' ? 0.2 : 0.38);
  },
  hatch(g, view, footprint, ink, strong) {
    hatch(g, footprint.style, ink, strong ? 0.6 : footprint.style.spacing_px > 8 ? 0.17 : 0.26);
    stroke(g, ink.area, strong ? 2 : 1, strong ? 1 : 0.6, footprint.given ? [] : [6, 4]);
  },
};
DRAWINGS.symbol = DRAWINGS.ring;

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
function inFrame({ lines, x, y }) {
  const [left, top, right, bottom] = FRAME;
  const boxes = lines ? lines.map(({ box }) => box) : [[x, y, x, y]];
  return boxes.some((box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top);
}

function clipToFrame(g, view) {
  g.beginPath();
  frame(g, view);
  g.clip();
}

/* Draw the footprints of the incidents given, those of `chosen` incidents stronger and last. */
function paintFootprints(g, view, incidents, chosen, all) {
  const ink = palette();
  const used = new Set(all ? incidents.map((incident) => incident.footprint) : []);
  const strong = new Set(chosen.map((incident) => incident.footprint));
  const order = [...new Set([...used, ...strong])].filter((index) => index !== null).map((index) => [index, FOOTPRINTS[index]]);
  order.sort(([a, one], [b, two]) => strong.has(a) - strong.has(b)
    || COARSENESS.indexOf(one.precision) - COARSENESS.indexOf(two.precision) || a - b);
  for (const [index, footprint] of order) {
    g.save();
    if (BASE && inFrame(footprint)) clipToFrame(g, view);
    if (traceFootprint(g, view, footprint)) DRAWINGS[footprint.drawing](g, view, footprint, ink, strong.has(index));
    g.restore();
  }
}
