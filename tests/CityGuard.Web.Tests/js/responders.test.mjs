// Run by BrowserCodeTests: what is known of responders, how old it is, and in which area they are counted.
import test from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';

const { Responders } = await import(join(process.env.CITYGUARD_PAGE, 'responders.js'));

const FREE = 0, EN_ROUTE = 2, UNKNOWN = 6, OLD = 64;
const square = (tag, west) => ({ tag, points: [[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]] });

// Two sectors side by side, areas 10 and 11; two patrols, a car and a unit bound to its premises, all at home in 10.
function city() {
  return {
    bounds: [0, 0, 2, 1],
    cellShapes: [square(10, 0), square(11, 1)],
    areaByIndex: new Map([[10, { district: 1 }], [11, { district: 2 }]]),
    kinds: [{ id: 'patrol', premisesOnly: false }, { id: 'car', premisesOnly: false }, { id: 'unit', premisesOnly: true }],
    responders: { kind: [0, 0, 1, 2], lon: [5e5, 5e5, 5e5, 5e5], lat: [5e5, 5e5, 5e5, 5e5], sector: [10, 10, 10, 10] },
  };
}

function start(zoom = 11) {
  const map = { addLayer() {}, on() {}, getZoom: () => zoom };
  const colours = { status: Array(7).fill('#000000'), select: '#ffffff' };
  const responders = new Responders(map, city(), colours);
  responders.counted = kind => { let told; responders.recount({ show: (k, counts) => { if (k === kind) told = Object.fromEntries(counts); } }); return told; };
  return responders;
}

const say = (...marks) => ({
  count: marks.length, responder: marks.map(m => m[0]), lon: marks.map(m => m[1] * 1e6), lat: marks.map(() => 5e5), until: marks.map(m => m[2]), status: marks.map(m => m[3]),
});

test('whom a snapshot leaves out is not known any more', () => {
  const responders = start();
  responders.apply(say([0, 0.5, 1000, FREE], [1, 0.5, 1000, EN_ROUTE]), true, 1000_000);
  responders.apply(say([1, 0.5, 1001, EN_ROUTE]), true, 1001_000);
  assert.deepEqual([...responders.status], [UNKNOWN, EN_ROUTE, UNKNOWN, UNKNOWN]);
  assert.equal(responders.layer.looks[0], UNKNOWN);
});

test('whoever counts no more by the server is dimmed and counted neither free nor busy, whatever its kind', () => {
  const responders = start();
  responders.apply(say([0, 0.5, 1090, FREE], [1, 0.5, 1090, EN_ROUTE], [2, 0.5, 1300, FREE], [3, 0.5, 1300, FREE]), true, 1089_999);
  responders.age();
  assert.deepEqual(responders.counted('Sector'), { 10: { free: 2, busy: 1, all: 3 } });
  // At that very moment, as the boards say it.
  responders.apply(say(), false, 1090_000);
  responders.age();
  assert.deepEqual([...responders.layer.looks].map(look => look & OLD), [OLD, OLD, 0, 0]);
  assert.deepEqual(responders.counted('Sector'), { 10: { free: 1, busy: 0, all: 3 } });
  // A car whose sign-in lapses is no more ready than a patrol that is silent; a unit of a lapsed check neither.
  responders.apply(say(), false, 1300_000);
  responders.age();
  assert.deepEqual([...responders.layer.looks].map(look => look & OLD), [OLD, OLD, OLD, OLD]);
  assert.deepEqual(responders.counted('Sector'), { 10: { free: 0, busy: 0, all: 3 } });
  responders.apply(say([0, 0.5, 1390, FREE]), false, 1301_000);
  assert.deepEqual(responders.counted('Sector'), { 10: { free: 1, busy: 0, all: 3 } });
});

test('a car at its post whose position is old counts for as long as the server counts it', () => {
  const responders = start();
  responders.apply(say([2, 0.5, 4294967295, FREE]), true, 1_000_000_000);
  responders.age();
  assert.deepEqual(responders.counted('Sector'), { 10: { free: 1, busy: 0, all: 3 } });
});

test('responders are counted where they are, not where they are at home', () => {
  const responders = start();
  responders.apply(say([0, 1.5, 9000, FREE], [1, 0.5, 9000, FREE], [2, 0.5, 9000, FREE]), true, 1000_000);
  assert.deepEqual(responders.counted('Sector'), { 10: { free: 2, busy: 0, all: 2 }, 11: { free: 1, busy: 0, all: 1 } });
  // Outside of every cell, on a bridge say: where it was last.
  responders.apply(say([0, 7, 9001, FREE]), false, 1001_000);
  assert.deepEqual(responders.counted('Sector')[11], { free: 1, busy: 0, all: 1 });
});

test('from afar they are counted by district', () => {
  const responders = start(9);
  responders.apply(say([0, 1.5, 9000, FREE]), true, 1000_000);
  assert.deepEqual(responders.counted('District'), { 1: { free: 0, busy: 0, all: 2 }, 2: { free: 1, busy: 0, all: 1 } });
});
