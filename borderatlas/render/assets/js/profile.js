/* The river profile: incidents by kilometre (source to mouth) and time, with the towns of both banks. Reaches are thick
   lines, what is uncertain a thin one; linked with the map both ways. */
const PROFILE_EDGE = { left: 48, right: 14, top: 22, bottom: 36 };
/* Past this many, symbols become dots and the lines of uncertainty are left out: they would cover everything. */
const MANY = 2500;

class RiverProfile {
  constructor(atlas, changed) {
    Object.assign(this, { atlas, changed, river: RIVERS.length ? RIVERS[0].river : '', marked: null, current: -1, inOrder: null });
    this.canvas = make('canvas', { 'aria-hidden': 'true' });
    this.plot = make('div', { class: 'plot', tabindex: '0', role: 'application' }, this.canvas);
    this.said = make('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
    this.note = make('p', { class: 'note' });
    this.key = make('span', { class: 'note' });
    this.choices = RIVERS.map(({ river }) => pushButton(river, () => this.choose(river), { 'data-river': river }));
    this.range = make('div', { class: 'km-range' });
    this.tools = make('div', { class: 'bar' }, make('span', { class: 'segments', role: 'group', 'say-name': 'river' }, ...this.choices), this.said);
    this.element = make('div', { class: 'profile' }, this.plot, this.range,
      make('p', { class: 'notes' }, this.note, ' ', this.key));
    this.listen();
    this.makeSlider();
  }

  listen() {
    this.plot.addEventListener('pointermove', (event) => this.point(this.hit(event)));
    this.plot.addEventListener('pointerleave', () => this.point(null));
    this.plot.addEventListener('click', (event) => {
      const row = this.hit(event);
      if (row !== null) this.atlas.openRow(row, this.plot);
    });
    this.plot.addEventListener('keydown', (event) => this.pressed(event));
    this.plot.addEventListener('blur', () => this.point(null));
    new ResizeObserver(() => this.paint()).observe(this.plot);
  }

  get length() {
    const river = RIVERS.find((one) => one.river === this.river);
    const code = STORE.words.river.indexOf(this.river);
    let longest = (river && river.length_km) || 0;
    for (let row = 0; row < STORE.size; row += 1) if (STORE.codes.river[row] === code && STORE.kmTo[row] > longest) longest = STORE.kmTo[row];
    return Math.max(1, Math.ceil(longest));
  }

  makeSlider() {
    const max = this.length;
    const step = (edge, by, small) => edge + by * (small ? 1 : 10);
    const text = (edge) => say('km', { n: Math.round(edge) });
    this.slider = new RangeSlider({
      min: 0, max, names: ['km_from', 'km_to'], least: 1, step, texts: [text, text],
      part: (edge) => edge / max, edge: (part) => part * max, snap: (edge) => Math.round(edge),
      changed: ([from, to]) => FILTERS.km.set(this.slider.full ? null : this.river, from, to),
    });
    this.range.replaceChildren(this.slider.element);
  }

  choose(river) {
    if (!RIVERS.some((one) => one.river === river)) return;
    this.river = river;
    this.current = -1;
    this.makeSlider();
    if (FILTERS.km.on && FILTERS.km.river !== river) FILTERS.km.set(null);
    this.update();
    this.changed();
  }

  /* The rows of this river within all filters but that of kilometres, from source to mouth. */
  update() {
    const { km } = FILTERS;
    for (const choice of this.choices) choice.setAttribute('aria-pressed', String(choice.dataset.river === this.river));
    this.slider.set(...(km.river === this.river ? [km.from, km.to] : [0, this.slider.max]), true);
    const mask = SELECTION.without('km');
    const code = STORE.words.river.indexOf(this.river);
    const rows = [];
    let all = 0;
    for (let row = 0; row < STORE.size; row += 1) {
      all += mask[row] * STORE.weight[row];
      if (mask[row] && STORE.codes.river[row] === code && !Number.isNaN(STORE.kmFrom[row])) rows.push(row);
    }
    this.rows = rows;
    this.inOrder = null;
    const river = say(this.river);
    this.plot.setAttribute('aria-label', say('profile_name', { river }));
    this.note.textContent = say('on_profile', { n: number(countIn(rows)), all: number(all), rest: number(all - countIn(rows)), river });
    this.key.textContent = say('profile_key', { up: say(`up_${this.river}`) });
    this.setScales();
    this.paint();
  }

  /* The rows from source to mouth, made when the keyboard first asks for them. */
  get order() {
    if (!this.inOrder) this.inOrder = [...(this.rows || [])].sort((a, b) => this.kmOf(a) - this.kmOf(b) || this.dayOf(a) - this.dayOf(b) || a - b);
    return this.inOrder;
  }

  kmOf(row) {
    return (STORE.kmFrom[row] + STORE.kmTo[row]) / 2;
  }

  dayOf(row) {
    const { first, last } = FILTERS.days;
    return first[row] === NO_DATE ? -Infinity : (first[row] + last[row]) / 2;
  }

  setScales() {
    const { days } = FILTERS;
    const bounds = days.bounds || [0, 1];
    const from = days.from === null ? bounds[0] : days.from;
    const to = days.to === null ? bounds[1] : days.to;
    const pad = Math.max(1, (to - from) * 0.03);
    this.span = [from - pad, to + pad];
    this.undated = this.rows.some((row) => days.first[row] === NO_DATE);
  }

  /* Where a row stands on the canvas, in pixels. */
  spot(row) {
    return { x: this.x(this.kmOf(row)), y: this.y(this.dayOf(row)) };
  }

  x(km) {
    const { left, right } = PROFILE_EDGE;
    return left + km / this.slider.max * (this.width - left - right);
  }

  y(day) {
    const { top, bottom } = PROFILE_EDGE;
    const floor = this.height - bottom - (this.undated ? 16 : 0);
    if (day === -Infinity) return this.height - bottom - 8;
    const [from, to] = this.span;
    return floor - Math.min(1, Math.max(0, (day - from) / (to - from))) * (floor - top);
  }

  paint() {
    this.width = this.plot.clientWidth;
    this.height = this.plot.clientHeight;
    if (!this.width || !this.rows) return;
    const g = sizedCanvas(this.canvas, this.width, this.height);
    const ink = palette();
    this.range.style.marginInline = `${PROFILE_EDGE.left}px ${PROFILE_EDGE.right}px`;
    this.paintGrid(g, ink);
    this.paintTowns(g, ink);
    if (this.rows.length <= MANY) for (const row of this.rows) this.paintExtent(g, row, ink);
    for (const row of this.rows) this.paintRow(g, row, ink);
    for (const row of new Set([this.marked, this.current < 0 ? null : this.order[this.current], ...this.atlas.popups.chosen])) if (this.onPlot(row)) this.paintMark(g, row, ink);
  }

  onPlot(row) {
    return row !== null && row !== undefined && STORE.words.river[STORE.codes.river[row]] === this.river && !Number.isNaN(STORE.kmFrom[row]);
  }

  paintGrid(g, ink) {
    const { top, bottom } = PROFILE_EDGE;
    g.font = `11px ${SANS}`;
    g.fillStyle = ink.soft;
    g.textBaseline = 'middle';
    g.textAlign = 'right';
    const [from, to] = this.span.map(Math.round);
    const room = (this.height - top - bottom);
    const unit = TICKS.find((tick) => room / unitsIn(to - from, tick) >= 24) || TICKS[TICKS.length - 1];
    const size = unit[0] === 'year' ? -6 : unit[0] === 'month' ? -3 : undefined;
    for (const edge of unitEdges(from, to, unit)) {
      if (edge < from || edge > to) continue;
      this.rule(g, ink, [this.x(0), this.y(edge)], [this.x(this.slider.max), this.y(edge)]);
      g.fillText(dayText(edge).slice(size === undefined ? 5 : 0, size), PROFILE_EDGE.left - 5, this.y(edge));
    }
    if (this.undated) g.fillText(say('undated'), PROFILE_EDGE.left - 5, this.y(-Infinity), PROFILE_EDGE.left - 6);
    this.paintKm(g, ink);
  }

  paintKm(g, ink) {
    const { top, bottom } = PROFILE_EDGE;
    const step = [10, 20, 50, 100, 200, 500].find((km) => this.x(km) - this.x(0) > 46) || 1000;
    g.textAlign = 'center';
    g.fillStyle = ink.soft;
    for (let km = 0; km <= this.slider.max; km += step) {
      this.rule(g, ink, [this.x(km), top], [this.x(km), this.height - bottom]);
      g.fillText(km ? String(km) : 'km 0', this.x(km), this.height - 8);
    }
    g.beginPath();
    g.moveTo(this.x(0), this.height - bottom + 0.5);
    g.lineTo(this.x(this.slider.max), this.height - bottom + 0.5);
    stroke(g, ink.river, 2);
  }

  rule(g, ink, from, to) {
    g.beginPath();
    g.moveTo(...from.map((at) => Math.round(at) + 0.5));
    g.lineTo(...to.map((at) => Math.round(at) + 0.5));
    stroke(g, ink.rule, 1, 0.8);
  }

  /* Towns with their names, the other banks' above, the Korean ones below; the greater ones first, none over another. */
  paintTowns(g, ink) {
    const { towns } = BLOCK.basemap || {};
    if (!towns || !towns.river) return;
    const { top, bottom } = PROFILE_EDGE;
    const taken = { above: [], below: [] };
    g.font = `11.5px ${SANS}`;
    g.textBaseline = 'alphabetic';
    towns.river.forEach((river, i) => {
      if (river !== this.river || towns.km[i] === null) return;
      const side = towns.bank[i] === 'KP' ? 'below' : 'above';
      const name = nameIn({ name: towns.name[i], name_ko: towns.ko[i], name_zh: towns.zh[i] }, LANGUAGE_OF.now);
      const x = this.x(towns.km[i]);
      const half = g.measureText(name).width / 2 + 5;
      const middle = Math.min(Math.max(x, half), this.width - half);
      if (taken[side].some(([a, b]) => middle - half < b && middle + half > a)) return;
      taken[side].push([middle - half, middle + half]);
      const edge = side === 'above' ? top : this.height - bottom;
      g.fillStyle = ink.soft;
      g.fillRect(Math.round(x), side === 'above' ? edge - 5 : edge + 1, 1, 5);
      g.fillStyle = towns.rank[i] < 3 ? ink.ink : ink.soft;
      g.fillText(name, middle, side === 'above' ? edge - 8 : edge + 16);
    });
  }

  within(row) {
    return FILTERS.km.river !== this.river || (STORE.kmTo[row] >= FILTERS.km.from && STORE.kmFrom[row] <= FILTERS.km.to);
  }

  paintExtent(g, row, ink) {
    const y = this.y(this.dayOf(row));
    const [a, b] = [STORE.kmFrom[row], STORE.kmTo[row]];
    const faint = this.within(row) ? 1 : 0.2;
    if (b - a < 0.05) {
      const radius = Math.min(this.slider.max, (STORE.uncertainty[row] || 0) / 1000);
      if (!radius) return;
      g.beginPath();
      g.moveTo(this.x(Math.max(0, a - radius)), y);
      g.lineTo(this.x(Math.min(this.slider.max, b + radius)), y);
      stroke(g, ink.area, 1, 0.55 * faint);
      return;
    }
    g.beginPath();
    g.moveTo(this.x(a), y);
    g.lineTo(this.x(b), y);
    stroke(g, ink.area, 5, 0.42 * faint);
  }

  paintRow(g, row, ink) {
    const { x, y } = this.spot(row);
    const type = typeOfRow(row);
    g.globalAlpha = this.within(row) ? 1 : 0.2;
    if (this.rows.length > MANY) {
      g.fillStyle = inkOf(type, ink);
      g.fillRect(x - 1.5, y - 1.5, 3, 3);
    } else {
      this.paintStem(g, row, x, y, ink);
      drawSymbol(g, x, y, 4.6, type, isSolidRow(row), ink);
    }
    g.globalAlpha = 1;
  }

  paintStem(g, row, x, y, ink) {
    const bank = coded('bank', row);
    if (!bank) return;
    g.beginPath();
    g.moveTo(x, y);
    g.lineTo(x, y + (bank === 'KP' ? 10 : -10));
    g.strokeStyle = ink.ink;
    g.lineWidth = 1.4;
    g.stroke();
  }

  paintMark(g, row, ink) {
    const { x, y } = this.spot(row);
    g.beginPath();
    g.arc(x, y, 9, 0, 2 * Math.PI);
    stroke(g, ink.halo, 5);
    stroke(g, ink.accent, 2.5);
    drawSymbol(g, x, y, 5, typeOfRow(row), isSolidRow(row), ink);
  }

  hit(event) {
    const box = this.plot.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const reach = event.pointerType === 'touch' ? 22 : 10;
    let best = null;
    let least = reach;
    for (const row of this.rows || []) {
      const { x, y } = this.spot(row);
      const distance = Math.hypot(x - px, y - py);
      if (distance < least) [best, least] = [row, distance];
    }
    return best;
  }

  /* A row is pointed at here: say it, and show it on the map. */
  point(row) {
    if (row === this.marked) return;
    this.marked = row;
    this.plot.classList.toggle('on-symbol', row !== null);
    this.atlas.highlight(row);
    this.tell(row);
    this.paint();
  }

  async tell(row) {
    if (row === null) return void (this.said.textContent = '');
    const record = await STORE.record(row);
    if (this.marked !== row) return undefined;
    this.said.replaceChildren(said(incidentName(record)), ` · ${when(row)} · ${riverCell(row).join(' ')}`);
    return undefined;
  }

  /* A row is pointed at elsewhere. */
  mark(row) {
    if (row === this.marked) return;
    this.marked = row;
    this.paint();
  }

  pressed(event) {
    const last = this.order.length - 1;
    const moves = {
      ArrowRight: this.current + 1, ArrowLeft: this.current - 1, Home: 0, End: last,
      ArrowUp: this.nextInTime(1), ArrowDown: this.nextInTime(-1),
    };
    if (event.key === 'Enter' && this.current >= 0) {
      event.preventDefault();
      this.atlas.openRow(this.order[this.current], this.plot);
    }
    if (!Object.hasOwn(moves, event.key) || last < 0) return;
    event.preventDefault();
    this.current = Math.min(last, Math.max(0, moves[event.key]));
    this.point(this.order[this.current]);
  }

  /* The place in `order` of the incident next in time. */
  nextInTime(way) {
    if (this.current < 0) return 0;
    const byTime = [...this.order.keys()].sort((a, b) => this.dayOf(this.order[a]) - this.dayOf(this.order[b]) || a - b);
    return byTime[Math.min(byTime.length - 1, Math.max(0, byTime.indexOf(this.current) + way))];
  }
}
