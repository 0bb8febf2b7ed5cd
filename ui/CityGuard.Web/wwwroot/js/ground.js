// The ground: water, roads of the package by class, borders. Local streets are fetched when somebody comes close enough to see them.
const collection = features => ({ type: 'FeatureCollection', features });
const lines = (shapes, properties) => collection(byTag(shapes).map(([tag, parts]) => ({
  type: 'Feature', properties: properties(tag), geometry: { type: 'MultiLineString', coordinates: parts },
})));
const EMPTY = collection([]);
const STREETS_FROM = 12.4;

function byTag(shapes) {
  const groups = new Map();
  for (const { tag, points } of shapes) {
    if (!groups.has(tag)) groups.set(tag, []);
    groups.get(tag).push(points);
  }
  return [...groups];
}

// Many small features cut into tiles faster than one giant one.
const CHUNK = 400;
function chunks(shapes) {
  return collection(byTag(shapes).flatMap(([tag, parts]) => Array.from({ length: Math.ceil(parts.length / CHUNK) }, (_, i) => ({
    type: 'Feature', properties: { tag }, geometry: { type: 'MultiLineString', coordinates: parts.slice(i * CHUNK, (i + 1) * CHUNK) },
  }))));
}

const wide = (...stops) => ['interpolate', ['exponential', 1.5], ['zoom'], ...stops];

const WATER = 0, HILL = 1;

/** Hills darken the cells, water covers them: a river belongs to no cell in particular. */
export async function addScenery(map, city, colours) {
  const scenery = await city.shapes('scenery');
  const rings = kind => collection(scenery.map(({ tag, points }, i) => ({ tag, points, i })).filter(s => s.tag === kind).map(({ points, i }) => ({
    type: 'Feature', properties: { zh: city.scenery[i].zh, en: city.scenery[i].en }, geometry: { type: 'Polygon', coordinates: [points] },
  })));
  map.addSource('hills', { type: 'geojson', data: rings(HILL) });
  map.addSource('water', { type: 'geojson', data: rings(WATER) });
  map.addLayer({ id: 'hills', type: 'fill', source: 'hills', paint: { 'fill-color': colours.hill, 'fill-opacity': 0.35, 'fill-antialias': false } });
  map.addLayer({ id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': colours.water, 'fill-opacity': 0.92 } });
}

/** Above the cells: roads and borders. */
export async function addLines(map, city, colours) {
  const [roads, borders] = await Promise.all([city.shapes('roads'), city.shapes('borders')]);
  map.addSource('streets', { type: 'geojson', data: EMPTY, maxzoom: 14 });
  map.addSource('roads', { type: 'geojson', data: chunks(roads), maxzoom: 14, tolerance: 0.5 });
  map.addSource('borders', { type: 'geojson', data: lines(borders, tag => ({ district: tag === 0 })), maxzoom: 14 });

  const road = (id, source, tags, width, opacity, minzoom = 0) => map.addLayer({
    id, type: 'line', source, minzoom, filter: ['in', ['get', 'tag'], ['literal', tags]],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colours.road[tags[0]], 'line-width': width, 'line-opacity': opacity },
  });
  road('streets', 'streets', [3], wide(12, 0.3, 15, 1.4, 18, 7), ['interpolate', ['linear'], ['zoom'], 12.4, 0, 13.4, 0.6], STREETS_FROM);
  road('collectors', 'roads', [2], wide(10, 0.2, 13, 0.9, 16, 4, 18, 10), ['interpolate', ['linear'], ['zoom'], 10.2, 0, 11.5, 0.55], 10.2);
  road('arterials', 'roads', [1], wide(9, 0.35, 13, 1.5, 16, 6, 18, 14), 0.6);
  road('expressways', 'roads', [0], wide(8, 0.5, 13, 2.2, 16, 8, 18, 18), 0.75);
  road('bridges', 'roads', [4], wide(8, 0.8, 13, 2.6, 16, 9, 18, 20), 0.9);

  map.addLayer({
    id: 'sector-borders', type: 'line', source: 'borders', minzoom: 10, filter: ['!', ['get', 'district']],
    paint: { 'line-color': colours.border, 'line-width': wide(10, 0.4, 14, 1.2), 'line-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.15, 12, 0.55], 'line-dasharray': [3, 2] },
  });
  map.addLayer({
    id: 'district-borders', type: 'line', source: 'borders', filter: ['get', 'district'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.border, 'line-width': wide(8, 0.9, 14, 2.4), 'line-opacity': 0.8 },
  });

  let asked = false;
  const near = async () => {
    if (asked || map.getZoom() < STREETS_FROM) return;
    asked = true;
    try { map.getSource('streets').setData(chunks(await city.shapes('streets'))); } catch { asked = false; }
  };
  map.on('zoomend', near);
  near();
}
