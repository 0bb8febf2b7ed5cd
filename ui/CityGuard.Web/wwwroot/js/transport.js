// The live socket: opens, and opens again with growing pauses; tells a gap by the frames' numbers and starts over.
import { readFrame } from './frames.js';

const FIRST_PAUSE = 500, LONGEST_PAUSE = 8000, QUIET_AFTER = 5000;

export class Transport {
  constructor(address, { onFrame, onState }) {
    Object.assign(this, { address, onFrame, onState, pause: FIRST_PAUSE, frames: 0, gaps: 0 });
    this.#open();
    this.watch = setInterval(() => this.#judge(), 1000);
  }

  close() {
    this.closed = true;
    clearInterval(this.watch);
    clearTimeout(this.again);
    this.socket?.close();
  }

  #open() {
    this.seq = undefined;
    const socket = this.socket = new WebSocket(this.address);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = event => this.#read(event.data);
    socket.onclose = () => {
      if (this.closed) return;
      this.#tell('lost');
      this.again = setTimeout(() => this.#open(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    };
  }

  #read(data) {
    const frame = readFrame(data);
    if (!frame.snapshot && this.seq === undefined) return;
    // A snapshot jumps; a change must follow.
    if (!frame.snapshot && frame.seq !== this.seq + 1) {
      this.gaps++;
      this.socket.close();
      return;
    }
    this.seq = frame.seq;
    this.frames++;
    this.heardAt = performance.now();
    this.pause = FIRST_PAUSE;
    this.onFrame(frame);
    this.#tell(frame.silent ? 'partial' : 'live');
  }

  #judge() {
    if (this.heardAt !== undefined && performance.now() - this.heardAt > QUIET_AFTER) this.#tell('lost');
  }

  #tell(state) {
    if (state === this.state) return;
    this.state = state;
    this.onState(state);
  }
}
