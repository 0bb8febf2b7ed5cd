// Names of districts, sectors and targets, drawn with the reader's own fonts: no glyph server is asked.
import { LEVEL } from './colours.js';

const FONT = ['Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', 'sans-serif'];
const point = (coordinates, properties, id) => ({ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates } });
const collection = features => ({ type: 'FeatureCollection', features });

export function addAreaLabels(map, city, colours, language) {
  const named = kind => collection(city.areas.filter(a => a.kind === kind).map(a => point(a.centre, { name: a[language] })));
  map.addSource('district-names', { type: 'geojson', data: named('District') });
  map.addSource('sector-names', { type: 'geojson', data: named('Sector') });
  const style = (id, source, size, colour, zooms, spacing) => map.addLayer({
    id, type: 'symbol', source, ...zooms,
    layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': size, 'text-letter-spacing': spacing, 'text-max-width': 8, 'text-padding': 6 },
    paint: { 'text-color': colour, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
  });
  style('sector-names', 'sector-names', ['interpolate', ['linear'], ['zoom'], 10.8, 10, 14, 13], colours.label, { minzoom: 10.8 }, 0.02);
  style('district-names', 'district-names', ['interpolate', ['linear'], ['zoom'], 8, 11, 12, 17], '#ffffff', { maxzoom: 12.5 }, 0.1);
}

export class Targets {
  constructor(map, city, colours, language) {
    this.map = map;
    this.levels = new Uint8Array(city.targets.id.length);
    const { lon, lat, grade } = city.targets, name = city.targets[language];
    map.addSource('targets', { type: 'geojson', maxzoom: 15, data: collection(grade.map((g, i) => point([lon[i] / 1e6, lat[i] / 1e6], { grade: g, name: name[i] }, i))) });
    const level = ['coalesce', ['feature-state', 'level'], LEVEL.unknown];
    // A target's name is longer news than its dot: dots come in by grade, names later.
    const seen = (grade, minzoom) => map.addLayer({
      id: `targets-${grade}`, type: 'circle', source: 'targets', minzoom, filter: ['==', ['get', 'grade'], grade],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 4.2 - grade, 13, 6 - grade, 16, 9.5 - grade],
        'circle-color': ['match', level, ...colours.level.flatMap((colour, i) => i === 0 ? [] : [i, colour]), colours.level[0]],
        'circle-stroke-color': ['case', ['boolean', ['feature-state', 'selected'], false], colours.select, '#f4f7fb'],
        'circle-stroke-width': ['case', ['boolean', ['feature-state', 'selected'], false], 3, ['in', level, ['literal', [LEVEL.unknown, LEVEL.closed]]], 0.4, 1.1],
        'circle-opacity': ['case', ['in', level, ['literal', [LEVEL.unknown, LEVEL.closed]]], 0.5, 1],
      },
    });
    seen(1, 9.5); seen(2, 11.3); seen(3, 12.6);
    map.addLayer({
      id: 'target-names', type: 'symbol', source: 'targets', minzoom: 14,
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 11, 'text-anchor': 'left', 'text-offset': [0.9, 0], 'text-max-width': 9, 'symbol-sort-key': ['get', 'grade'] },
      paint: { 'text-color': colours.label, 'text-halo-color': colours.halo, 'text-halo-width': 1.3 },
    });
  }

  static layers = ['targets-1', 'targets-2', 'targets-3'];

  apply({ count, index, level }, snapshot) {
    const known = snapshot ? new Set(index) : null;
    if (known) this.levels.forEach((was, id) => { if (was !== 0 && !known.has(id)) this.#set(id, 0); });
    for (let i = 0; i < count; i++) if (this.levels[index[i]] !== level[i]) this.#set(index[i], level[i]);
  }

  select(id) {
    if (this.selected !== undefined) this.map.setFeatureState({ source: 'targets', id: this.selected }, { selected: false });
    this.selected = id;
    if (id !== undefined) this.map.setFeatureState({ source: 'targets', id }, { selected: true });
  }

  #set(id, to) {
    this.levels[id] = to;
    this.map.setFeatureState({ source: 'targets', id }, { level: to });
  }
}
