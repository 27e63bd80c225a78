/* Search in titles, quotes and place names, in any script. Text is decoded chunk by chunk, so a search says how far it
   is and can be stopped; a new one stops the old. Every word of the query must occur, in any order. */

/* Text for comparing: compatibility forms and case made equal, accents of the Latin script left out (ŏ is o). */
function folded(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toUpperCase().toLowerCase().replace(/ς/g, 'σ').normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC');
}

const SEARCHED = ['title', 'quote', 'place_name', 'name_verbatim'];

/* The names of a place in the other scripts, as far as the page knows them. */
const OTHER_NAMES = new Map(Object.entries(BLOCK.place_names || {}));

for (const { name, name_ko: ko, name_zh: zh } of TOWNS || []) if (!OTHER_NAMES.has(name)) OTHER_NAMES.set(name, `${ko} ${zh}`);

function searchedText(record) {
  const texts = SEARCHED.map((name) => record[name] || '');
  return folded([...texts, OTHER_NAMES.get(record.place_name) || ''].join('\n'));
}

const SEARCH = {
  query: '',
  run: 0,
  /* Told of {done, all} while it runs and of {found} at its end. */
  tell: () => {},

  async find(query) {
    const run = this.run += 1;
    this.query = query.trim();
    const terms = folded(this.query).split(/\s+/).filter(Boolean);
    if (!terms.length) {
      this.query = '';
      SELECTION.setFilter('search', null);
      return this.tell({});
    }
    const found = await this.look(terms, run);
    if (run !== this.run) return undefined;
    const count = found.reduce((sum, hit) => sum + hit, 0);
    SELECTION.setFilter('search', (row) => found[row] === 1);
    return this.tell({ found: count });
  },

  async look(terms, run) {
    const found = new Uint8Array(STORE.size);
    await STORE.eachChunk((first, records) => {
      if (run !== this.run) return false;
      records.forEach((record, i) => {
        const text = searchedText(record);
        if (terms.every((term) => text.includes(term))) found[first + i] = 1;
      });
      this.tell({ done: Math.min(STORE.size, first + records.length), all: STORE.size });
      return true;
    });
    return found;
  },

  /* Leave the search as it was before: nothing searched. */
  stop() {
    this.find('');
  },
};
