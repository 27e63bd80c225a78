/* Incidents at one place are one symbol with their number. Where places crowd a cell of a grid that is fixed to the
   world, they are taken together, so that symbols keep still while the map is moved. The symbol of several places
   stands on the one nearest to their middle, never on a position that nobody reported. */
const CELL = 44;
const CROWD = 4;
const TOUCHING = 0.9;
const COVERING = 0.6;

/* Distinct points: of every row its place, and of every place its rows as a chain. */
const PLACES = (() => {
  const { size, lon, lat, located } = STORE;
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * size)));
  const table = new Int32Array(slots).fill(-1);
  const of = new Int32Array(size).fill(-1);
  const next = new Int32Array(size).fill(-1);
  const first = new Int32Array(size);
  const last = new Int32Array(size);
  let count = 0;
  for (let row = 0; row < size; row += 1) {
    if (!located[row]) continue;
    let slot = (Math.imul(lon[row], 73856093) ^ Math.imul(lat[row], 19349663)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (slots - 1);
    while (table[slot] >= 0 && (lon[first[table[slot]]] !== lon[row] || lat[first[table[slot]]] !== lat[row])) slot = (slot + 1) & (slots - 1);
    if (table[slot] < 0) {
      table[slot] = count;
      first[count] = row;
      count += 1;
    } else {
      next[last[table[slot]]] = row;
    }
    of[row] = table[slot];
    last[of[row]] = row;
  }
  return { size: count, of, next, first: first.slice(0, count) };
})();

function* rowsOfPlace(place) {
  for (let row = PLACES.first[place]; row >= 0; row = PLACES.next[row]) if (SELECTION.mask[row]) yield row;
}

/* How many incidents of every place are shown, and whether one of them means the very spot. */
const tally = (() => {
  const counts = new Int32Array(PLACES.size);
  const solid = new Uint8Array(PLACES.size);
  let version = -1;
  return () => {
    if (version === SELECTION.version) return { counts, solid };
    version = SELECTION.version;
    counts.fill(0);
    solid.fill(0);
    for (let row = 0; row < STORE.size; row += 1) {
      const place = PLACES.of[row];
      if (place < 0 || !SELECTION.mask[row]) continue;
      counts[place] += STORE.weight[row];
      if (STORE.isSolid(row)) solid[place] = 1;
    }
    return { counts, solid };
  };
})();

const placeX = (place) => STORE.x[PLACES.first[place]];
const placeY = (place) => STORE.y[PLACES.first[place]];

/* The places of a view by the cells of the world's grid: chains of places, and their numbers. */
class Grid {
  constructor(view) {
    this.view = view;
    this.left = Math.floor((view.left + view.min.x) / CELL) - 1;
    this.top = Math.floor((view.top + view.min.y) / CELL) - 1;
    this.wide = Math.ceil((view.max.x - view.min.x) / CELL) + 3;
    this.high = Math.ceil((view.max.y - view.min.y) / CELL) + 3;
    this.head = new Int32Array(this.wide * this.high).fill(-1);
    this.number = new Int32Array(this.wide * this.high);
    this.next = new Int32Array(PLACES.size);
  }

  fill({ counts }) {
    const { scale } = this.view;
    for (let place = PLACES.size - 1; place >= 0; place -= 1) {
      if (!counts[place]) continue;
      const row = PLACES.first[place];
      const column = Math.floor(STORE.x[row] * scale / CELL) - this.left;
      const line = Math.floor(STORE.y[row] * scale / CELL) - this.top;
      if (column < 0 || line < 0 || column >= this.wide || line >= this.high) continue;
      const cell = line * this.wide + column;
      this.next[place] = this.head[cell];
      this.head[cell] = place;
      this.number[cell] += 1;
    }
    return this;
  }

  placesIn(cell) {
    const places = [];
    for (let place = this.head[cell]; place >= 0; place = this.next[place]) places.push(place);
    return places;
  }
}

function stackOf(view, places, { counts, solid }) {
  let count = 0;
  let x = 0;
  let y = 0;
  for (const place of places) {
    count += counts[place];
    x += counts[place] * placeX(place);
    y += counts[place] * placeY(place);
  }
  const meant = places.length > 1 && places.some((place) => solid[place]);
  const middle = places.length === 1 ? places[0] : nearest(places.filter((place) => !meant || solid[place]), x / count, y / count);
  return {
    x: view.x(placeX(middle)), y: view.y(placeY(middle)), places, count, solid: solid[middle] === 1, radius: stackRadius(count), at: middle,
  };
}

function nearest(places, x, y) {
  let best = places[0];
  let least = Infinity;
  for (const place of places) {
    const [dx, dy] = [placeX(place) - x, placeY(place) - y];
    const distance = dx * dx + dy * dy;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

/* Symbols by cells of the sheet, to find those near a point. */
class Neighbours {
  constructor() {
    this.cells = new Map();
  }

  static key(x, y) {
    return Math.floor(x / CELL) * 65536 + Math.floor(y / CELL);
  }

  add(stack) {
    const key = Neighbours.key(stack.x, stack.y);
    if (!this.cells.has(key)) this.cells.set(key, []);
    this.cells.get(key).push(stack);
  }

  near(x, y) {
    const found = [];
    this.look(x, y, (stack) => { found.push(stack); });
    return found;
  }

  /* The first symbol near a point that suits: asked for thousands of symbols whenever the map is drawn. */
  look(x, y, suits) {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const cell = this.cells.get(Neighbours.key(x + dx * CELL, y + dy * CELL));
        if (!cell) continue;
        for (let i = 0; i < cell.length; i += 1) if (suits(cell[i])) return cell[i];
      }
    }
    return undefined;
  }
}

function touches(one, other) {
  const [dx, dy] = [one.x - other.x, one.y - other.y];
  const reach = (one.solid === other.solid ? TOUCHING : COVERING) * (one.radius + other.radius);
  return dx * dx + dy * dy < reach * reach;
}

/* The symbols of a view: {x, y, places, count, solid, radius}, in pixels of the map; `near(x, y)` finds them. The last
   are kept: a sheet is often drawn anew for another reason than its symbols. */
const stacksIn = (() => {
  let last = null;
  let found = null;
  return (view) => {
    const key = [SELECTION.version, view.scale, view.left, view.top, view.min.x, view.min.y, view.max.x, view.max.y].join();
    if (key !== last) [last, found] = [key, stacksOf(view)];
    return found;
  };
})();

function stacksOf(view) {
  const told = tally();
  const grid = new Grid(view).fill(told);
  const candidates = [];
  for (let cell = 0; cell < grid.head.length; cell += 1) {
    if (!grid.number[cell]) continue;
    const places = grid.placesIn(cell);
    if (places.length < CROWD) for (const place of places) candidates.push(stackOf(view, [place], told));
    else candidates.push(stackOf(view, places, told));
  }
  candidates.sort((a, b) => b.count - a.count || a.at - b.at);
  const stacks = [];
  const neighbours = new Neighbours();
  for (const candidate of candidates) {
    const other = neighbours.look(candidate.x, candidate.y, (stack) => touches(stack, candidate));
    if (other) join(other, candidate);
    else {
      stacks.push(candidate);
      neighbours.add(candidate);
    }
  }
  stacks.near = (x, y) => neighbours.near(x, y);
  return stacks;
}

function join(stack, other) {
  stack.places = stack.places.concat(other.places);
  stack.count += other.count;
  stack.radius = stackRadius(stack.count);
}

/* The rows behind a symbol, the latest first. */
function rowsOf(stack) {
  const rows = [];
  for (const place of stack.places) for (const row of rowsOfPlace(place)) rows.push(row);
  return Int32Array.from(rows).sort(latestFirst);
}

const firstDay = (row) => (STORE.from[row] === NO_DATE ? STORE.to[row] : STORE.from[row]);
const latestFirst = (a, b) => firstDay(b) - firstDay(a) || a - b;

/* How many incidents of each type a symbol stands for; types that share the plain symbol count as one. */
function sharesOf(stack) {
  const numbers = new Map();
  const { codes, mask, weight } = { codes: STORE.codes[COLOURED], mask: SELECTION.mask, weight: STORE.weight };
  const tallied = new Float64Array(STORE.styles.length);
  for (const place of stack.places) for (let row = PLACES.first[place]; row >= 0; row = PLACES.next[row]) tallied[codes[row]] += mask[row] * weight[row];
  tallied.forEach((number, code) => {
    if (!number) return;
    const type = STORE.styles[code];
    const key = type.other ? 'other' : type.type;
    if (numbers.has(key)) numbers.get(key).number += number;
    else numbers.set(key, { type, number });
  });
  return [...numbers.values()];
}

const firstRow = (stack) => rowsOfPlace(stack.places[0]).next().value;

/* Hollow symbols first: those that stand for an area give way to those that mean the spot. */
function paintStacks(g, stacks, ink) {
  const order = [...stacks].sort((a, b) => a.solid - b.solid || b.count - a.count);
  for (const stack of order) {
    if (stack.count === 1) stampSymbol(g, stack.x, stack.y, STORE.styleOf(firstRow(stack)), stack.solid, ink);
    else drawStack(g, stack.x, stack.y, sharesOf(stack), stack.count, stack.solid, ink);
  }
}
