// Keys of the whole page. One listener; letters typed into fields are left alone.
export function listen(page) {
  const onKey = event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.('input, textarea, [contenteditable]')) return;
    const key = event.key === '?' ? '?' : event.key.toLowerCase();
    if (['m', 'i', 't', 'a', 'g', '?', 'escape'].includes(key)) page.invokeMethodAsync('OnKey', key);
  };
  document.addEventListener('keydown', onKey);
  return { dispose: () => document.removeEventListener('keydown', onKey) };
}

/** Moves the focus into a list or panel. */
export function focus(selector) { document.querySelector(selector)?.focus(); }

/** Up and down within a list of buttons; one of them is in the tab order. */
export function rove(list) {
  list.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    const items = [...list.querySelectorAll('button[data-row]')];
    const to = Math.max(0, Math.min(items.length - 1, items.indexOf(document.activeElement) + step));
    items[to]?.focus();
    event.preventDefault();
  });
}
