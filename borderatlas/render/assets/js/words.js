/* How dates, distances and codes are said. */
function roughly(metres) {
  const unit = metres < 1000 ? 'm' : 'km';
  const value = unit === 'm' ? metres : metres / 1000;
  const digits = value < 10 ? 1 : 2;
  const rounded = Number(value.toPrecision(digits));
  return `${rounded} ${unit}`;
}

/* Where an incident was, as far as is known. */
function whereabouts(incident) {
  const { words } = PRECISIONS.get(incident.precision);
  const reach = incident.river_km_from !== null && incident.river_km_to !== null && incident.precision === 'river_reach'
    ? ` (km ${incident.river_km_from} to ${incident.river_km_to})` : '';
  const radius = incident.uncertainty_m ? `, within about ${roughly(incident.uncertainty_m)}` : '';
  return `${words}${reach}${radius}`;
}

/* The range of days in which it happened, as the table resolves it. */
function when({ date_start: start, date_end: end }) {
  if (!start && !end) return 'date not known';
  if (!end || start === end) return start;
  return start ? `${start} to ${end}` : `by ${end}`;
}

/* A code such as guard_bribed as words; anything else as it stands. */
const spell = (code) => (/^[a-z]+([_-][a-z]+)+$/.test(code) ? code.replace(/[_-]/g, ' ') : code);

const typeName = (type) => (type ? spell(type) : 'type not stated');

const incidentName = (incident) => incident.title || incident.quote || incident.place_name || 'untitled incident';

const plural = (number, one, many) => `${number} ${number === 1 ? one : many}`;
