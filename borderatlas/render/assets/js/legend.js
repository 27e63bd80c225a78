/* The legend, which is also the filter: every value of a column with its symbol, its number and a box to leave it out. */
const PLAIN_TYPE = BLOCK.plain;
const LONG_LIST = 8;
const LISTED = 200;

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

const typeSample = (type, solid) => sample(18, 18, (g, w, h, ink) => drawSymbol(g, w / 2, h / 2, 6, type, solid, ink));

/* Under which name a choice carries its word; a column that a caller chose may have any name. */
const DATA_NAMES = { event_type: 'type', precision: 'precision', publisher: 'publisher', certainty: 'certainty', review_status: 'review' };

const SAMPLES = {
  precision: (word) => precisionSample(PRECISIONS.get(word)),
  [COLOURED]: (word) => typeSample(TYPES.get(word), true),
};

/* The choices of one facet. */
class FacetList {
  constructor(facet) {
    this.facet = facet;
    this.sought = '';
    this.list = make('ul', { class: 'choices', 'say-name': facet.column });
    this.element = make('div', null);
    this.fill();
  }

  get long() {
    return this.facet.values.length > LONG_LIST;
  }

  /* All of it anew, in the language of now. */
  fill() {
    const { facet } = this;
    const all = (codes) => () => facet.set(codes);
    const buttons = make('p', { class: 'buttons' }, pushButton('all', all(null)), pushButton('none', all(new Set())));
    this.element.replaceChildren(...(this.long && !SAMPLES[facet.column] ? [this.finder()] : []), this.list, ...(facet.values.length > 1 ? [buttons] : []));
    this.fillList();
  }

  finder() {
    const field = make('input', { type: 'search', class: 'field', 'aria-label': say('find_in_list', { n: this.facet.values.length }),
      placeholder: say('find_in_list', { n: this.facet.values.length }), value: this.sought });
    field.addEventListener('input', () => {
      this.sought = field.value;
      this.fillList();
      this.update();
    });
    return field;
  }

  fillList() {
    const wanted = folded(this.sought);
    const codes = this.facet.values.filter((code) => folded(this.facet.name(code)).includes(wanted)).slice(0, LISTED);
    this.rows = codes.map((code) => this.row(code));
    this.list.replaceChildren(...this.rows.map(({ element }) => element));
    this.list.classList.toggle('long', this.long && !SAMPLES[this.facet.column]);
    this.update();
  }

  row(code) {
    const { facet } = this;
    const word = facet.words[code];
    const box = make('input', { type: 'checkbox', onchange: () => facet.toggle(code, box.checked) });
    box.dataset[DATA_NAMES[facet.column] || 'own'] = word;
    const count = make('span', { class: 'count' });
    const name = facet.name(code);
    const only = make('button', { type: 'button', class: 'only', text: say('only'), 'aria-label': say('only_this', { name: withoutBidi(name) }),
      onclick: () => facet.set(new Set([code])) });
    const label = make('label', { class: 'row grow' }, box, SAMPLES[facet.column] ? SAMPLES[facet.column](word) : null, said(name, { class: 'grow' }), count);
    return { code, box, count, element: make('li', { class: 'choice' }, label, facet.values.length > 1 ? only : null) };
  }

  update() {
    const counts = this.facet.counts();
    for (const { code, box, count, element } of this.rows) {
      box.checked = this.facet.has(code);
      count.textContent = number(counts[code]);
      element.classList.toggle('nothing', counts[code] === 0);
    }
  }
}
