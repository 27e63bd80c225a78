/* The legend, which is also the filter: every type with its symbol, its number and a box to leave it out. */
function typeFilter(type, number, changed) {
  const box = make('input', { type: 'checkbox', checked: true, onchange: changed });
  box.dataset.type = type.type;
  const label = make('label', { class: 'row' }, box, typeSample(type, true), said(typeName(type.type), { class: 'grow' }),
    make('span', { class: 'count', text: number }));
  return { label, box };
}

function typeLegend(changed) {
  const numbers = new Map();
  for (const { event_type: type } of INCIDENTS) numbers.set(type, (numbers.get(type) || 0) + 1);
  const filters = [...TYPES.values()].map((type) => typeFilter(type, numbers.get(type.type), changed));
  const all = (checked) => () => {
    for (const { box } of filters) box.checked = checked;
    changed();
  };
  const buttons = make('p', { class: 'buttons' },
    make('button', { type: 'button', text: 'all', onclick: all(true) }), make('button', { type: 'button', text: 'none', onclick: all(false) }));
  return { element: make('div', null, ...filters.map(({ label }) => label), filters.length > 1 ? buttons : null), filters };
}

const PLAIN_TYPE = { shape: 'circle', colour: '#8c8c8c' };

const PRECISION_SAMPLES = {
  symbol(g, w, h, ink) {
    drawSymbol(g, w / 2, h / 2, 5.5, PLAIN_TYPE, true, ink);
  },
  ring(g, w, h, ink) {
    g.beginPath();
    g.arc(w / 2, h / 2, 9, 0, 2 * Math.PI);
    DRAWINGS.ring(g, null, null, ink, false);
    drawSymbol(g, w / 2, h / 2, 4, PLAIN_TYPE, true, ink);
  },
  reach(g, w, h, ink) {
    const course = () => {
      g.beginPath();
      g.moveTo(1, h - 5);
      g.bezierCurveTo(w * 0.35, h * 0.2, w * 0.6, h, w - 1, 5);
    };
    course();
    stroke(g, ink.area, 8, 0.38);
    course();
    stroke(g, ink.river, 2);
    drawSymbol(g, w / 2, h / 2, 4, PLAIN_TYPE, false, ink);
  },
  hatch(g, w, h, ink, precision) {
    g.beginPath();
    g.rect(2, 2, w - 4, h - 4);
    DRAWINGS.hatch(g, null, { style: precision, given: precision.given }, ink, false);
    drawSymbol(g, w / 2, h / 2, 4, PLAIN_TYPE, false, ink);
  },
  none(g, w, h, ink) {
    g.fillStyle = ink.soft;
    g.font = `600 14px ${SANS}`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillText('?', w / 2, h / 2);
  },
};

const precisionSample = (precision) => sample(34, 22, (g, w, h, ink) => PRECISION_SAMPLES[precision.drawing](g, w, h, ink, precision));

function precisionLegend() {
  const numbers = new Map();
  for (const { precision } of INCIDENTS) numbers.set(precision, (numbers.get(precision) || 0) + 1);
  const rows = BLOCK.precisions.filter(({ key }) => numbers.has(key)).map((precision) => make('li', { class: 'row' },
    precisionSample(precision), make('span', { class: 'grow', text: precision.label }), make('span', { class: 'count', text: numbers.get(precision.key) })));
  return make('ul', null, ...rows);
}
