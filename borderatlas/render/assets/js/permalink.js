/* The page's state in its address, after the #: what is there is put back when the page opens or the address changes.
   Only what differs from the opening state is written. Whatever else an address says is left aside. */
const LONGEST_ADDRESS = 20000;

class Permalink {
  /* parts: objects with write(parameters) and read(parameters). */
  constructor(parts) {
    this.parts = parts;
    this.changed = this.changed.bind(this);
    window.addEventListener('hashchange', () => this.restore());
  }

  get parameters() {
    const { hash } = window.location;
    return new URLSearchParams(hash.length > LONGEST_ADDRESS ? '' : hash.slice(1));
  }

  restore() {
    const { parameters } = this;
    this.known = window.location.hash;
    this.restoring = true;
    for (const part of this.parts) part.read(parameters);
    this.restoring = false;
  }

  /* Write the state a moment after it last changed; not over an address that was just given and is yet to be read. */
  changed() {
    if (this.restoring) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), 200);
  }

  write() {
    if (window.location.hash !== this.known) return;
    const parameters = new URLSearchParams();
    for (const part of this.parts) part.write(parameters);
    const hash = parameters.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
    if (hash === window.location.hash.slice(1)) return;
    try {
      window.history.replaceState(null, '', `#${hash}`);
      this.known = window.location.hash;
    } catch (error) {
      this.write = () => {}; // a frame without an address of its own, such as a notebook's
    }
  }
}

/* The part of the map in view: zoom/latitude/longitude, written once a reader has moved the map; until then the opening
   extent stays in view, however large the sheet. */
function viewPart(map, size) {
  const now = () => `${Number(map.getZoom().toFixed(2))}/${map.getCenter().lat.toFixed(4)}/${map.getCenter().lng.toFixed(4)}`;
  let moved = false;
  let fitting = false;
  let given = null;
  let fitted = size;
  /* Whole pixels move the centre a little when the sheet changes its size: that is no other view. */
  const near = ({ zoom, at }) => map.getZoom() === zoom && map.project(map.getCenter()).distanceTo(map.project(at)) < 3;
  map.on('dragend zoomend keydown', () => { moved = moved || !fitting; });
  /* A map that has made room for a popup stays where it is until that is closed. */
  let popups = 0;
  map.on('popupopen popupclose', ({ type }) => { popups += type === 'popupopen' ? 1 : -1; });
  const fit = () => {
    map.invalidateSize({ animate: false });
    if (moved || popups > 0 || fitted.equals(map.getSize())) return; // an observer also tells of the size there was
    fitted = map.getSize();
    fitting = true;
    const [west, south, east, north] = BLOCK.opening.map(degrees);
    map.fitBounds([[south, west], [north, east]], { animate: false, padding: [14, 14], maxZoom: 11 });
    fitting = false;
  };
  fit();
  new ResizeObserver(() => fit()).observe(map.getContainer());
  return {
    write: (parameters) => moved && parameters.set('map', given && near(given) ? given.text : now()),
    read(parameters) {
      const match = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(parameters.get('map') || '');
      if (!match) return;
      const [zoom, lat, lon] = match.slice(1).map(Number);
      moved = true;
      given = { text: match[0], zoom: Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), zoom)), at: L.latLng(lat, lon) };
      map.invalidateSize({ animate: false });
      map.setView(given.at, given.zoom, { animate: false });
    },
  };
}

const searchPart = (show) => ({
  write: (parameters) => SEARCH.query && parameters.set('q', SEARCH.query),
  read(parameters) {
    const query = (parameters.get('q') || '').slice(0, 500);
    show(query);
    if (query.trim() !== SEARCH.query) SEARCH.find(query);
  },
});

/* Layers that are off (or on, where they are off at first). */
function layersPart(atlas, show) {
  const first = { ...atlas.shown };
  return {
    write(parameters) {
      const other = Object.keys(first).filter((key) => atlas.shown[key] !== first[key]);
      if (other.length) parameters.set('layers', other.map((key) => (atlas.shown[key] ? key : `-${key}`)).join(','));
    },
    read(parameters) {
      const given = new Set((parameters.get('layers') || '').split(','));
      const wanted = (key) => given.has(key) || (first[key] && !given.has(`-${key}`));
      const other = Object.keys(first).filter((key) => atlas.shown[key] !== wanted(key));
      for (const key of other) atlas.shown[key] = wanted(key);
      if (other.length) show();
    },
  };
}

/* One word of several: kept if it is one of them, else the first. */
const choicePart = (name, choices, get, set) => ({
  write: (parameters) => get() !== choices[0] && parameters.set(name, get()),
  read: (parameters) => set(choices.includes(parameters.get(name)) ? parameters.get(name) : choices[0]),
});
