/* A sheet: one canvas over the map, redrawn when the view changes, moved and scaled with the map in between. */
const Sheet = L.Renderer.extend({
  options: { padding: 0.15 },

  initialize(paint, options) {
    this._paint = paint;
    L.Renderer.prototype.initialize.call(this, options);
  },

  _initContainer() {
    this._container = make('canvas', { 'aria-hidden': 'true', class: 'sheet' });
    this._context = this._container.getContext('2d');
  },

  _destroyContainer() {
    L.DomUtil.remove(this._container);
    delete this._container;
    delete this._context;
  },

  /* After the map was only moved the symbols may wait for the next frame: they have moved with it. */
  _update() {
    if (!this._map || (this._map._animatingZoom && this._bounds)) return;
    const moved = this._bounds && this._zoom === this._map.getZoom();
    if (!this.options.patient || !moved || this.waited) {
      this.updateNow();
      return;
    }
    this.waited = requestAnimationFrame(() => this._map && this._update());
  },

  updateNow() {
    cancelAnimationFrame(this.waited);
    this.waited = null;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const canvas = this._container;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    this.redraw();
  },

  /* Make the canvas as fine as it is shown; a canvas that is given a size is cleared. */
  resize(ratio) {
    const { x, y } = this._bounds.getSize();
    const canvas = this._container;
    const [width, height] = [Math.round(x * ratio), Math.round(y * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  },

  redraw() {
    if (!this._context) return;
    const ratio = sharpness();
    this.resize(ratio);
    const { min, max } = this._bounds;
    const g = this._context;
    g.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    g.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
    this._paint(g, new View(this._map, this._bounds));
  },
});

const DARKNESS = window.matchMedia('(prefers-color-scheme: dark)');
let printing = false;

/* Pixels of a canvas in one of the page: paper shows more of them than a screen. */
const sharpness = () => Math.max(printing ? 3 : 1, window.devicePixelRatio || 1);

/* Dark when the reader's system or the page's own switch says so; never on paper. */
function palette() {
  const { scheme } = document.documentElement.dataset;
  const dark = scheme ? scheme === 'dark' : DARKNESS.matches;
  return dark && !printing ? BLOCK.palette.dark : BLOCK.palette.light;
}
