/* Which incidents are shown: those that every filter lets through. A filter owns one bit of `failed`, so that what any
   single filter takes away can be told without asking the others again. */
const SELECTION = (() => {
  const { size, weight } = STORE;
  const failed = new Uint32Array(size);
  const mask = new Uint8Array(size).fill(1);
  const bits = new Map();
  const on = new Set();
  const listeners = [];
  let rows = null;
  let told = true;

  const bitOf = (name) => {
    if (!bits.has(name)) bits.set(name, 2 ** bits.size);
    return bits.get(name);
  };

  const tell = () => {
    told = true;
    for (const listener of listeners) listener();
  };

  /* Whether there is anything to do: taking off a filter that is not on changes nothing. */
  const turns = (name, filter) => (filter ? !!on.add(name) : on.delete(name));

  const recount = (selection) => {
    let count = 0;
    let number = 0;
    for (let row = 0; row < size; row += 1) {
      mask[row] = failed[row] === 0 ? 1 : 0;
      if (!mask[row]) continue;
      count += weight[row];
      number += 1;
    }
    selection.count = count;
    selection.rowCount = number;
    selection.version += 1;
    rows = null;
    if (told) requestAnimationFrame(tell);
    told = false;
  };

  return {
    mask,
    count: STORE.total, // of incidents
    rowCount: size,
    version: 0,
    rows() {
      if (!rows) {
        rows = new Int32Array(this.rowCount);
        for (let row = 0, i = 0; row < size; row += 1) if (mask[row]) rows[i++] = row;
      }
      return rows;
    },
    setFilter(name, test) {
      if (!turns(name, test)) return;
      const bit = bitOf(name);
      for (let row = 0; row < size; row += 1) failed[row] = !test || test(row) ? failed[row] & ~bit : failed[row] | bit;
      recount(this);
    },
    setFilterMask(name, shown) {
      if (!turns(name, shown)) return;
      const bit = bitOf(name);
      for (let row = 0; row < size; row += 1) failed[row] = !shown || shown[row] ? failed[row] & ~bit : failed[row] | bit;
      recount(this);
    },
    /* What would be shown without one filter. */
    without(name) {
      const others = ~bitOf(name);
      const shown = new Uint8Array(size);
      for (let row = 0; row < size; row += 1) shown[row] = (failed[row] & others) === 0 ? 1 : 0;
      return shown;
    },
    onChange(listener) {
      listeners.push(listener);
    },
    /* Tell of a change at once rather than at the next frame. */
    flush() {
      if (!told) tell();
    },
  };
})();
