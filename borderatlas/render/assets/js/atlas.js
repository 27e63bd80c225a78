/* The page's start: folium makes the map, and this takes it over the moment it is made. */
class Atlas {
  constructor(map) {
    this.map = map;
    this.shown = { land: true, tributaries: true, provinces: true, labels: true, footprints: true };
    this.language = 'en';
    this.visible = INCIDENTS;
    this.stacks = [];
    for (const name of ['openOne', 'redraw', 'speak', 'filter']) this[name] = this[name].bind(this);
    this.setSheets();
    this.popups = new Popups(map, () => this.over.redraw());
    this.tellPanel = buildPanel(this);
    this.tellPanel(this.visible);
    this.setControls();
    this.setEvents();
    this.setView();
  }

  setSheets() {
    const { map } = this;
    map.createPane('base').style.zIndex = 150;
    map.createPane('over').style.zIndex = 450;
    this.base = new Sheet((g, view) => paintBase(g, view, this.shown), { pane: 'base' });
    this.over = new Sheet((g, view) => this.paintOver(g, view), { pane: 'over' });
  }

  paintOver(g, view) {
    paintFootprints(g, view, this.visible, this.popups.chosen, this.shown.footprints);
    this.stacks = stacksIn(view, this.visible);
    if (this.shown.labels) paintLabels(g, view, this.stacks, this.language);
    paintStacks(g, this.stacks, palette());
  }

  setControls() {
    const { map } = this;
    map.attributionControl.setPrefix('<a href="https://leafletjs.com" target="_blank" rel="noopener noreferrer">Leaflet</a>');
    L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
    document.getElementById('credit').textContent = BLOCK.credit;
    if (BLOCK.title) document.title = withoutBidi(BLOCK.title);
  }

  setEvents() {
    this.map.on('click', (event) => this.click(event));
    this.map.on('mousemove', (event) => {
      this.map.getContainer().classList.toggle('on-symbol', this.hits(event.layerPoint).length > 0);
    });
    DARKNESS.addEventListener('change', () => this.recolour());
    window.addEventListener('beforeprint', () => this.print(true));
    window.addEventListener('afterprint', () => this.print(false));
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(this.map.getContainer());
  }

  /* The opening view, and how far one can leave it: the layers' frame and the incidents beyond it. */
  setView() {
    const { map } = this;
    const [west, south, east, north] = BLOCK.opening.map(degrees);
    const reach = L.latLngBounds([SOUTH, WEST], [NORTH, EAST]);
    for (const { lat, lon, located } of INCIDENTS) if (located) reach.extend([lat, lon]);
    map.fitBounds([[south, west], [north, east]], { animate: false, padding: [14, 14], maxZoom: 11 });
    map.setMaxBounds(reach.pad(2));
    this.base.addTo(map);
    this.over.addTo(map);
  }

  redraw() {
    this.base.redraw();
    this.over.redraw();
  }

  recolour() {
    this.redraw();
    for (const canvas of document.querySelectorAll('canvas.sample')) canvas.redraw();
  }

  print(on) {
    printing = on;
    this.recolour();
  }

  speak(language) {
    this.language = language;
    this.over._container.lang = language;
    this.over.redraw();
  }

  filter(types) {
    this.popups.close();
    this.visible = INCIDENTS.filter((incident) => types.has(incident.event_type));
    this.tellPanel(this.visible);
    this.over.redraw();
  }

  /* The symbols under a point of the map, the topmost first. */
  hits(point) {
    const near = ({ x, y, radius }) => Math.hypot(point.x - x, point.y - y) <= radius + 4;
    return this.stacks.filter(near).sort((a, b) => b.solid - a.solid);
  }

  click(event) {
    const hits = this.hits(event.layerPoint);
    if (!hits.length) return;
    const incidents = hits.flatMap((stack) => stack.incidents);
    const several = hits.some((stack) => stack.places > 1);
    const latlng = this.map.layerPointToLatLng([hits[0].x, hits[0].y]);
    const zoomIn = several ? () => { this.popups.close(); this.map.setView(latlng, this.map.getZoom() + 2); } : null;
    this.popups.open([...incidents].sort(byDate), latlng, { zoomIn });
  }

  openOne(incident, returnTo) {
    const latlng = L.latLng(incident.lat, incident.lon);
    if (!this.map.getBounds().contains(latlng)) this.map.panTo(latlng, { animate: false });
    this.popups.open([incident], latlng, { returnTo });
  }
}

let started = false;
L.Map.addInitHook(function start() {
  if (started || !this.getContainer().classList.contains('folium-map')) return;
  started = true;
  const atlas = new Atlas(this);
  window.borderatlas = {
    map: this,
    incidents: INCIDENTS,
    footprints: FOOTPRINTS,
    shown: () => atlas.visible,
    stacks: () => atlas.stacks.map(({ x, y, radius, incidents, solid }) => {
      const point = this.layerPointToContainerPoint([x, y]);
      return { x: point.x, y: point.y, radius, solid, incidents };
    }),
    basemap: BLOCK.basemap,
    open: (row) => atlas.openOne(INCIDENTS[row], null),
    setLanguage: atlas.speak,
  };
});
