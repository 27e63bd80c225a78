/* Land, water, rivers, border and provinces, in the manner of a printed atlas: quiet, the two rivers the strongest. */
const BASE = BLOCK.basemap && (() => {
  const { basemap } = BLOCK;
  const arcs = basemap.arcs.map(decodeLine);
  const whole = (layer) => layer.map((feature) => ({ ...feature, lines: feature.lines.map((numbers) => joinArcs(arcs, numbers)) }));
  return {
    lakes: decodeLines(basemap.lakes),
    tributaries: decodeLines(basemap.tributaries),
    land: whole(basemap.land).flatMap(({ lines }) => lines),
    rivers: whole(basemap.rivers),
    border: whole(basemap.border),
    provinces: whole(basemap.provinces),
  };
})();

/* A line or ring from the courses that it shares with others; ~number is one that runs backwards. */
function joinArcs(arcs, numbers) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const points = numbers.reduce((sum, number) => sum + arcs[number < 0 ? ~number : number].at.length / 2 - 1, 1);
  const at = new Float64Array(2 * points);
  let to = 0;
  for (const number of numbers) {
    const arc = arcs[number < 0 ? ~number : number];
    const count = arc.at.length / 2;
    for (let i = to ? 1 : 0; i < count; i += 1) {
      const from = 2 * (number < 0 ? count - 1 - i : i);
      at[to++] = arc.at[from];
      at[to++] = arc.at[from + 1];
    }
    box[0] = Math.min(box[0], arc.box[0]);
    box[1] = Math.min(box[1], arc.box[1]);
    box[2] = Math.max(box[2], arc.box[2]);
    box[3] = Math.max(box[3], arc.box[3]);
  }
  return { at, box };
}

/* The frame of the sheet: what the layers cover. Beyond it is paper. */
const [WEST, SOUTH, EAST, NORTH] = BLOCK.region.map(degrees);
const FRAME = [worldX(WEST), worldY(NORTH), worldX(EAST), worldY(SOUTH)];

function frame(g, view) {
  const [left, top, right, bottom] = FRAME;
  g.rect(view.x(left), view.y(top), view.x(right) - view.x(left), view.y(bottom) - view.y(top));
}

const widthAt = (zoom, thin, thick) => thin + (thick - thin) * Math.min(1, Math.max(0, (zoom - 6) / 7));

function paintGround(g, view, ink) {
  g.fillStyle = ink.water;
  g.beginPath();
  frame(g, view);
  g.fill();
  g.beginPath();
  view.trace(g, BASE.land, true);
  g.fillStyle = ink.land;
  g.fill('evenodd');
  g.save();
  g.clip('evenodd');
  g.beginPath();
  for (const province of BASE.provinces) if (province.country === 'KP') view.trace(g, province.lines, true);
  g.fillStyle = ink.land_kp;
  g.fill('evenodd');
  g.restore();
}

function paintGraticule(g, view, ink) {
  g.beginPath();
  for (let lon = Math.ceil(WEST); lon <= EAST; lon += 1) {
    g.moveTo(view.x(worldX(lon)), view.y(FRAME[1]));
    g.lineTo(view.x(worldX(lon)), view.y(FRAME[3]));
  }
  for (let lat = Math.ceil(SOUTH); lat <= NORTH; lat += 1) {
    g.moveTo(view.x(FRAME[0]), view.y(worldY(lat)));
    g.lineTo(view.x(FRAME[2]), view.y(worldY(lat)));
  }
  stroke(g, ink.coast, 0.5, 0.35);
}

function stroke(g, colour, width, alpha = 1, dash = []) {
  g.save();
  g.globalAlpha = alpha;
  g.strokeStyle = colour;
  g.lineWidth = width;
  g.setLineDash(dash);
  g.lineJoin = 'round';
  g.lineCap = dash.length ? 'butt' : 'round';
  g.stroke();
  g.restore();
}

function paintWater(g, view, ink, shown) {
  if (shown.tributaries) {
    g.beginPath();
    view.trace(g, BASE.tributaries, false);
    stroke(g, ink.tributary, widthAt(view.zoom, 0.6, 1.8));
  }
  g.beginPath();
  view.trace(g, BASE.lakes, true);
  g.fillStyle = ink.water;
  g.fill('evenodd');
  stroke(g, ink.coast, 0.7);
  g.beginPath();
  view.trace(g, BASE.land, true);
  stroke(g, ink.coast, 0.9);
}

function paintProvinces(g, view, ink) {
  g.beginPath();
  for (const province of BASE.provinces) view.trace(g, province.lines, true);
  stroke(g, ink.province, widthAt(view.zoom, 0.8, 1.3), 0.9, [4, 3]);
}

function paintBorder(g, view, ink) {
  const border = BASE.border.flatMap((part) => part.lines);
  const rivers = BASE.rivers.flatMap((river) => river.lines);
  g.beginPath();
  view.trace(g, border, false);
  stroke(g, ink.ribbon, widthAt(view.zoom, 7, 16), 0.28);
  g.beginPath();
  view.trace(g, rivers, false);
  stroke(g, ink.halo, widthAt(view.zoom, 3.8, 8), 0.7);
  stroke(g, ink.river, widthAt(view.zoom, 2.2, 5));
  g.beginPath();
  view.trace(g, border, false);
  stroke(g, ink.border, widthAt(view.zoom, 0.8, 1.3), 0.9, [7, 3, 1.5, 3]);
}

function paintFrame(g, view, ink) {
  g.beginPath();
  frame(g, view);
  stroke(g, ink.paper, 7);
  stroke(g, ink.soft, 1);
  const [left, top, right, bottom] = FRAME;
  g.beginPath();
  g.rect(view.x(left) - 4, view.y(top) - 4, view.x(right) - view.x(left) + 8, view.y(bottom) - view.y(top) + 8);
  stroke(g, ink.soft, 0.6);
}

/* The whole base sheet. `shown` says which layers are on. */
function paintBase(g, view, shown) {
  if (!BASE) return;
  const ink = palette();
  g.save();
  g.beginPath();
  frame(g, view);
  g.clip();
  if (shown.land) paintGround(g, view, ink);
  paintGraticule(g, view, ink);
  if (shown.land) paintWater(g, view, ink, shown);
  if (shown.provinces) paintProvinces(g, view, ink);
  paintBorder(g, view, ink);
  g.restore();
  paintFrame(g, view, ink);
}
