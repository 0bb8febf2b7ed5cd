// What never changes: shapes and names, kept by the browser under the package's hash.
import { readShapes } from './shapes.js';

export class City {
  constructor(base) { this.base = base; }

  async load() {
    const [facts, cells] = await Promise.all([this.#get('facts').then(r => r.json()), this.shapes('cells')]);
    Object.assign(this, facts);
    this.cellShapes = cells;
    this.areaByIndex = new Map(facts.areas.map(area => [area.index, area]));
    this.areaById = new Map(facts.areas.map(area => [area.id, area]));
    this.cellIndex = new Map(facts.cells.map((id, i) => [id, i]));
    this.responderIndex = new Map(facts.responders.id.map((id, i) => [id, i]));
    this.targetIndex = new Map(facts.targets.id.map((id, i) => [id, i]));
    return this;
  }

  async shapes(part) { return readShapes(await (await this.#get(part)).arrayBuffer()); }

  /** The middle of a cell, good enough to fly to. */
  centreOf(shape) {
    let lon = 0, lat = 0;
    for (const [x, y] of shape.points) { lon += x; lat += y; }
    return [lon / shape.points.length, lat / shape.points.length];
  }

  async #get(part) {
    const response = await fetch(`${this.base}/${part}`);
    if (!response.ok) throw new Error(`${part}: ${response.status}`);
    return response;
  }
}
