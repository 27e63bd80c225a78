/* The page's data, decoded: JSON as it stands, and packed blocks. Integer differences of 1e-5 degrees become world coordinates (Web Mercator, the whole world 0 to 1 in both directions). Only numbers and text come out of here;
   nothing is markup. This file waits for the data, and the last for the map; no other does. */
const { mapMade, unpack, unpackJson, giveUp } = window.borderatlas;
const BLOCK = JSON.parse(document.getElementById('borderatlas-data').textContent);

const CORE = await (async () => {
  try {
    const [core, ...packed] = await Promise.all([BLOCK.incidents.layout ? unpack('core') : null, ...BLOCK.packed.map(unpackJson)]);
    BLOCK.packed.forEach((name, i) => { BLOCK[name] = packed[i]; });
    return core;
  } catch (error) {
    giveUp(`The data of this page cannot be read: ${error.message}. The file may be damaged.`);
    throw error;
  }
})();

const worldX = (lon) => lon / 360 + 0.5;

/* Mercator has no poles: what lies beyond its edge is drawn at the edge. */
function worldY(lat) {
  const sine = Math.sin(Math.max(-85.0511287798, Math.min(85.0511287798, lat)) * Math.PI / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

const degrees = (integer) => integer / 1e5;

/* One line or ring: its vertices [x, y, x, y, …] and their extent. */
function decodeLine(differences) {
  const at = new Float64Array(differences.length);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let lon = 0;
  let lat = 0;
  for (let i = 0; i < differences.length; i += 2) {
    lon += differences[i];
    lat += differences[i + 1];
    const x = at[i] = worldX(lon / 1e5);
    const y = at[i + 1] = worldY(lat / 1e5);
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { at, box };
}

const decodeLines = (lines) => lines.map(decodeLine);

/* The column whose words give symbols their colour and shape; TYPES are its words. */
const COLOURED = BLOCK.column || 'event_type';
const TYPES = new Map(BLOCK.types.map((type) => [type.type, type]));
const PRECISIONS = new Map(BLOCK.precisions.map((precision) => [precision.key, precision]));
