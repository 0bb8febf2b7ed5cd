// Responders: counts per area from afar, single points when near. Those bound to their premises appear last, there are so many.
import { PointLayer } from './points.js';
import { rgba, STATUS } from './colours.js';
import { AreaLabels } from './labels.js';
import { Locator } from './locator.js';

const UNKNOWN = STATUS.length;
const STILL = 16, HIDDEN = 32, OLD = 64;
const MOVING_FROM = 11, STILL_FROM = 13.6;

export class Responders {
  constructor(map, city, colours) {
    this.map = map;
    this.city = city;
    const { kind, lon, lat } = city.responders;
    const count = kind.length;
    this.still = Uint8Array.from(kind, k => city.kinds[k].premisesOnly ? STILL : 0);
    this.old = new Uint8Array(count);
    this.now = 0;
    this.status = new Uint8Array(count).fill(UNKNOWN);
    // From when each does not count any more: its position is stale, or its sign-in or a check has lapsed. The server judges, the map only looks at the time.
    this.until = new Uint32Array(count);
    this.lon = Float64Array.from(lon, x => x / 1e6);
    this.lat = Float64Array.from(lat, y => y / 1e6);
    this.locator = new Locator(city.bounds, city.cellShapes);
    this.sector = Int32Array.from(city.responders.sector);
    this.layer = new PointLayer('responders', count, [city.bounds[0], city.bounds[1]], colours.status.map(c => rgba(c)), rgba(colours.select));
    for (let i = 0; i < count; i++) this.layer.put(i, this.lon[i], this.lat[i], this.#look(i), false);
    map.addLayer(this.layer);
    map.on('zoom', () => this.#scale());
    this.#scale();
  }

  /** What a frame says; a snapshot leaves out those of whom nobody knows anything. <c>now</c>: the server's time, ms. */
  apply({ count, responder, lon, lat, until, status }, snapshot, now) {
    this.now = now / 1000;
    if (snapshot) this.#forgetAllBut(new Set(responder));
    for (let k = 0; k < count; k++) {
      const i = responder[k];
      if (i >= this.status.length) continue;
      this.status[i] = status[k] === 255 ? UNKNOWN : status[k];
      this.until[i] = until[k];
      if (!this.still[i] && (lon[k] / 1e6 !== this.lon[i] || lat[k] / 1e6 !== this.lat[i])) this.sector[i] = this.locator.sectorAt(lon[k] / 1e6, lat[k] / 1e6) ?? this.sector[i];
      this.lon[i] = lon[k] / 1e6;
      this.lat[i] = lat[k] / 1e6;
      this.old[i] = this.#isOld(i) ? OLD : 0;
      this.layer.put(i, this.lon[i], this.lat[i], this.#look(i), !snapshot);
    }
    if ((count || snapshot) && this.map.getZoom() >= MOVING_FROM) this.layer.redraw();
  }

  /** Dims whoever does not count any more; silence sends no frame, so somebody must look. */
  age() {
    let changed = false;
    for (let i = 0; i < this.old.length; i++) {
      const old = this.#isOld(i) ? OLD : 0;
      if (old === this.old[i]) continue;
      this.old[i] = old;
      this.layer.look(i, this.#look(i));
      changed = true;
    }
    if (changed) this.layer.redraw();
  }

  select(i) {
    this.layer.selected = i ?? -1;
    this.layer.redraw();
  }

  /** The responder drawn nearest to a point of the screen, within reach of a finger. */
  near(point, reach = 11) {
    const zoom = this.map.getZoom();
    if (zoom < MOVING_FROM) return undefined;
    const a = this.map.unproject([point.x - reach, point.y + reach]), b = this.map.unproject([point.x + reach, point.y - reach]);
    let best, least = reach * reach;
    for (let i = 0; i < this.lon.length; i++) {
      if (this.lon[i] < a.lng || this.lon[i] > b.lng || this.lat[i] < a.lat || this.lat[i] > b.lat) continue;
      if (this.still[i] && zoom < STILL_FROM) continue;
      const p = this.map.project([this.lon[i], this.lat[i]]);
      const distance = (p.x - point.x) ** 2 + (p.y - point.y) ** 2;
      if (distance < least) [best, least] = [i, distance];
    }
    return best;
  }

  /** Counts per area for the labels, by where responders are now, every few seconds: nobody reads faster. */
  recount(labels) {
    const zoom = this.map.getZoom();
    if (zoom >= AreaLabels.countsUntil) return;
    const kind = zoom >= AreaLabels.sectorsFrom ? 'Sector' : 'District';
    const counts = new Map();
    for (let i = 0; i < this.status.length; i++) {
      if (this.still[i]) continue;
      const area = this.#areaOf(this.sector[i], kind);
      if (area === undefined) continue;
      let c = counts.get(area);
      if (!c) counts.set(area, c = { free: 0, busy: 0, all: 0 });
      c.all++;
      const s = this.status[i];
      if (this.old[i]) continue;
      if (s === 0 || s === 4) c.free++;
      else if (s < UNKNOWN && s !== 5) c.busy++;
    }
    labels.show(kind, counts);
  }

  #areaOf(sector, kind) {
    if (sector < 0) return undefined;
    return kind === 'Sector' ? sector : this.city.areaByIndex.get(sector)?.district;
  }

  #look(i) {
    const status = this.status[i];
    // Those out of service are off the street: no dot.
    return status | this.still[i] | this.old[i] | (status === 5 ? HIDDEN : 0);
  }

  #isOld(i) { return this.status[i] < UNKNOWN && this.now >= this.until[i]; }

  #forgetAllBut(known) {
    for (let i = 0; i < this.status.length; i++) {
      if (this.status[i] === UNKNOWN || known.has(i)) continue;
      this.status[i] = UNKNOWN;
      this.old[i] = 0;
      this.layer.look(i, this.#look(i));
    }
  }

  #scale() {
    const zoom = this.map.getZoom();
    const grow = (from, least, most) => zoom < from ? 0 : Math.min(most, least + (zoom - from) * 1.7);
    this.layer.size = grow(MOVING_FROM, 5, 15);
    this.layer.still = grow(STILL_FROM, 3.5, 9);
  }
}
