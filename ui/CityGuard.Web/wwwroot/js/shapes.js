// Reads packed lines and rings. The layout is told in Map/ShapeWriter.cs.
export function readShapes(buffer) {
  const bytes = new Uint8Array(buffer);
  let at = 0, x = 0, y = 0;
  const number = () => {
    let value = 0, shift = 0, byte;
    do { byte = bytes[at++]; value |= (byte & 0x7f) << shift; shift += 7; } while (byte & 0x80);
    return value >>> 0;
  };
  const difference = () => { const n = number(); return (n >>> 1) ^ -(n & 1); };
  const shapes = new Array(number());
  for (let i = 0; i < shapes.length; i++) {
    const tag = number(), points = new Array(number());
    for (let k = 0; k < points.length; k++) {
      x += difference();
      y += difference();
      points[k] = [x / 1e6, y / 1e6];
    }
    shapes[i] = { tag, points };
  }
  return shapes;
}
