// Cells: colour by level, and a hatch for the levels that need somebody, so that nothing is told by colour alone.
import { LEVEL } from './colours.js';

const SOURCE = 'cells';
const level = ['coalesce', ['feature-state', 'level'], LEVEL.unknown];
const only = (wanted, shown) => ['case', ['==', level, wanted], shown, 0];

export class Cells {
  constructor(map, city, colours) {
    this.map = map;
    this.levels = new Uint8Array(city.cells.length);
    map.addSource(SOURCE, {
      type: 'geojson', tolerance: 0.2, buffer: 2, maxzoom: 14,
      data: {
        type: 'FeatureCollection',
        features: city.cellShapes.map((shape, id) => ({
          type: 'Feature', id, properties: {}, geometry: { type: 'Polygon', coordinates: [shape.points] },
        })),
      },
    });
    map.addLayer({
      id: 'cells', type: 'fill', source: SOURCE,
      paint: {
        'fill-antialias': false,
        'fill-color': ['match', level, ...colours.level.flatMap((colour, i) => i === 0 ? [] : [i, colour]), colours.level[0]],
        'fill-opacity': ['match', level, LEVEL.unknown, 0.34, LEVEL.met, 0.52, LEVEL.thin, 0.5, 0.7],
      },
    });
    for (const [name, draw] of Object.entries(HATCHES)) {
      map.addImage(`hatch-${name}`, hatch(draw), { pixelRatio: 2 });
      map.addLayer({
        id: `hatch-${name}`, type: 'fill', source: SOURCE, minzoom: 8,
        paint: { 'fill-pattern': `hatch-${name}`, 'fill-opacity': only(LEVEL[name], 0.55) },
      });
    }
    map.addLayer({
      id: 'cell-edges', type: 'line', source: SOURCE, minzoom: 12.5,
      paint: { 'line-color': colours.ground, 'line-opacity': ['interpolate', ['linear'], ['zoom'], 12.5, 0, 13.5, 0.55], 'line-width': 0.8 },
    });
    map.addLayer({
      id: 'cell-selected', type: 'line', source: SOURCE,
      paint: { 'line-color': colours.select, 'line-width': 2.5, 'line-opacity': ['case', ['boolean', ['feature-state', 'selected'], false], 1, 0] },
    });
  }

  apply({ count, index, level: levels }, snapshot) {
    // A snapshot leaves out what nobody knows.
    const known = snapshot ? new Set(index) : null;
    if (known) this.levels.forEach((was, id) => { if (was !== 0 && !known.has(id)) this.#set(id, 0); });
    for (let i = 0; i < count; i++) if (this.levels[index[i]] !== levels[i]) this.#set(index[i], levels[i]);
  }

  select(id) {
    if (this.selected !== undefined) this.map.setFeatureState({ source: SOURCE, id: this.selected }, { selected: false });
    this.selected = id;
    if (id !== undefined) this.map.setFeatureState({ source: SOURCE, id }, { selected: true });
  }

  #set(id, to) {
    this.levels[id] = to;
    this.map.setFeatureState({ source: SOURCE, id }, { level: to });
  }
}

const SIZE = 16;
const line = (g, ...points) => { g.beginPath(); for (let i = 0; i < points.length; i += 4) { g.moveTo(points[i], points[i + 1]); g.lineTo(points[i + 2], points[i + 3]); } g.stroke(); };
const rising = g => line(g, -4, 4, 4, -4, -4, 20, 20, -4, 12, 20, 20, 12);
const falling = g => line(g, 12, -4, 20, 4, -4, -4, 20, 20, -4, 12, 4, 20);

const HATCHES = {
  incomplete: g => { for (const [x, y] of [[4, 4], [12, 12]]) { g.beginPath(); g.arc(x, y, 1.6, 0, 7); g.fill(); } },
  late: rising,
  dark: g => { rising(g); falling(g); },
};

function hatch(draw) {
  const canvas = new OffscreenCanvas(SIZE, SIZE), g = canvas.getContext('2d');
  g.strokeStyle = g.fillStyle = '#05080c';
  g.lineWidth = 2;
  draw(g);
  return g.getImageData(0, 0, SIZE, SIZE);
}
