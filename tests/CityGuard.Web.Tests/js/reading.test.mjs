// Run by BrowserCodeTests: reads with the page's own modules what the server wrote, and compares with what the server meant.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { CITYGUARD_READING: folder, CITYGUARD_PAGE: page } = process.env;
const bytes = name => { const b = readFileSync(join(folder, name)); return b.buffer.slice(b.byteOffset, b.byteOffset + b.byteLength); };
const meant = JSON.parse(readFileSync(join(folder, 'meant.json'), 'utf8'));

test('a frame is read as it was written', async () => {
  const { readFrame } = await import(join(page, 'frames.js'));
  const frame = readFrame(bytes('frame.bin'));
  assert.equal(frame.snapshot, meant.snapshot);
  assert.equal(frame.seq, meant.seq);
  assert.equal(frame.at, meant.at);
  assert.equal(frame.silent, meant.silentRelays);
  const { positions, cells, targets } = frame;
  assert.deepEqual(Array.from({ length: positions.count }, (_, i) => ({
    responder: positions.responder[i], longitude: positions.lon[i], latitude: positions.lat[i], untilSeconds: positions.until[i], status: positions.status[i],
  })), meant.positions);
  const levels = c => Array.from({ length: c.count }, (_, i) => ({ index: c.index[i], level: c.level[i] }));
  assert.deepEqual(levels(cells), meant.cells);
  assert.deepEqual(levels(targets), meant.targets);
  assert.deepEqual(frame.incidents, meant.incidents);
});

test('anything else is no frame', async () => {
  const { readFrame } = await import(join(page, 'frames.js'));
  assert.throws(() => readFrame(new ArrayBuffer(12)));
  assert.throws(() => readFrame(new ArrayBuffer(64)));
});

test('shapes are read as they were written', async () => {
  const { readShapes } = await import(join(page, 'shapes.js'));
  assert.deepEqual(readShapes(bytes('shapes.bin')), meant.shapes);
});
