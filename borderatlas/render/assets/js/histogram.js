/* The time line along the lower edge: bars of incidents by their first day, stacked by type, within all other filters;
   the range of days that is shown; undated ones as a choice of their own; play. */
const UNITS = [...(GROUPED ? [] : [['day', 1], ['week', 1]]), ['month', 1], ['year', 1], ['year', 5], ['year', 10], ['year', 50], ['year', 100], ['year', 500]];
const TICKS = [['day', 1], ['day', 7], ['month', 1], ['month', 3], ['month', 6], ['year', 1], ['year', 2], ['year', 5], ['year', 10], ['year', 20],
  ['year', 50], ['year', 100], ['year', 500], ['year', 1000]];

/* The first day of the unit that holds a day, and of the one `n` units on. */
function unitStart(day, [unit, step], n = 0) {
  if (unit === 'day') return Math.floor(day / step) * step + n * step;
  if (unit === 'week') return Math.floor((day + 3) / 7) * 7 - 3 + n * 7;
  const date = new Date(day * DAY_MS);
  const months = unit === 'month' ? step : 12 * step;
  const index = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) * months + n * months;
  const start = new Date(0);
  start.setUTCFullYear(Math.floor(index / 12), ((index % 12) + 12) % 12, 1);
  return Math.round(start.getTime() / DAY_MS);
}

/* The edges of units from the one that holds `from` to the one that holds `to`. */
function unitEdges(from, to, unit) {
  const edges = [unitStart(from, unit)];
  while (edges[edges.length - 1] <= to) edges.push(unitStart(edges[edges.length - 1], unit, 1));
  return edges;
}

const DAYS_IN = { day: 1, week: 7, month: 30.44, year: 365.25 };
const unitsIn = (days, [unit, step]) => days / (DAYS_IN[unit] * step);

class Timeline {
  constructor(days) {
    this.days = days;
    const [first, last] = days.bounds || [0, 0];
    const pad = Math.max(0, Math.ceil((12 - (last - first)) / 2));
    this.span = [first - pad, last + pad];
    this.canvas = make('canvas', { class: 'bars', 'aria-hidden': 'true' });
    this.setBins(600);
    this.slider = new RangeSlider({
      ...this.bounds(), names: ['first_day', 'last_day'], least: 1,
      part: (edge) => (edge - this.edges[0]) / (this.edges[this.edges.length - 1] - this.edges[0]),
      edge: (part) => Math.round(this.edges[0] + part * (this.edges[this.edges.length - 1] - this.edges[0])),
      snap: (edge, way) => this.snap(edge, way),
      step: (edge, by, small) => (small && !GROUPED ? edge + by : this.snap(edge + by, by)),
      texts: [(edge) => dayText(Math.max(edge, first)), (edge) => dayText(Math.min(edge - 1, last))],
      changed: (at) => this.choose(at),
    });
    this.build();
  }

  bounds() {
    return { min: this.edges[0], max: this.edges[this.edges.length - 1] };
  }

  /* The finest bins that are at least three pixels wide. */
  setBins(width) {
    const [from, to] = this.span;
    this.unit = UNITS.find((unit) => unitsIn(to - from + 1, unit) <= Math.max(12, Math.min(500, width / 3))) || UNITS[UNITS.length - 1];
    this.edges = unitEdges(from, to, this.unit);
  }

  binOf(day) {
    let low = 0;
    let high = this.edges.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.edges[middle] <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /* The edge of a bin nearest to a day (0), or the next one down or up. */
  snap(edge, way) {
    const bin = this.binOf(edge);
    const [a, b] = [this.edges[bin], this.edges[bin + 1]];
    if (edge <= a) return a;
    if (way) return way > 0 ? b : a;
    return edge - a < b - edge ? a : b;
  }

  build() {
    this.note = make('output', { class: 'range-text' });
    this.playButton = make('button', { type: 'button', id: 'play', class: 'small', onclick: () => this.play() }, make('span', { 'aria-hidden': 'true' }));
    this.sayPlay();
    this.undatedBox = make('input', { type: 'checkbox', checked: true, id: 'undated' });
    this.undatedBox.addEventListener('change', () => this.days.set(this.days.from, this.days.to, this.undatedBox.checked));
    this.undatedWords = make('span');
    this.undatedLabel = make('label', { class: 'row undated' }, this.undatedBox, this.undatedWords);
    this.undatedLabel.hidden = !this.days.undated;
    this.peak = make('span', { class: 'peak', 'aria-hidden': 'true' });
    this.bars = make('span', { class: 'bars-of' });
    this.chart = make('div', { class: 'chart' }, this.canvas, this.peak, this.slider.element);
    this.element = make('section', { id: 'timeline', 'say-name': 'timeline' },
      make('div', { class: 'bar' }, this.playButton, this.note, this.bars, this.undatedLabel), this.chart);
    if (!this.days.bounds) for (const part of [this.chart, this.playButton, this.note, this.bars]) part.hidden = true;
    new ResizeObserver(() => this.resize()).observe(this.chart);
  }

  resize() {
    const width = this.chart.clientWidth;
    if (!width || !this.days.bounds) return;
    this.setBins(width);
    const full = this.slider.full;
    Object.assign(this.slider, this.bounds());
    if (full) this.slider.set(this.slider.min, this.slider.max, true);
    this.sized = true;
    this.update();
  }

  choose([a, b]) {
    const { min, max } = this.slider;
    this.days.set(a <= min ? null : a, b >= max ? null : b - 1);
  }

  /* Show what the filter is, whoever changed it. */
  show() {
    const { from, to, withUndated, bounds } = this.days;
    const { min, max } = this.slider;
    if (bounds) {
      this.slider.set(from === null ? min : from, to === null ? max : to + 1, true);
      this.note.textContent = spanText(from === null ? bounds[0] : from, to === null ? bounds[1] : to);
    }
    this.undatedBox.checked = withUndated;
  }

  counts() {
    const mask = SELECTION.without('dates');
    const kinds = BLOCK.types.length;
    const placeOf = Uint16Array.from(STORE.words[COLOURED], (type) => [...TYPES.keys()].indexOf(type));
    const counts = new Uint32Array((this.edges.length - 1) * kinds);
    let undated = 0;
    for (let row = 0; row < STORE.size; row += 1) {
      if (!mask[row]) continue;
      if (this.days.first[row] === NO_DATE) undated += STORE.weight[row];
      else counts[this.binOf(this.days.first[row]) * kinds + placeOf[STORE.codes[COLOURED][row]]] += STORE.weight[row];
    }
    this.undatedWords.textContent = say('undated_n', { n: number(undated) });
    return counts;
  }

  /* Bars are counted when it is known how wide they are. */
  update() {
    if (!this.sized && this.days.bounds) return;
    this.numbers = this.counts();
    this.show();
    this.paint();
  }

  paint() {
    const { canvas } = this;
    const [width, height] = [this.chart.clientWidth, this.chart.clientHeight];
    if (!width || !this.numbers) return;
    if (this.numbers.length !== (this.edges.length - 1) * BLOCK.types.length) this.numbers = this.counts();
    const g = sizedCanvas(canvas, width, height);
    const ink = palette();
    const floor = height - 17;
    const peak = this.paintBars(g, width, floor, ink);
    this.peak.textContent = peak ? number(peak) : '';
    this.paintAxis(g, width, floor, ink);
    const dated = this.numbers.reduce((sum, count) => sum + count, 0);
    const [unit, step] = this.unit;
    this.bars.textContent = say('bars_of', { n: number(dated), unit: step > 1 ? say('years', { n: step }) : say(unit) });
  }

  paintBars(g, width, floor, ink) {
    const kinds = BLOCK.types.length;
    const bins = this.edges.length - 1;
    const sums = Array.from({ length: bins }, (_, bin) => this.numbers.subarray(bin * kinds, (bin + 1) * kinds).reduce((sum, count) => sum + count, 0));
    const peak = Math.max(1, ...sums);
    const chosen = this.slider.at.map((edge) => this.slider.part(edge) * width);
    for (const [alpha, clip] of [[0.22, [0, width]], [1, chosen]]) {
      g.save();
      g.beginPath();
      g.rect(clip[0], 0, clip[1] - clip[0], floor);
      g.clip();
      if (alpha === 1) g.clearRect(clip[0], 0, clip[1] - clip[0], floor);
      g.globalAlpha = alpha;
      for (let bin = 0; bin < bins; bin += 1) if (sums[bin]) this.paintBar(g, bin, width, floor, peak, kinds);
      g.restore();
    }
    g.beginPath();
    g.moveTo(0, floor + 0.5);
    g.lineTo(width, floor + 0.5);
    stroke(g, ink.faint, 1);
    return Math.max(0, ...sums);
  }

  paintBar(g, bin, width, floor, peak, kinds) {
    const [a, b] = [this.edges[bin], this.edges[bin + 1]].map((edge) => this.slider.part(edge) * width);
    const wide = Math.min(26, Math.max(1.5, b - a - (b - a > 4 ? 1 : 0)));
    const left = (a + b) / 2 - wide / 2;
    const scale = (floor - 8) / peak;
    let top = floor;
    BLOCK.types.forEach((type, kind) => {
      const count = this.numbers[bin * kinds + kind];
      if (!count) return;
      g.fillStyle = inkOf(type, palette());
      g.fillRect(left, top - count * scale, wide, count * scale);
      top -= count * scale;
    });
  }

  paintAxis(g, width, floor, ink) {
    const { min, max } = this.slider;
    const unit = TICKS.find((tick) => width / unitsIn(max - min, tick) >= (tick[0] === 'year' ? 40 : tick[0] === 'month' ? 62 : 74)) || TICKS[TICKS.length - 1];
    g.font = `11px ${SANS}`;
    g.textBaseline = 'alphabetic';
    g.fillStyle = ink.soft;
    for (const edge of unitEdges(min, max, unit)) {
      const x = this.slider.part(edge) * width;
      const text = dayText(edge).slice(0, unit[0] === 'year' ? -6 : unit[0] === 'month' ? -3 : undefined);
      const half = g.measureText(text).width + 4;
      if (x < 0 || x + half > width) continue;
      g.fillRect(Math.round(x), floor + 1, 1, 4);
      g.fillText(text, x + 3, floor + 13);
    }
  }

  /* Play: a chosen stretch wanders to the end; with all days chosen, they fill from the first. Without motion, one step. */
  play() {
    if (this.timer) return this.pause();
    const [a, b] = this.slider.at;
    const { min, max } = this.slider;
    this.grows = this.slider.full || (a <= min && this.grows && b < max);
    this.width = b - a;
    if (this.slider.full) this.slider.set(min, this.snap(min + 1, 1));
    else if (b >= max) this.slider.set(min, min + this.width);
    if (STILL.matches) return this.advance();
    const bins = this.edges.length - 1;
    this.timer = setInterval(() => this.advance() || this.pause(), Math.min(600, Math.max(90, 20000 / bins)));
    return this.sayPlay();
  }

  /* One bin on; false at the end. */
  advance() {
    const [a, b] = this.slider.at;
    const { max } = this.slider;
    if (b >= max) return false;
    const next = this.snap(b + 1, 1);
    if (this.grows) this.slider.set(a, next);
    else this.slider.set(Math.min(max - this.width, a + next - b), Math.min(max, next));
    return true;
  }

  pause() {
    clearInterval(this.timer);
    this.timer = null;
    this.sayPlay();
  }

  sayPlay() {
    const key = this.timer ? 'pause' : STILL.matches ? 'step' : 'play';
    nameIt(this.playButton, key);
    this.playButton.dataset.sayTitle = '';
    this.playButton.title = say(key);
    this.playButton.firstElementChild.textContent = { pause: '❚❚', step: '▸|', play: '▶' }[key];
  }
}

const STILL = window.matchMedia('(prefers-reduced-motion: reduce)');

/* A canvas made as large as it is shown, sharp on fine screens; gives its context, in pixels of the page. */
function sizedCanvas(canvas, width, height) {
  const ratio = Math.max(2, sharpness());
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const g = canvas.getContext('2d');
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.clearRect(0, 0, width, height);
  return g;
}
