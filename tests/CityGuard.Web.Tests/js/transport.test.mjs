// Run by BrowserCodeTests: the live socket against a server that falls silent, with clocks that a test turns.
import test, { beforeEach, mock } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';

const { Transport } = await import(join(process.env.CITYGUARD_PAGE, 'transport.js'));

let sockets, states, frames;
globalThis.WebSocket = class {
  constructor() { sockets.push(this); }
  // A dead line: close() is never answered.
  close() { this.closing = true; }
};

function frame(seq, snapshot = false) {
  const bytes = new ArrayBuffer(40), head = new DataView(bytes);
  head.setUint32(0, 0x31464743, true);
  head.setUint32(4, snapshot ? 1 : 0, true);
  head.setUint32(16, seq, true);
  return { data: bytes };
}

function start() {
  [sockets, states, frames] = [[], [], []];
  return new Transport('ws://city/live/ws', { onState: s => states.push(s), onFrame: f => frames.push(f.seq) });
}

beforeEach(() => { mock.timers.reset(); mock.timers.enable({ apis: ['setTimeout', 'setInterval'] }); });
const seconds = n => { for (let i = 0; i < n; i++) mock.timers.tick(1000); };

test('a line that falls silent is let go of and opened again', () => {
  start();
  sockets[0].onmessage(frame(1, true));
  seconds(6);
  assert.deepEqual(states, ['live']);
  seconds(2);
  assert.deepEqual(states, ['live', 'lost']);
  assert.equal(sockets[0].closing, true);
  assert.equal(sockets.length, 2);
  sockets[1].onmessage(frame(900, true));
  assert.deepEqual([states.at(-1), frames], ['live', [1, 900]]);
});

test('a line that never says a word is given longer, and then up', () => {
  start();
  seconds(14);
  assert.equal(sockets.length, 1);
  seconds(2);
  assert.equal(sockets.length, 2);
});

test('pauses grow and start over with the first good frame', () => {
  const transport = start();
  for (const pause of [500, 1000, 2000, 4000, 8000, 8000]) {
    sockets.at(-1).onclose({ code: 1006 });
    const before = sockets.length;
    mock.timers.tick(pause - 1);
    assert.equal(sockets.length, before);
    mock.timers.tick(1);
    assert.equal(sockets.length, before + 1);
  }
  sockets.at(-1).onmessage(frame(1, true));
  assert.equal(transport.pause, 500);
});

test('a gap starts over', () => {
  const transport = start();
  sockets[0].onmessage(frame(1, true));
  sockets[0].onmessage(frame(3));
  assert.deepEqual([transport.gaps, frames, states], [1, [1], ['live', 'lost']]);
  mock.timers.tick(500);
  assert.equal(sockets.length, 2);
});

test('nobody comes back to a session that has ended', () => {
  start();
  sockets[0].onmessage(frame(1, true));
  sockets[0].onclose({ code: 1008 });
  seconds(60);
  assert.deepEqual([states, sockets.length], [['live', 'lost'], 1]);
});
