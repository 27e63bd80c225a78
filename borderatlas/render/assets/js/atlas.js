/* The page's start: folium has made the map, and this takes it over. */
const ZOOM_INSTEAD = 30;
/* Of a symbol with more incidents the rows are not sorted while the pointer only passes over it. */
const LOOKED_AHEAD = 2000;

class Atlas {
  constructor(map) {
    this.map = map;
    this.shown = { tiles: true, land: true, tributaries: true, provinces: true, labels: true, footprints: true };
    this.language = BLOCK.language || 'en';
    this.stacks = [];
    this.hoverers = [];
    this.speakers = [];
    for (const name of ['openRow', 'redraw', 'speak', 'highlight']) this[name] = this[name].bind(this);
    LANGUAGE_OF.now = this.language;
    this.setSheets();
    this.cursor = new Cursor(this);
    this.popups = new Popups(this);
    this.setCredit();
    const later = panelCanWait();
    if (later) this.room = roomOfTimeline();
    this.setView();
    if (!later) this.buildPanel();
    this.setEvents();
    this.started = true; // nothing is drawn before every part has its size
    map.invalidateSize({ pan: false });
    for (const sheet of [this.base, this.over]) sheet.updateNow(); // and not once more at the next frame
    if (later) this.buildPanelLater();
  }

  /* The panel and what else lies about the map, made once. */
  buildPanel() {
    if (this.panels) return;
    if (this.room) this.room.remove();
    this.panels = new Panel(this);
    performance.mark('borderatlas panel');
  }

  /* Make the panel when the map is on the screen: its own frame, and another by which it has got there. No frame comes
     where the page is not in sight. */
  async buildPanelLater() {
    const frames = async () => { for (let i = 0; i < 3; i += 1) await new Promise((done) => { requestAnimationFrame(done); }); };
    await Promise.race([frames(), new Promise((done) => { setTimeout(done, 500); })]);
    this.buildPanel();
  }

  setSheets() {
    const { map } = this;
    for (const [name, height] of [['tiles', 140], ['base', 150], ['over', 450], ['mark', 460]]) map.createPane(name).style.zIndex = height;
    map.getPane('mark').style.pointerEvents = 'none';
    this.base = new Sheet((g, view) => this.started && paintBase(g, view, this.layersShown()), { pane: 'base' });
    this.over = new Sheet((g, view) => this.started && this.paintOver(g, view), { pane: 'over', patient: true });
    this.mark = make('div', { class: 'mark', hidden: true });
    map.getPane('mark').append(this.mark);
    if (BLOCK.tiles) this.tiles = L.tileLayer(BLOCK.tiles.url, { ...BLOCK.tiles.options, pane: 'tiles', attribution: '' });
  }

  layersShown() {
    return this.tiles && this.shown.tiles ? { ...this.shown, land: false } : this.shown;
  }

  paintOver(g, view) {
    const ink = palette();
    this.stacks = stacksIn(view);
    paintFootprints(g, view, this.popups.chosen, this.shown.footprints);
    paintRings(g, view, this.stacks, this.popups.chosen, this.shown.footprints);
    if (this.shown.labels) paintLabels(g, view, this.stacks, this.language);
    paintStacks(g, this.stacks, ink);
    this.cursor.follow();
  }

  setCredit() {
    const { map } = this;
    map.attributionControl.setPrefix('<a href="https://leafletjs.com" target="_blank" rel="noopener noreferrer">Leaflet</a>');
    L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
    const parts = [BLOCK.credit, BLOCK.tiles && BLOCK.tiles.attribution].filter(Boolean);
    document.getElementById('credit').textContent = withoutBidi(parts.join(' · '));
    if (BLOCK.title) document.title = withoutBidi(BLOCK.title);
  }

  setEvents() {
    const { map } = this;
    map.on('click', (event) => this.click(event));
    map.on('mousemove', (event) => this.hover(event.layerPoint));
    map.on('mouseout', () => this.hover(null));
    map.getContainer().addEventListener('pointerdown', (event) => this.expect(this.hits(map.mouseEventToLayerPoint(event))), { capture: true });
    map.on('zoomend viewreset moveend', () => this.placeMark());
    SELECTION.onChange(() => this.over.redraw());
    DARKNESS.addEventListener('change', () => this.recolour());
    window.addEventListener('beforeprint', () => {
      if (!this.panels) {
        this.buildPanel();
        fillPrinted();
      }
      this.print(true);
    });
    window.addEventListener('afterprint', () => this.print(false));
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
  }

  /* The opening view, and how far one can leave it: the layers' frame and the incidents beyond it. */
  setView() {
    const { map } = this;
    const [west, south, east, north] = BLOCK.opening.map(degrees);
    const reach = L.latLngBounds([SOUTH, WEST], [NORTH, EAST]);
    for (const corner of extremes(STORE.lat, STORE.lon)) reach.extend(corner);
    map.invalidateSize({ pan: false });
    map.fitBounds([[south, west], [north, east]], { animate: false, padding: [14, 14], maxZoom: 11 });
    this.fitted = map.getSize();
    map.setMaxBounds(reach.pad(2));
    if (this.tiles) this.tiles.addTo(map);
    this.base.addTo(map);
    this.over.addTo(map);
  }

  /* Draw anew at the next frame, however often it is asked for until then. */
  redraw() {
    if (this.asked || !this.started) return;
    this.asked = requestAnimationFrame(() => this.redrawNow());
  }

  /* Mark other incidents as chosen once the popup is to be seen: drawing takes longer than to lay out its words. Where
     the map moves to make room for it, its sheets are drawn at the end of that anyway. */
  redrawLater() {
    clearTimeout(this.later);
    requestAnimationFrame(() => {
      this.later = setTimeout(() => { if (!(this.map._panAnim && this.map._panAnim._inProgress)) this.over.redraw(); });
    });
  }

  redrawNow() {
    this.asked = null;
    if (this.tiles && this.map.hasLayer(this.tiles) !== this.shown.tiles) this.map[this.shown.tiles ? 'addLayer' : 'removeLayer'](this.tiles);
    this.base.redraw();
    this.over.redraw();
  }

  recolour() {
    this.redrawNow();
    for (const canvas of document.querySelectorAll('canvas.sample')) canvas.redraw();
  }

  /* On paper the sheet has another size. It is laid out so before the browser takes its picture, and what was in view
     is fitted into it; afterwards all is as it was. */
  print(on) {
    const { map } = this;
    const bounds = onPaper(map.getBounds());
    for (const remove of this.standIns || []) remove();
    this.standIns = [];
    if (!on && !this.beforePrint) return;
    if (on && !printing) this.beforePrint = [map.getCenter(), map.getZoom(), map.options.zoomSnap];
    map.options.zoomSnap = on ? 0 : this.beforePrint[2]; // as large as the paper allows
    printing = on;
    for (const { media } of printRules()) media.mediaText = on ? 'all' : 'print';
    map.invalidateSize({ pan: false, animate: false });
    if (on) map.fitBounds(bounds, { animate: false });
    else map.setView(this.beforePrint[0], this.beforePrint[1], { animate: false });
    this.recolour();
    this.panels.timeline.resize();
    if (on) this.standIns = [...document.querySelectorAll('canvas')].flatMap(standIn);
  }

  speak(language) {
    this.language = language;
    LANGUAGE_OF.now = language;
    this.over._container.lang = language;
    for (const speaker of this.speakers) speaker(language);
    this.over.redraw();
  }

  onSpeak(speaker) {
    this.speakers.push(speaker);
  }

  /* Tell of the incident under the pointer: `hoverer(row)` when there is one symbol of one incident, `hoverer(null)` else. */
  onHover(hoverer) {
    this.hoverers.push(hoverer);
  }

  hover(point) {
    const hits = point ? this.hits(point) : [];
    this.expect(hits);
    this.map.getContainer().classList.toggle('on-symbol', hits.length > 0);
    const row = hits.length && hits[0].count === 1 ? firstRow(hits[0]) : null;
    if (row === this.hovered) return;
    this.hovered = row;
    for (const hoverer of this.hoverers) hoverer(row);
  }

  /* Open the texts of what may be clicked next, so that they are there by then. */
  expect(hits) {
    if (!hits.length || hits[0] === this.expected || hits[0].count > LOOKED_AHEAD) return;
    [this.expected] = hits;
    STORE.records(rowsOf(hits[0]).slice(0, FIRST_CARDS));
  }

  /* Mark where an incident is, from the table or the profile; null for none. */
  highlight(row) {
    this.marked = row !== null && STORE.located[row] ? row : null;
    this.placeMark();
  }

  placeMark() {
    const { mark, marked } = this;
    mark.hidden = marked === null || marked === undefined;
    if (!mark.hidden) L.DomUtil.setPosition(mark, this.map.latLngToLayerPoint([STORE.latOf(marked), STORE.lonOf(marked)]));
  }

  /* The symbols under a point of the map, the topmost first. */
  hits(point) {
    const near = ({ x, y, radius }) => Math.hypot(point.x - x, point.y - y) <= radius + 4;
    return (this.stacks.near ? this.stacks.near(point.x, point.y) : []).filter(near).sort((a, b) => b.solid - a.solid || a.count - b.count);
  }

  click(event) {
    const hits = this.hits(event.layerPoint);
    if (hits.length) this.openStacks(hits, null, event.originalEvent.timeStamp);
  }

  /* Open what stands behind symbols; a crowd of places is looked at more closely instead. */
  openStacks(stacks, returnTo, since = performance.now()) {
    const { map } = this;
    const several = stacks.some((stack) => stack.places.length > 1);
    const latlng = map.layerPointToLatLng([stacks[0].x, stacks[0].y]);
    const zoomIn = several && map.getZoom() < map.getMaxZoom() ? () => this.zoomTo(stacks[0], latlng) : null;
    const count = stacks.reduce((sum, stack) => sum + stack.count, 0);
    if (zoomIn && count > ZOOM_INSTEAD) {
      zoomIn();
      return;
    }
    const rows = stacks.length === 1 ? rowsOf(stacks[0]) : Int32Array.from(stacks.flatMap((stack) => [...rowsOf(stack)])).sort(latestFirst);
    this.popups.open(rows, latlng, { zoomIn, returnTo, since });
  }

  zoomTo(stack, latlng) {
    const { map } = this;
    this.popups.close();
    const bounds = L.latLngBounds(stack.places.map((place) => [STORE.latOf(PLACES.first[place]), STORE.lonOf(PLACES.first[place])]));
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1.5, map.getBoundsZoom(bounds.pad(0.1))));
    map.setView(map.getZoom() + 3 < zoom ? bounds.getCenter() : latlng, zoom);
  }

  openRow(row, returnTo = null) {
    if (!STORE.located[row]) {
      this.popups.open([row], null, { returnTo });
      return;
    }
    const latlng = L.latLng(STORE.latOf(row), STORE.lonOf(row));
    if (!this.map.getBounds().contains(latlng)) this.map.panTo(latlng, { animate: false });
    this.popups.open([row], latlng, { returnTo });
  }
}

/* The style sheet's rules for paper, kept from the first time on: afterwards they may be for all media. */
const printRules = (() => {
  let rules = null;
  return () => {
    rules = rules || [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media && rule.media.mediaText === 'print');
    return rules;
  };
})();

/* Windows in which the bar of the time line may need more than one line. */
const SMALL = window.matchMedia('(max-width: 1099px)');

/* Whether the map may be drawn before the panel: where room can be kept for what is made later, and nothing in the
   address says what to show. */
const panelCanWait = () => window.location.hash.length < 2 && !SMALL.matches && anyDate();

const anyDate = () => [STORE.from, STORE.to].some((days) => days.some((day) => day !== NO_DATE));

/* Room for the time line: as high as it will be, so that the map has its size at once. */
function roomOfTimeline() {
  const room = make('section', { id: 'timeline', class: 'room' }, make('div', { class: 'bar' }, make('button', { type: 'button', class: 'small', say: 'table' })), make('div', { class: 'chart' }));
  document.getElementById('credit').before(room);
  return room;
}

/* What of a view is worth paper: no more than a rim of what lies beyond the frame. */
function onPaper(bounds) {
  const frame = L.latLngBounds([SOUTH, WEST], [NORTH, EAST]).pad(0.015);
  if (!bounds.intersects(frame)) return bounds;
  const [low, high] = [bounds.getSouthWest(), bounds.getNorthEast()];
  const [south, west] = [Math.max(low.lat, frame.getSouth()), Math.max(low.lng, frame.getWest())];
  const [north, east] = [Math.min(high.lat, frame.getNorth()), Math.min(high.lng, frame.getEast())];
  return north - south > 0.01 && east - west > 0.01 ? L.latLngBounds([south, west], [north, east]).pad(0.01) : bounds;
}

/* Stand a picture of itself in for a canvas. One that is drawn while a page is printed is printed as the strokes it was
   drawn by, and then what is clear comes out white and covers what lies under it. */
function standIn(canvas) {
  const { width, height } = canvas;
  if (!width || !height || typeof OffscreenCanvas === 'undefined') return [];
  const picture = canvas.cloneNode(false);
  const copy = new OffscreenCanvas(width, height);
  copy.getContext('2d').drawImage(canvas, 0, 0);
  picture.getContext('bitmaprenderer').transferFromImageBitmap(copy.transferToImageBitmap());
  canvas.after(picture);
  canvas.hidden = true;
  return [() => { picture.remove(); canvas.hidden = false; }];
}

/* South-west and north-east corner of the points there are; the frame's corner when there is none. */
function extremes(lats, lons) {
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < lats.length; row += 1) {
    if (lats[row] === NOTHING) continue;
    if (lats[row] < south) south = lats[row];
    if (lats[row] > north) north = lats[row];
    if (lons[row] < west) west = lons[row];
    if (lons[row] > east) east = lons[row];
  }
  return south === Infinity ? [[SOUTH, WEST], [SOUTH, WEST]] : [[south / 1e5, west / 1e5], [north / 1e5, east / 1e5]];
}

const MAP = await mapMade;
/* The document is loaded by now but for a few tags. Let it end first: it would otherwise do so between the drawing and its
   being seen. It is not waited for where a caller's layer asks a server for something. */
await new Promise((done) => {
  if (document.readyState === 'complete') return void done();
  const soon = () => setTimeout(done, 50);
  window.addEventListener('load', done, { once: true });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', soon, { once: true });
  else soon();
});
const ATLAS = new Atlas(MAP);
window.borderatlas = {
  map: MAP,
  atlas: ATLAS,
  store: STORE,
  selection: SELECTION,
  footprints: FOOTPRINTS,
  basemap: BLOCK.basemap,
  shown: () => [...SELECTION.rows()],
  stacks: () => ATLAS.stacks.map(({ x, y, radius, solid, count, places }) => {
    const point = MAP.layerPointToContainerPoint([x, y]);
    return { x: point.x, y: point.y, radius, solid, count, rows: places.flatMap((place) => [...rowsOfPlace(place)]) };
  }),
  open: (row) => ATLAS.openRow(row, null),
  setLanguage: ATLAS.speak,
};
