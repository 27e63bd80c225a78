/* The map by keyboard: one button that steps from symbol to symbol. The arrows move it to the next one in their
   direction, Page Down and Page Up through all of them line by line; Enter opens what is under it, Escape goes back to
   the map. Tab leaves it: there may be hundreds of symbols before whatever comes next on the page. */
class Cursor {
  constructor(atlas) {
    this.atlas = atlas;
    this.stack = null;
    this.button = make('button', { type: 'button', class: 'cursor', 'aria-label': say('cursor_none'), 'aria-describedby': 'cursor-help' });
    const help = make('span', { id: 'cursor-help', hidden: true, text: say('cursor_help') });
    atlas.onSpeak(() => { help.textContent = say('cursor_help'); });
    atlas.map.getContainer().append(this.button, help);
    this.button.addEventListener('focus', () => this.place(this.current() || this.inOrder()[0]));
    this.button.addEventListener('blur', () => this.button.classList.remove('on'));
    this.button.addEventListener('keydown', (event) => this.key(event));
    this.button.addEventListener('click', (event) => { event.stopPropagation(); this.open(); });
    L.DomEvent.disableClickPropagation(this.button);
  }

  /* Symbols within the window, line by line. */
  inOrder() {
    const { map } = this.atlas;
    const size = map.getSize();
    const seen = this.atlas.stacks.map((stack) => ({ stack, point: map.layerPointToContainerPoint([stack.x, stack.y]) }))
      .filter(({ point }) => point.x >= 0 && point.y >= 0 && point.x <= size.x && point.y <= size.y);
    const line = (point) => Math.floor(point.y / CELL);
    return seen.sort((a, b) => line(a.point) - line(b.point) || a.point.x - b.point.x).map(({ stack }) => stack);
  }

  /* The symbol where the cursor stood, also after the sheet was drawn anew. */
  current() {
    return this.stack && this.atlas.stacks.find((stack) => stack.at === this.stack.at || stack.places.includes(this.stack.at));
  }

  place(stack) {
    this.stack = stack || null;
    this.button.classList.toggle('on', Boolean(stack) && document.activeElement === this.button);
    if (!stack) return;
    const { map } = this.atlas;
    const point = map.layerPointToContainerPoint([stack.x, stack.y]);
    const size = 2 * stack.radius + 10;
    Object.assign(this.button.style, { left: `${point.x - size / 2}px`, top: `${point.y - size / 2}px`, width: `${size}px`, height: `${size}px` });
    this.name(stack);
  }

  async name(stack) {
    if (stack.count > 1) {
      const shares = sharesOf(stack).map(({ type, number }) => `${type.other ? say('other_types') : typeName(type.type)} ${number}`);
      this.button.setAttribute('aria-label', `${countOf(stack.count)}: ${shares.join(', ')}`);
      return;
    }
    const row = firstRow(stack);
    const record = await STORE.record(row);
    if (this.stack === stack) this.button.setAttribute('aria-label', withoutBidi(`${typeName(record.event_type)}: ${incidentName(record)}`).slice(0, 300));
  }

  /* Follow the map. */
  follow() {
    if (document.activeElement === this.button) this.place(this.current());
  }

  key(event) {
    const towards = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (towards) this.step(event, this.towards(...towards));
    else if (event.key === 'PageDown') this.along(event, 1);
    else if (event.key === 'PageUp') this.along(event, -1);
    else if (event.key === 'Home') this.step(event, this.inOrder()[0]);
    else if (event.key === 'End') this.step(event, this.inOrder().pop());
    else if (event.key === 'Escape' && !this.atlas.popups.chosen.length) this.atlas.map.getContainer().focus({ preventScroll: true });
  }

  step(event, stack) {
    event.preventDefault();
    event.stopPropagation();
    if (stack) this.place(stack);
  }

  /* The next symbol in reading order, or the one before. */
  along(event, by) {
    const order = this.inOrder();
    this.step(event, order[order.indexOf(this.current()) + by]);
  }

  /* The nearest symbol in a direction, those straight ahead before those aside. */
  towards(dx, dy) {
    const here = this.current();
    if (!here) return this.inOrder()[0];
    let best = null;
    let least = Infinity;
    for (const stack of this.inOrder()) {
      const along = (stack.x - here.x) * dx + (stack.y - here.y) * dy;
      const aside = Math.abs((stack.x - here.x) * dy) + Math.abs((stack.y - here.y) * dx);
      if (stack !== here && along > 1 && along + 2 * aside < least) [best, least] = [stack, along + 2 * aside];
    }
    return best;
  }

  open() {
    const stack = this.current();
    if (stack) this.atlas.openStacks([stack], this.button);
  }
}
