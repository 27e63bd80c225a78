/* The drawer above the time line: the table, or the river profile. */
class Drawer {
  constructor(atlas, changed) {
    this.changed = changed;
    this.onOpen = () => {};
    this.open = null;
    this.parts = { table: new IncidentTable(atlas, changed) };
    if (RIVERS.length) this.parts.profile = new RiverProfile(atlas, changed);
    this.stale = new Set(Object.keys(this.parts));
    this.name = make('h2', null);
    this.element = make('section', { id: 'drawer', hidden: true }, make('div', { class: 'head' }, this.name, ...Object.values(this.parts).map(({ tools }) => tools),
      pushButton('close', () => this.show(null, true), { class: 'small', id: 'close-drawer' })), ...Object.values(this.parts).map(({ element }) => element));
    this.buttons = Object.fromEntries(Object.keys(this.parts).map((key) => [key, pushButton(key, () => this.show(this.open === key ? null : key),
      { class: 'small', 'aria-expanded': 'false', 'aria-controls': 'drawer', 'data-drawer': key })]));
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || atlas.popups.popup) return;
      event.preventDefault();
      this.show(null, true);
    });
    this.show(null);
  }

  show(key, giveBack = false) {
    const before = this.open;
    this.open = key;
    this.element.hidden = !key;
    for (const [name, { element, tools }] of Object.entries(this.parts)) for (const part of [element, tools]) if (part) part.hidden = name !== key;
    for (const [name, button] of Object.entries(this.buttons)) button.setAttribute('aria-expanded', String(name === key));
    if (key) {
      sayIn(this.name, key);
      nameIt(this.element, key);
      this.refresh();
      this.onOpen();
    }
    if (giveBack && before) this.buttons[before].focus();
    if (before !== key) this.changed();
  }

  /* What is shown has changed: the open part is made anew now, the other when it is opened. */
  update() {
    this.stale = new Set(Object.keys(this.parts));
    this.refresh();
  }

  refresh() {
    if (!this.open || !this.stale.delete(this.open)) return;
    this.parts[this.open].update();
  }

  speak() {
    this.parts.table.ranks.clear();
    this.update();
  }

  mark(row) {
    if (this.open) this.parts[this.open].mark(row);
  }

  recolour() {
    if (this.open === 'profile') this.parts.profile.paint();
  }
}
