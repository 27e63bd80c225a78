/* What of the world a sheet shows: world coordinates to pixels of the map, and what lies outside. */
class View {
  constructor(map, bounds) {
    const origin = map.getPixelOrigin();
    this.zoom = map.getZoom();
    this.scale = 256 * 2 ** this.zoom;
    this.left = origin.x;
    this.top = origin.y;
    this.min = bounds.min;
    this.max = bounds.max;
    this.seen = { min: map.containerPointToLayerPoint([0, 0]), max: map.containerPointToLayerPoint(map.getSize()) };
    this.metresPerPixel = 40075016.686 * Math.cos(map.getCenter().lat * Math.PI / 180) / this.scale;
  }

  x(worldX) {
    return worldX * this.scale - this.left;
  }

  y(worldY) {
    return worldY * this.scale - this.top;
  }

  /* Whether a box of world coordinates touches the view, `margin` pixels about it counted in. */
  shows(box, margin = 20) {
    return this.x(box[2]) > this.min.x - margin && this.x(box[0]) < this.max.x + margin
      && this.y(box[3]) > this.min.y - margin && this.y(box[1]) < this.max.y + margin;
  }

  /* Pixels on the ground for a length in metres at a world y (Web Mercator stretches with latitude). */
  pixels(metres, worldY) {
    return metres * this.scale * Math.cosh(2 * Math.PI * (0.5 - worldY)) / 40075016.686;
  }

  /* Add lines to the canvas' path, leaving out vertices that fall within half a pixel of the one before. */
  trace(g, lines, closed) {
    const { scale, left, top } = this; // thousands of vertices a sheet, before the browser has compiled this
    for (const { at, box } of lines) {
      if (!this.shows(box)) continue;
      let px = at[0] * scale - left;
      let py = at[1] * scale - top;
      g.moveTo(px, py);
      const last = at.length - 2;
      for (let i = 2; i <= last; i += 2) {
        const x = at[i] * scale - left;
        const y = at[i + 1] * scale - top;
        if ((x > px ? x - px : px - x) + (y > py ? y - py : py - y) < 0.7 && i < last) continue;
        g.lineTo(x, y);
        px = x;
        py = y;
      }
      if (closed) g.closePath();
    }
  }
}
