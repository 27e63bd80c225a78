/* Symbols: a colour and a shape for every type; filled where the point itself is meant, hollow where it stands for
   an area; a ring with a number for several incidents at one place. The outlines come with the page's data. */
const OUTLINES = new Map(Object.entries(BLOCK.glyphs).map(([shape, corners]) => [shape, corners.map((at) => at / 100)]));

function outlinePath(g, x, y, radius, shape) {
  const corners = OUTLINES.get(shape);
  for (let i = 0; i < corners.length; i += 2) g.lineTo(x + radius * corners[i], y + radius * corners[i + 1]);
  g.closePath();
}

/* Black is drawn in the ink of the page, which is light on a dark one: there black would look like a hole. */
const inkOf = ({ colour }, ink) => (colour === '#000000' ? ink.ink : colour);

function drawSymbol(g, x, y, radius, type, solid, ink) {
  g.save();
  g.lineJoin = 'round';
  g.beginPath();
  outlinePath(g, x, y, radius, type.shape);
  g.strokeStyle = ink.halo;
  g.lineWidth = 4;
  g.stroke();
  if (solid) {
    g.fillStyle = inkOf(type, ink);
    g.fill();
    g.strokeStyle = ink.ink;
    g.lineWidth = 1.3;
    g.stroke();
  } else {
    g.fillStyle = ink.halo;
    g.fill();
    g.strokeStyle = ink.ink;
    g.lineWidth = 3.8;
    g.stroke();
    g.strokeStyle = inkOf(type, ink);
    g.lineWidth = 2;
    g.stroke();
  }
  g.restore();
}

/* A single symbol on the map, from a picture of it: there may be thousands in a view. */
const stamps = new Map();
const STAMP = 26;
const SYMBOL_RADIUS = 6.8;

function stampSymbol(g, x, y, type, solid, ink) {
  const ratio = Math.min(3, Math.ceil(sharpness()));
  const key = `${type.shape} ${type.colour} ${solid} ${ratio} ${ink.ink}`;
  if (!stamps.has(key)) {
    const picture = make('canvas', { width: STAMP * ratio, height: STAMP * ratio });
    const p = picture.getContext('2d');
    p.scale(ratio, ratio);
    drawSymbol(p, STAMP / 2, STAMP / 2, SYMBOL_RADIUS, type, solid, ink);
    stamps.set(key, picture);
  }
  g.drawImage(stamps.get(key), Math.round((x - STAMP / 2) * ratio) / ratio, Math.round((y - STAMP / 2) * ratio) / ratio, STAMP, STAMP);
}

const stackRadius = (count) => (count === 1 ? 6.5 : 9 + Math.min(11, 1.6 * Math.log2(count)));

const short = (count) => (count < 10000 ? String(count) : count < 1e6 ? `${Math.round(count / 1000)}k` : `${Number((count / 1e6).toPrecision(2))}M`);

/* How many incidents rows stand for. */
const countIn = (rows) => rows.reduce((sum, row) => sum + STORE.weight[row], 0);

/* Several incidents: a ring in the shares of their types, the number within. */
function drawStack(g, x, y, shares, count, solid, ink) {
  const radius = stackRadius(count);
  g.save();
  disc(g, x, y, radius + 2.4, ink.halo);
  disc(g, x, y, radius + 0.9, ink.ink);
  let from = -Math.PI / 2;
  for (const { type, number } of shares) {
    const to = from + 2 * Math.PI * number / count;
    g.beginPath();
    g.moveTo(x, y);
    g.arc(x, y, radius, from, to);
    g.closePath();
    g.fillStyle = inkOf(type, ink);
    g.fill();
    from = to;
  }
  disc(g, x, y, radius - 3.4, solid ? ink.halo : ink.ink); // a line between the shares and the number
  disc(g, x, y, radius - 4.3, solid ? ink.ink : ink.halo);
  g.fillStyle = solid ? ink.halo : ink.ink;
  g.font = `600 ${count > 99 && radius < 19 ? 9 : 10.5}px ${SANS}`;
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  g.fillText(short(count), x, y + 0.5);
  g.restore();
}

function disc(g, x, y, radius, colour) {
  g.beginPath();
  g.arc(x, y, radius, 0, 2 * Math.PI);
  g.fillStyle = colour;
  g.fill();
}

/* A small canvas for the legend, drawn by `paint(g, width, height, ink)` in pixels, again when the scheme changes. */
function sample(width, height, paint) {
  const canvas = make('canvas', { class: 'sample', 'aria-hidden': 'true' });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.redraw = () => {
    const ratio = Math.max(2, sharpness());
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const g = canvas.getContext('2d');
    g.scale(ratio, ratio);
    paint(g, width, height, palette());
  };
  canvas.redraw();
  return canvas;
}
