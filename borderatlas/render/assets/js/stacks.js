/* Incidents at one place are one symbol with their number. At small scales neighbours that would cover each other are
   taken together too (a hollow and a filled one only where one would hide the other's number); the symbol stands on the place that has most of them,
   a meant spot before an area's, never on a position that nobody reported. */
const TOUCHING = 0.9;
const COVERING = 0.6;

const isSolid = (incident) => PRECISIONS.get(incident.precision).solid;

function places(incidents) {
  const found = new Map();
  for (const incident of incidents) {
    if (!incident.located) continue;
    const key = `${incident.lon} ${incident.lat}`;
    if (!found.has(key)) found.set(key, { x: incident.x, y: incident.y, key, incidents: [] });
    found.get(key).incidents.push(incident);
  }
  for (const place of found.values()) place.solid = place.incidents.some(isSolid);
  return [...found.values()].sort((a, b) => b.incidents.length - a.incidents.length || (a.key < b.key ? -1 : 1));
}

/* The symbols of a view: {x, y, incidents, solid, radius}, in pixels of the map. */
function stacksIn(view, incidents) {
  const stacks = [];
  const touches = (stack, place, x, y) => Math.hypot(stack.x - x, stack.y - y)
    < (stack.solid === place.solid ? TOUCHING : COVERING) * (stack.radius + stackRadius(place.incidents.length));
  for (const place of places(incidents)) {
    const x = view.x(place.x);
    const y = view.y(place.y);
    const near = stacks.find((stack) => touches(stack, place, x, y));
    if (near) {
      near.incidents.push(...place.incidents);
      near.places += 1;
      if (place.solid && !near.solid) Object.assign(near, { x, y, solid: true });
      near.radius = stackRadius(near.incidents.length);
    } else {
      stacks.push({ x, y, solid: place.solid, incidents: [...place.incidents], places: 1, radius: stackRadius(place.incidents.length) });
    }
  }
  return stacks;
}

function sharesOf(incidents) {
  const numbers = new Map();
  for (const { event_type: type } of incidents) numbers.set(type, (numbers.get(type) || 0) + 1);
  return [...TYPES.values()].filter((type) => numbers.has(type.type)).map((type) => ({ type, number: numbers.get(type.type) }));
}

/* Hollow symbols first: those that stand for an area give way to those that mean the spot. */
function paintStacks(g, stacks, ink) {
  const order = [...stacks].sort((a, b) => a.solid - b.solid || b.incidents.length - a.incidents.length);
  for (const { x, y, incidents, solid } of order) {
    if (incidents.length === 1) drawSymbol(g, x, y, 6.5, TYPES.get(incidents[0].event_type), solid, ink);
    else drawStack(g, x, y, sharesOf(incidents), incidents.length, solid, ink);
  }
}
