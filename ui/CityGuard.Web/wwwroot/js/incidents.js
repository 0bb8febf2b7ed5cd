// Open incidents: a ring by gravity that breathes while young. There are at most some hundreds, so the whole set is sent to the map.
const collection = features => ({ type: 'FeatureCollection', features });
const FRESH_MS = 60_000;

export class Incidents {
  constructor(map, colours) {
    this.map = map;
    this.open = new Map();
    this.dirty = false;
    map.addSource('incidents', { type: 'geojson', data: collection([]) });
    const colour = ['match', ['get', 'severity'], 0, colours.severity[0], 1, colours.severity[1], 2, colours.severity[2], colours.severity[3]];
    const selected = ['==', ['get', 'selected'], true];
    map.addLayer({
      id: 'incident-glow', type: 'circle', source: 'incidents',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, ['+', 5, ['*', 1.5, ['get', 'severity']]], 14, ['+', 14, ['*', 4, ['get', 'severity']]]],
        'circle-color': colour, 'circle-opacity': ['case', ['get', 'fresh'], 0.34, 0.16], 'circle-blur': 0.6,
      },
    });
    map.addLayer({
      id: 'incidents', type: 'circle', source: 'incidents',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, ['+', 2.4, ['*', 0.7, ['get', 'severity']]], 14, ['+', 6, ['*', 1.5, ['get', 'severity']]]],
        'circle-color': '#0b0f14', 'circle-opacity': 0.85,
        'circle-stroke-color': ['case', selected, colours.select, colour],
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, ['case', selected, 3, 1.6], 14, ['case', selected, 4, 2.6]],
      },
    });
  }

  apply(changes, snapshot) {
    if (snapshot) this.open.clear();
    else if (!changes.length) return;
    for (const incident of changes) {
      if (incident.open) this.open.set(incident.id, incident);
      else this.open.delete(incident.id);
    }
    this.dirty = true;
  }

  select(id) {
    this.selected = id;
    this.dirty = true;
    this.draw();
  }

  placeOf(id) {
    const incident = this.open.get(id);
    return incident && [incident.lon, incident.lat];
  }

  /** Called a few times a second; most calls find nothing to do. */
  draw(now = Date.now()) {
    if (!this.dirty) return;
    this.dirty = false;
    this.map.getSource('incidents').setData(collection([...this.open.values()].map(i => ({
      type: 'Feature',
      properties: { id: i.id, severity: i.severity, fresh: now - i.at < FRESH_MS, selected: i.id === this.selected },
      geometry: { type: 'Point', coordinates: [i.lon, i.lat] },
    }))));
  }
}
