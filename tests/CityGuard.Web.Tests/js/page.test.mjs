// Run by BrowserCodeTests: keys and focus, against the little of a document that they touch.
import test, { beforeEach } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';

const { listen, enterDetail, leaveDetail, rove } = await import(join(process.env.CITYGUARD_PAGE, 'page.js'));
const KEYS = ['m', 'i', 't', 'd', '?', 'escape'];

let found, listeners, told, focused;
globalThis.CSS = { escape: text => text };
globalThis.MutationObserver = class { constructor(seen) { this.seen = seen; } observe() { observers.push(this.seen); } };
let observers;

// The list that rows stand in.
const list = { querySelector: selector => found[selector] ?? null };

const node = (name, source) => ({
  name, dataset: { id: name }, gone: false,
  closest(selector) { return selector === '[data-testid]' ? list : selector.includes('data-row') && source ? this : null; },
  focus() { focused = name; globalThis.document.activeElement = this; },
});

beforeEach(() => {
  [found, listeners, told, focused, observers] = [{}, {}, [], undefined, []];
  globalThis.document = {
    documentElement: node('html'),
    querySelector: selector => found[selector] ?? null,
    contains: element => !element.gone,
    addEventListener: (type, heard) => { listeners[type] = heard; },
    removeEventListener: type => { delete listeners[type]; },
  };
  found['#detail'] = node('detail');
  listen({ invokeMethodAsync: (_, key) => told.push(key) }, KEYS);
});

const press = (key, target = node('body')) => listeners.keydown({ key, target });

test('shortcuts reach the page, other keys do not', () => {
  press('D');
  press('x');
  assert.deepEqual(told, ['d']);
});

test('an open dialog has the keyboard to itself', () => {
  found['.mud-dialog'] = node('dialog');
  press('g');
  press('Escape');
  assert.deepEqual(told, []);
});

test('who chose a row by Enter goes on in the details and comes back', () => {
  press('Enter', node('row', true));
  enterDetail();
  assert.equal(focused, 'detail');
  leaveDetail();
  assert.equal(focused, 'row');
});

test('who chose by pointer stays, and a row that is gone is replaced by its successor', () => {
  press('Enter', node('row', true));
  listeners.pointerdown();
  enterDetail();
  assert.equal(focused, undefined);

  const row = node('row', true);
  press('Enter', row);
  enterDetail();
  row.gone = true;
  found['button[data-row][data-id="row"]'] = node('successor');
  leaveDetail();
  assert.equal(focused, 'successor');
});

test('a row that left its list before its details came leads back to that list', () => {
  const row = node('row', true);
  found['button[data-row][tabindex="0"]'] = node('stop');
  found['.maplibregl-canvas'] = node('map');
  press('Enter', row);
  row.gone = true;
  enterDetail();
  leaveDetail();
  assert.equal(focused, 'stop');

  press('Enter', row);
  enterDetail();
  delete found['button[data-row][tabindex="0"]'];
  leaveDetail();
  assert.equal(focused, 'map');
});

test('a list is one stop in the tab order, whatever rows come and go', () => {
  let rows = [node('a', true), node('b', true), node('c', true)];
  const heard = {};
  rove({ querySelectorAll: () => rows, addEventListener: (type, handler) => { heard[type] = handler; } });
  const stops = () => rows.map(r => r.tabIndex);
  assert.deepEqual(stops(), [0, -1, -1]);
  rows[0].focus();
  heard.keydown({ key: 'ArrowDown', preventDefault() {} });
  assert.equal(focused, 'b');
  heard.focusin({ target: rows[1] });
  assert.deepEqual(stops(), [-1, 0, -1]);
  rows = [node('d', true), node('e', true)];
  observers[0]();
  assert.deepEqual(stops(), [0, -1]);
});
