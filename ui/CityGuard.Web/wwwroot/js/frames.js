// Reads the binary frame of the live feed. The layout is told in Feed/FrameWriter.cs.
const MAGIC = 0x31464743;
const HEADER = 40;
const text = new TextDecoder();

export function readFrame(buffer) {
  const head = new DataView(buffer);
  if (head.byteLength < HEADER || head.getUint32(0, true) !== MAGIC) throw new Error('not a frame');
  const count = head.getInt32(20, true), cells = head.getInt32(24, true), targets = head.getInt32(28, true);
  let at = HEADER;
  const words = (type, length) => { const column = new type(buffer, at, length); at += 4 * length; return column; };
  const bytes = length => { const column = new Uint8Array(buffer, at, length); at += length; return column; };
  const positions = {
    count,
    responder: words(Int32Array, count),
    lon: words(Int32Array, count),
    lat: words(Int32Array, count),
    until: words(Uint32Array, count),
  };
  const cellColumn = { count: cells, index: words(Int32Array, cells) };
  const targetColumn = { count: targets, index: words(Int32Array, targets) };
  positions.status = bytes(count);
  cellColumn.level = bytes(cells);
  targetColumn.level = bytes(targets);
  const incidents = bytes(head.getInt32(32, true));
  return {
    snapshot: (head.getUint32(4, true) & 1) === 1,
    at: head.getFloat64(8, true),
    seq: head.getUint32(16, true),
    silent: head.getInt32(36, true),
    positions,
    cells: cellColumn,
    targets: targetColumn,
    incidents: incidents.length ? JSON.parse(text.decode(incidents)) : [],
  };
}
