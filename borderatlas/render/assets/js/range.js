/* A range with two handles over a chart: by pointer (drag a handle, the stretch between them, or a new stretch) and by
   keyboard (arrows a step, Shift and arrow the smallest step, Page a tenth, Home and End). Its values are edges: what
   is chosen lies between the first and the second. */
class RangeSlider {
  /* options: min, max (edges); part(edge) → 0 to 1; edge(part); snap(edge, -1|0|1); step(edge, ±1, small); texts: [a → text, b → text];
     names: [key, key] of speech; changed([a, b]). */
  constructor(options) {
    Object.assign(this, options);
    this.at = [this.min, this.max];
    this.handles = this.names.map((name, side) => make('div', {
      role: 'slider', tabindex: '0', class: `handle ${side ? 'to' : 'from'}`, 'say-name': name, 'aria-orientation': 'horizontal',
      onkeydown: (event) => this.key(event, side),
    }));
    this.window = make('div', { class: 'window' });
    this.element = make('div', { class: 'range' }, this.window, ...this.handles);
    this.element.addEventListener('pointerdown', (event) => this.grip(event));
    this.show();
  }

  get full() {
    return this.at[0] <= this.min && this.at[1] >= this.max;
  }

  show() {
    const parts = this.at.map((edge) => this.part(edge));
    this.window.style.left = `${parts[0] * 100}%`;
    this.window.style.right = `${(1 - parts[1]) * 100}%`;
    this.element.classList.toggle('full', this.full);
    this.handles.forEach((handle, side) => {
      handle.style.left = `${parts[side] * 100}%`;
      handle.setAttribute('aria-valuemin', side ? this.at[0] : this.min);
      handle.setAttribute('aria-valuemax', side ? this.max : this.at[1]);
      handle.setAttribute('aria-valuenow', this.at[side]);
      handle.setAttribute('aria-valuetext', this.texts[side](this.at[side]));
    });
  }

  /* Take a range over, kept within the bounds and in order; tell only when it is another one. */
  set(from, to, quietly = false) {
    const kept = [from, to].map((edge) => Math.min(this.max, Math.max(this.min, edge))).sort((a, b) => a - b);
    const same = kept.every((edge, side) => edge === this.at[side]);
    this.at = kept;
    this.show();
    if (!same && !quietly) this.changed(this.at);
  }

  move(side, edge) {
    const [a, b] = this.at;
    const least = this.least || 0;
    if (side) this.set(a, Math.max(edge, a + least));
    else this.set(Math.min(edge, b - least), b);
  }

  key(event, side) {
    const tenth = (this.max - this.min) / 10;
    const edge = this.at[side];
    const moves = {
      ArrowRight: () => this.step(edge, 1, event.shiftKey), ArrowUp: () => this.step(edge, 1, event.shiftKey),
      ArrowLeft: () => this.step(edge, -1, event.shiftKey), ArrowDown: () => this.step(edge, -1, event.shiftKey),
      PageUp: () => this.snap(edge + tenth, 1), PageDown: () => this.snap(edge - tenth, -1),
      Home: () => this.min, End: () => this.max,
    };
    if (!Object.hasOwn(moves, event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(side, moves[event.key]());
  }

  edgeAt(event) {
    const box = this.element.getBoundingClientRect();
    return this.edge(Math.min(1, Math.max(0, (event.clientX - box.left) / (box.width || 1))));
  }

  /* What a pointer that goes down takes hold of. */
  grip(event) {
    if (event.button) return;
    event.preventDefault();
    const side = this.handles.indexOf(event.target);
    const start = this.edgeAt(event);
    const before = [...this.at];
    const within = !this.full && start >= before[0] && start <= before[1] && !event.shiftKey;
    if (side >= 0) this.handles[side].focus();
    this.follow(event, (edge) => {
      if (side >= 0) this.move(side, this.snap(edge, 0));
      else if (within) this.shift(before, edge - start);
      else this.set(this.snap(Math.min(start, edge), -1), this.snap(Math.max(start, edge), 1));
    }, side < 0 && !within);
  }

  /* The whole stretch moved, its width kept. */
  shift([a, b], by) {
    const width = b - a;
    const from = Math.min(this.max - width, Math.max(this.min, this.snap(a + by, 0)));
    this.set(from, from + width);
  }

  follow(event, act, atOnce) {
    const { element } = this;
    const moved = (next) => act(this.edgeAt(next));
    const ended = () => {
      element.removeEventListener('pointermove', moved);
      for (const name of ['pointerup', 'pointercancel']) element.removeEventListener(name, ended);
    };
    element.setPointerCapture(event.pointerId);
    element.addEventListener('pointermove', moved);
    for (const name of ['pointerup', 'pointercancel']) element.addEventListener(name, ended);
    if (atOnce) moved(event);
  }
}
