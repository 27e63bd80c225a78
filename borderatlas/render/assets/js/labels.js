/* Names on the map: provinces in spaced capitals, rivers along their course, towns by rank. A name that would cover
   another, or a symbol, is left out; nearer in there is room for it. */
const SANS = '"Segoe UI", system-ui, "Noto Sans CJK KR", sans-serif';
const SERIF = 'Georgia, "Noto Serif", "Noto Serif CJK KR", serif';

const TOWNS = BLOCK.basemap && BLOCK.basemap.towns.lon.map((lon, i) => ({
  x: worldX(degrees(lon)),
  y: worldY(degrees(BLOCK.basemap.towns.lat[i])),
  rank: BLOCK.basemap.towns.rank[i],
  name: BLOCK.basemap.towns.name[i],
  name_ko: BLOCK.basemap.towns.ko[i],
  name_zh: BLOCK.basemap.towns.zh[i],
}));

const nameIn = (thing, language) => (language !== 'en' && thing[`name_${language}`]) || thing.name || '';

/* What is taken on the sheet: boxes that no further name may cover. Names keep within the frame of the map. */
class Room {
  constructor(view) {
    this.view = view;
    this.taken = [];
    this.symbols = [];
    this.courses = [];
    const { min, max } = view.seen;
    const [left, top, right, bottom] = FRAME;
    this.bounds = [Math.max(min.x, view.x(left)), Math.max(min.y, view.y(top)), Math.min(max.x, view.x(right)), Math.min(max.y, view.y(bottom))];
    this.takeControls();
  }

  /* The corners where zoom buttons and scale bar stand. */
  takeControls() {
    const { min, max } = this.view.seen;
    this.take([min.x, min.y, min.x + 56, min.y + 96]);
    this.take([min.x, max.y - 32, min.x + 154, max.y]);
  }

  free(box) {
    const [left, top, right, bottom] = this.bounds;
    if (box[0] < left || box[1] < top || box[2] > right || box[3] > bottom) return false;
    return !this.taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
  }

  /* Free, and no river runs through it. */
  dry(box) {
    return this.free(box) && !this.courses.some(([x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3]);
  }

  take(box) {
    this.taken.push(box);
  }

  takeSymbol({ x, y, radius }) {
    const r = radius + 2;
    this.symbols.push([x - r, y - r, x + r, y + r]);
    this.take([x - r, y - r, x + r, y + r]);
  }
}

function write(g, text, x, y, colour, halo, haloWidth = 3) {
  g.lineJoin = 'round';
  g.strokeStyle = halo;
  g.lineWidth = haloWidth;
  g.strokeText(text, x, y);
  g.fillStyle = colour;
  g.fillText(text, x, y);
}

const spaced = (text) => Array.from(text.toLocaleUpperCase('en')).join('\u2009\u200a');

function labelProvinces(g, view, room, ink, language) {
  const size = Math.round(widthAt(view.zoom, 10, 17));
  g.font = `500 ${size}px ${SANS}`;
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  for (const province of BASE.provinces) {
    const text = spaced(nameIn(province, language));
    const at = [worldX(degrees(province.at[0])), worldY(degrees(province.at[1]))];
    if (!inFrame({ box: [...at, ...at] })) continue;
    const half = g.measureText(text).width / 2;
    const x = view.x(worldX(degrees(province.at[0])));
    const y = view.y(worldY(degrees(province.at[1])));
    const spot = freeSpot(room, x, y, half, size, ({ x: middle, y: line }) => [0, -0.6, 0.6].every((part) => holds(province, view, { x: middle + part * half, y: line })));
    if (!spot) continue;
    room.take([spot.x - half, spot.y - size, spot.x + half, spot.y + size]);
    write(g, text, spot.x, spot.y, ink.faint, ink.halo, 2);
  }
}

/* Whether a point of the sheet lies in a province: a name that has been moved out of the way must not name another one. */
function holds(province, view, spot) {
  const x = (spot.x + view.left) / view.scale;
  const y = (spot.y + view.top) / view.scale;
  let inside = false;
  for (const { at, box } of province.lines) {
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
    for (let i = 0, j = at.length - 2; i < at.length; j = i, i += 2) {
      if ((at[i + 1] > y) !== (at[j + 1] > y) && x < at[i] + (at[j] - at[i]) * (y - at[i + 1]) / (at[j + 1] - at[i + 1])) inside = !inside;
    }
  }
  return inside;
}

const COUNTRY_KEYS = { CN: 'china', KP: 'north_korea', RU: 'russia' };

/* The mean of a country's provinces, as a place for its name. */
function countrySpots() {
  const spots = new Map();
  for (const { country, at } of BASE.provinces) {
    if (!COUNTRY_KEYS[country]) continue;
    const spot = spots.get(country) || { x: 0, y: 0, n: 0 };
    spots.set(country, { x: spot.x + worldX(degrees(at[0])), y: spot.y + worldY(degrees(at[1])), n: spot.n + 1 });
  }
  return [...spots].map(([country, { x, y, n }]) => ({ country, x: x / n, y: y / n }));
}

const COUNTRIES = BASE ? countrySpots() : [];

/* Countries in wide capitals, as long as a country is in view: nearer in, the provinces' names say enough. */
function labelCountries(g, view, room, ink) {
  if (view.zoom > 8.5) return;
  const size = Math.round(widthAt(view.zoom, 13, 20));
  g.font = `600 ${size}px ${SERIF}`;
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  for (const { country, x, y } of COUNTRIES) {
    const text = Array.from(say(COUNTRY_KEYS[country]).toLocaleUpperCase('en')).join('\u2002');
    const half = g.measureText(text).width / 2;
    const spot = freeSpot(room, view.x(x), view.y(y), half + size * 0.6, size);
    if (!spot) continue;
    room.take([spot.x - half - size, spot.y - 1.5 * size, spot.x + half + size, spot.y + 1.5 * size]);
    write(g, text, spot.x, spot.y, ink.soft, ink.halo, 3);
  }
}

/* The nearest free spot for a name about a point, row by row and to both sides, off the rivers. */
function freeSpot(room, x, y, half, size, suits = () => true) {
  for (let ring = 0; ring <= 6; ring += 1) {
    for (const dy of ring ? [-ring, ring] : [0]) {
      for (const dx of [0, -0.5, 0.5, -1, 1]) {
        const spot = { x: x + dx * half, y: y + dy * size * 1.3 };
        if (room.dry([spot.x - half, spot.y - size, spot.x + half, spot.y + size]) && suits(spot)) return spot;
      }
    }
  }
  return null;
}

/* A river's course on the sheet, as it is and smoothed so that a name can follow it: points a few pixels apart. */
function courseOf(view, lines, step = 6, reach = 9) {
  const points = [];
  for (const { at } of lines) {
    for (let i = 0; i < at.length; i += 2) {
      const p = [view.x(at[i]), view.y(at[i + 1])];
      const last = points[points.length - 1];
      const inside = p[0] > view.min.x - 200 && p[0] < view.max.x + 200 && p[1] > view.min.y - 200 && p[1] < view.max.y + 200;
      if (!inside || (last && apart(last, p) < step)) continue;
      points.push(...(last ? between(last, p, step) : []), p);
    }
  }
  return { raw: points, course: smooth(smooth(points, reach), reach) };
}

function between(a, b, step) {
  const length = apart(a, b);
  const parts = length > 400 ? 1 : Math.floor(length / step);
  const out = [];
  for (let i = 1; i < parts; i += 1) out.push([a[0] + (b[0] - a[0]) * i / parts, a[1] + (b[1] - a[1]) * i / parts]);
  return out;
}

/* The mean of the points about each: of those within `reach` of it, by running sums. */
function smooth(points, reach) {
  const sums = new Float64Array(2 * points.length + 2);
  for (let i = 0; i < points.length; i += 1) {
    sums[2 * i + 2] = sums[2 * i] + points[i][0];
    sums[2 * i + 3] = sums[2 * i + 1] + points[i][1];
  }
  return points.map((_, i) => {
    const from = Math.max(0, i - reach);
    const to = Math.min(points.length, i + reach + 1);
    return [(sums[2 * to] - sums[2 * from]) / (to - from), (sums[2 * to + 1] - sums[2 * from + 1]) / (to - from)];
  });
}

/* Put a name along a course, a distance beside it, wherever the course is calm and the sheet is free. */
function labelRiver(g, view, room, ink, river, language) {
  const size = widthAt(view.zoom, 12.5, 17);
  const name = Array.from(nameIn(river, language));
  g.font = `italic ${size}px ${SERIF}`;
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  const widths = name.map((letter) => g.measureText(letter).width + size * 0.16);
  const length = widths.reduce((sum, width) => sum + width, 0);
  const { raw, course } = courseOf(view, river.lines);
  room.courses.push(...raw);
  let next = 0;
  const stretches = calmStretches(course, length);
  for (const stretch of stretches) {
    if (stretch.from < next) continue;
    const near = raw.slice(Math.max(0, stretch.from - 60), stretch.to + 60);
    const placed = [0.95, -0.95, 1.5, -1.5].map((side) => placeLetters(course, stretch, widths, size * side, room, size))
      .find((letters) => letters && clearOf(letters, near, size * 0.62));
    if (!placed) continue;
    for (const { box } of placed) room.take(box);
    placed.forEach(({ x, y, angle }, i) => writeTurned(g, name[i], x, y, angle, ink.water_text, ink.halo));
    next = stretch.from + 110;
  }
}

/* Whether letters keep off the river itself, bends and all. */
const clearOf = (letters, points, distance) => letters.every(({ x, y }) => points.every((p) => (p[0] - x) * (p[0] - x) + (p[1] - y) * (p[1] - y) > distance * distance));

function writeTurned(g, letter, x, y, angle, colour, halo) {
  g.save();
  g.translate(x, y);
  g.rotate(angle);
  write(g, letter, 0, 0, colour, halo, 2.5);
  g.restore();
}

/* Stretches of a course that are long enough and turn little, in the order of the course. */
function calmStretches(course, length) {
  const found = [];
  const walked = walkedTo(course);
  let to = 0;
  for (let from = 0; from < course.length; from += 3) {
    to = Math.max(to, from);
    while (to + 1 < course.length && walked[to] - walked[from] < length * 1.08) to += 1;
    if (walked[to] - walked[from] < length) break;
    if (apart(course[from], course[to]) > length * 0.94) found.push({ from, to });
  }
  return found;
}

const apart = ([ax, ay], [bx, by]) => Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));

/* How far along the course each of its points is. */
function walkedTo(course) {
  const walked = new Float64Array(course.length);
  for (let i = 1; i < course.length; i += 1) walked[i] = walked[i - 1] + apart(course[i - 1], course[i]);
  return walked;
}

/* Where each letter stands, upright for the reader, or null where one would cover something. */
function placeLetters(course, { from, to }, widths, distance, room, size) {
  const backwards = course[to][0] < course[from][0];
  const path = course.slice(from, to + 1);
  if (backwards) path.reverse();
  const placed = [];
  let walked = 0;
  for (const width of widths) {
    const spot = spotAt(path, walked + width / 2);
    const x = spot.x + Math.sin(spot.angle) * distance;
    const y = spot.y - Math.cos(spot.angle) * distance;
    const box = [x - size * 0.55, y - size * 0.55, x + size * 0.55, y + size * 0.55];
    const last = placed[placed.length - 1];
    if (!room.free(box) || (last && (Math.hypot(x - last.x, y - last.y) < width * 0.8 || Math.abs(spot.angle - last.angle) > 0.4))) return null;
    placed.push({ x, y, angle: spot.angle, box });
    walked += width;
  }
  return placed;
}

function spotAt(path, distance) {
  let walked = 0;
  for (let i = 1; i < path.length; i += 1) {
    const [ax, ay] = path[i - 1];
    const [bx, by] = path[i];
    const step = Math.hypot(bx - ax, by - ay);
    if (walked + step >= distance || i === path.length - 1) {
      const part = step ? (distance - walked) / step : 0;
      return { x: ax + (bx - ax) * part, y: ay + (by - ay) * part, angle: Math.atan2(by - ay, bx - ax) };
    }
    walked += step;
  }
  return { x: path[0][0], y: path[0][1], angle: 0 };
}

/* The least zoom at which towns of a rank are named, from 1 (large) to 4 (village). */
const ZOOM_OF_RANK = [0, 5, 6.5, 8, 10.25];

function labelTowns(g, view, room, ink, language) {
  g.textBaseline = 'middle';
  for (const town of TOWNS) {
    if (view.zoom < ZOOM_OF_RANK[town.rank] || !view.shows([town.x, town.y, town.x, town.y], 0)) continue;
    labelTown(g, town, view.x(town.x), view.y(town.y), room, ink, language);
  }
}

function labelTown(g, town, x, y, room, ink, language) {
  const size = [0, 13, 12, 11.5, 11][town.rank];
  g.font = `${town.rank === 1 ? 600 : 400} ${size}px ${SANS}`;
  const text = nameIn(town, language);
  const width = g.measureText(text).width;
  const covered = room.symbols.find((box) => x > box[0] && x < box[2] && y > box[1] && y < box[3]);
  if (covered && covered.named && town.rank > 1) return; // beside a symbol without its dot it would seem to lie elsewhere
  if (!covered && !room.free([x - 3, y - 3, x + 3, y + 3])) return;
  const [left, above, right, below] = covered ? [covered[0] - 2, covered[1] - 2, covered[2] + 2, covered[3] + 2] : [x - 6, y - 6, x + 6, y + 6];
  const sides = [
    ['left', right, y, [right, y - size * 0.6, right + width, y + size * 0.6]],
    ['right', left, y, [left - width, y - size * 0.6, left, y + size * 0.6]],
    ['center', x, above - size * 0.55, [x - width / 2, above - size * 1.1, x + width / 2, above]],
    ['center', x, below + size * 0.55, [x - width / 2, below, x + width / 2, below + size * 1.1]],
  ];
  const middle = covered ? [(covered[0] + covered[2]) / 2, (covered[1] + covered[3]) / 2] : [x - 1, y];
  const lean = [x - middle[0], middle[0] - x, middle[1] - y, y - middle[1]];
  const order = [0, 1, 2, 3].sort((a, b) => (lean[b] > 0) - (lean[a] > 0) || a - b);
  const side = order.map((i) => sides[i]).find(([, , , box]) => room.free(box));
  if (!side) return;
  const [align, tx, ty, box] = side;
  room.take(box);
  if (covered) covered.named = true;
  else {
    room.take([x - 3, y - 3, x + 3, y + 3]);
    townDot(g, x, y, town.rank, ink);
  }
  g.textAlign = align;
  write(g, text, tx, ty, town.rank < 3 ? ink.ink : ink.soft, ink.halo);
}

function townDot(g, x, y, rank, ink) {
  disc(g, x, y, rank === 1 ? 3 : 2.2, ink.soft);
  disc(g, x, y, rank === 1 ? 1.8 : 1.2, ink.halo);
}

/* All names, in the order of their claim to room. */
function paintLabels(g, view, stacks, language) {
  if (!BASE) return;
  const ink = palette();
  const room = new Room(view);
  for (const stack of stacks) room.takeSymbol(stack);
  g.save();
  for (const river of BASE.rivers) labelRiver(g, view, room, ink, river, language);
  labelTowns(g, view, room, ink, language);
  labelCountries(g, view, room, ink);
  labelProvinces(g, view, room, ink, language);
  g.restore();
}
