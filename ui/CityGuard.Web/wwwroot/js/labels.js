// Names of districts, sectors and targets, drawn with the reader's own fonts: no glyph server is asked.
import { LEVEL } from './colours.js';

const FONT = ['Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', 'sans-serif'];
const point = (coordinates, properties, id) => ({ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates } });
const collection = features => ({ type: 'FeatureCollection', features });

/** Names of districts and sectors; from afar with how many responders are free of how many. */
export class AreaLabels {
  static sectorsFrom = 10.8;
  static countsUntil = 11.6;

  constructor(map, city, colours, language) {
    Object.assign(this, { map, city, language, counts: new Map() });
    for (const kind of ['District', 'Sector']) map.addSource(`names-${kind}`, { type: 'geojson', data: this.#features(kind) });
    const count = ['format', ['get', 'name'], {}, '\n', {}, ['get', 'count'], { 'font-scale': 0.82, 'text-color': ['interpolate', ['linear'], ['get', 'busy'], 0, colours.status[0], 0.2, colours.status[1], 0.5, colours.status[3]] }];
    const style = (kind, zooms, size, colour, spacing) => map.addLayer({
      id: `names-${kind}`, type: 'symbol', source: `names-${kind}`, ...zooms,
      layout: {
        'text-field': ['step', ['zoom'], count, AreaLabels.countsUntil, ['get', 'name']], 'text-font': FONT, 'text-size': size, 'text-line-height': 1.25,
        'text-letter-spacing': spacing, 'text-max-width': 9, 'text-padding': 4,
      },
      paint: { 'text-color': colour, 'text-halo-color': colours.halo, 'text-halo-width': 1.5 },
    });
    style('Sector', { minzoom: AreaLabels.sectorsFrom }, ['interpolate', ['linear'], ['zoom'], 10.8, 10.5, 14, 13], colours.label, 0.02);
    style('District', { maxzoom: 12.5 }, ['interpolate', ['linear'], ['zoom'], 8, 11.5, 12, 17], '#ffffff', 0.06);
  }

  /** Counts by area index: free, busy and all. */
  show(kind, counts) {
    this.counts = counts;
    this.map.getSource(`names-${kind}`).setData(this.#features(kind));
  }

  #features(kind) {
    return collection(this.city.areas.filter(a => a.kind === kind).map(a => {
      const c = this.counts.get(a.index);
      return point(a.centre, { name: a[this.language], count: c ? `${c.free}/${c.all}` : '', busy: c?.all ? c.busy / c.all : 0 });
    }));
  }
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
