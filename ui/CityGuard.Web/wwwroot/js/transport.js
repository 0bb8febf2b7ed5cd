// The live socket: opens, and opens again with growing pauses; tells a gap by the frames' numbers and starts over.
import { readFrame } from './frames.js';

const FIRST_PAUSE = 500, LONGEST_PAUSE = 8000, LOOK_EVERY = 1000;
// Looks without a word before a line counts as dead. Looks rather than seconds: a page that was busy drawing has heard nothing
// meanwhile and would blame the line. A viewer that fell behind waits up to 5 s for its snapshot; a first snapshot may take longer.
const QUIET_LOOKS = 7, QUIET_LOOKS_AT_FIRST = 15;
// The server's word that the session is over: there is nothing to come back for.
const SESSION_ENDED = 1008;

export class Transport {
  constructor(address, { onFrame, onState }) {
    Object.assign(this, { address, onFrame, onState, pause: FIRST_PAUSE, frames: 0, gaps: 0 });
    this.#open();
    this.watch = setInterval(() => this.#look(), LOOK_EVERY);
  }

  close() {
    this.closed = true;
    clearInterval(this.watch);
    clearTimeout(this.again);
    this.#drop();
  }

  #open() {
    this.seq = this.again = undefined;
    this.quiet = 0;
    const socket = this.socket = new WebSocket(this.address);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = event => this.#read(event.data);
    socket.onclose = event => {
      if (event.code === SESSION_ENDED) this.close();
      this.#lose();
    };
  }

  // A dead line answers no close either: it is let go of, not waited for.
  #drop() {
    const { socket } = this;
    if (!socket) return;
    this.socket = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #lose() {
    this.#drop();
    this.#tell('lost');
    if (this.closed) return;
    this.again = setTimeout(() => this.#open(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  #read(data) {
    this.quiet = 0;
    const frame = readFrame(data);
    if (!frame.snapshot && this.seq === undefined) return;
    // A snapshot jumps; a change must follow.
    if (!frame.snapshot && frame.seq !== this.seq + 1) {
      this.gaps++;
      this.#lose();
      return;
    }
    this.seq = frame.seq;
    this.frames++;
    this.pause = FIRST_PAUSE;
    this.onFrame(frame);
    this.#tell(frame.silent ? 'partial' : 'live');
  }

  #look() {
    if (this.socket && ++this.quiet >= (this.seq === undefined ? QUIET_LOOKS_AT_FIRST : QUIET_LOOKS)) this.#lose();
  }

  #tell(state) {
    if (state === this.state) return;
    this.state = state;
    this.onState(state);
  }
}
