// In which sector a place lies: the cell around it, found by a grid of boxes over the cells' outlines.
const SIDE = 200;

export class Locator {
  constructor([west, south, east, north], shapes) {
    Object.assign(this, { west, south, shapes, width: (east - west) / SIDE || 1, height: (north - south) / SIDE || 1, boxes: new Map() });
    shapes.forEach(({ points }, cell) => {
      const x = points.map(p => p[0]), y = points.map(p => p[1]);
      for (let c = this.#column(Math.min(...x)); c <= this.#column(Math.max(...x)); c++)
        for (let r = this.#row(Math.min(...y)); r <= this.#row(Math.max(...y)); r++) {
          const key = r * SIDE + c;
          if (this.boxes.has(key)) this.boxes.get(key).push(cell);
          else this.boxes.set(key, [cell]);
        }
    });
  }

  /** Index of the sector's area; undefined outside of every cell. */
  sectorAt(lon, lat) {
    const cell = this.boxes.get(this.#row(lat) * SIDE + this.#column(lon))?.find(i => inside(this.shapes[i].points, lon, lat));
    return cell === undefined ? undefined : this.shapes[cell].tag;
  }

  #column(lon) { return clamp(Math.floor((lon - this.west) / this.width)); }

  #row(lat) { return clamp(Math.floor((lat - this.south) / this.height)); }
}

const clamp = n => Math.max(0, Math.min(SIDE - 1, n));

function inside(ring, x, y) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}
