// Roads that are closed or slower than usual, and the way that one responder would drive.
const collection = features => ({ type: 'FeatureCollection', features });
const wide = (...stops) => ['interpolate', ['exponential', 1.5], ['zoom'], ...stops];

export class Closures {
  constructor(map, colours) {
    this.map = map;
    this.count = 0;
    this.points = 0;
    map.addSource('closures', { type: 'geojson', data: collection([]) });
    map.addSource('route', { type: 'geojson', data: collection([]) });
    const line = (id, source, color, width, extra = {}) => map.addLayer({
      id, type: 'line', source, layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': color, 'line-width': width, ...extra },
    });
    line('closures-ground', 'closures', '#0b0f14', wide(9, 3.4, 13, 7, 17, 16));
    line('closures', 'closures', ['case', ['get', 'closed'], colours.level[5], colours.level[4]], wide(9, 2, 13, 4.4, 17, 11), { 'line-dasharray': [1.2, 1.1] });
    line('route-ground', 'route', '#0b0f14', wide(9, 4, 14, 9));
    line('route', 'route', colours.select, wide(9, 1.8, 14, 4.5));
  }

  /** All that is restricted now, as GeoJSON. */
  draw(text) {
    const data = JSON.parse(text);
    this.count = data.features.length;
    this.map.getSource('closures').setData(data);
  }

  /** A way as longitudes and latitudes by turns; empty: none. */
  route(flat) {
    const line = [];
    for (let i = 0; i + 1 < flat.length; i += 2) line.push([flat[i], flat[i + 1]]);
    this.points = line.length;
    this.map.getSource('route').setData(collection(line.length > 1 ? [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: line } }] : []));
  }
}
