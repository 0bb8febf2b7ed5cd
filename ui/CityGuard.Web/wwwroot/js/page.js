// Keys and focus of the whole page.
const SOURCES = 'button[data-row], .maplibregl-canvas, #detail button';

// Where Enter was pressed last, until something comes of it: the element, and the list around it, since rows come and go.
let chosenFrom, back;

/** One listener; letters typed into fields are left alone, and an open dialog has the keyboard to itself. */
export function listen(page, keys) {
  const onKey = event => {
    if (document.querySelector('.mud-dialog')) return;
    if (event.key === 'Enter') chosenFrom = sourceOf(event.target.closest?.(SOURCES));
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    const key = event.key === '?' ? '?' : event.key.toLowerCase();
    if (keys.includes(key)) page.invokeMethodAsync('OnKey', key);
  };
  const onPointer = () => { chosenFrom = undefined; };
  // Capturing: the map answers Enter itself, and what was pressed where must be known before.
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('pointerdown', onPointer, true);
  heard(1);
  document.documentElement.dataset.keysAt = globalThis.location?.pathname ?? '';
  return {
    dispose() {
      heard(-1);
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', onPointer, true);
    },
  };
}

// How many pages hear the keyboard, for whoever presses keys by program: before it is one, a key is lost.
function heard(more) { const { dataset } = document.documentElement; dataset.keys = Number(dataset.keys ?? 0) + more; }

/** Moves the focus into a list or panel. */
export function focus(selector) { (document.querySelector(`${selector}[tabindex="0"]`) ?? document.querySelector(selector))?.focus(); }

/** The details are shown: whoever chose by keyboard goes on in them. */
export function enterDetail() {
  if (!chosenFrom) return;
  const detail = document.querySelector('#detail');
  // From within the details one goes back to where one came from in the first place.
  if (!chosenFrom.inDetail) back = chosenFrom;
  chosenFrom = undefined;
  detail?.focus();
}

/** The details are closed: back to the row, or to the list that it has left meanwhile, or to the map. */
export function leaveDetail() {
  const from = back;
  back = chosenFrom = undefined;
  if (!from) return;
  const row = document.contains(from.element) ? from.element : from.list?.querySelector(`button[data-row][data-id="${CSS.escape(from.id)}"]`);
  (row ?? from.list?.querySelector('button[data-row][tabindex="0"]') ?? from.list?.querySelector('button[data-row]') ?? document.querySelector('.maplibregl-canvas'))?.focus();
}

function sourceOf(element) {
  return element && { element, id: element.dataset.id ?? '', list: element.closest('[data-testid]'), inDetail: element.closest('#detail') !== null };
}

/** Up and down within a list of buttons, which is one stop in the tab order: rows come and go, so the stop is set again each time. */
export function rove(list) {
  const rows = () => [...list.querySelectorAll('button[data-row]')];
  let stop;
  const settle = () => {
    const all = rows();
    if (!all.includes(stop)) stop = all[0];
    for (const row of all) row.tabIndex = row === stop ? 0 : -1;
  };
  list.addEventListener('focusin', event => {
    stop = event.target.closest('button[data-row]') ?? stop;
    settle();
  });
  list.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    const items = rows();
    items[Math.max(0, Math.min(items.length - 1, items.indexOf(document.activeElement) + step))]?.focus();
    event.preventDefault();
  });
  // A row that is moved or renewed under the hand loses the focus to the page: it is given back, or to the row that took its place.
  let held = null;
  const onFocus = event => { held = list.contains(event.target) ? { id: event.target.closest('button[data-row]')?.dataset.id, at: rows().indexOf(event.target) } : null; };
  const onPointer = event => { if (!list.contains(event.target)) held = null; };
  const keep = () => {
    settle();
    if (!list.isConnected) {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointer, true);
      return;
    }
    if (!held?.id || document.activeElement !== document.body || document.querySelector('.mud-dialog')) return;
    const all = rows();
    (all.find(row => row.dataset.id === held.id) ?? all[Math.min(held.at, all.length - 1)])?.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('pointerdown', onPointer, true);
  new MutationObserver(keep).observe(list, { childList: true, subtree: true });
  settle();
}
