// What a planner sees and takes hold of on the map: posts that can be dragged, and by how much more or fewer calls are late in each cell.
const SOURCE = 'cells';
const difference = ['feature-state', 'difference'];
const known = ['!=', ['coalesce', difference, -9], -9];

export class Plan {
  constructor(map, city, colours, page) {
    this.map = map;
    this.page = page;
    this.posts = [];
    this.shown = [];
    map.addLayer({
      id: 'difference', type: 'fill', source: SOURCE, layout: { visibility: 'none' },
      paint: {
        'fill-antialias': false,
        'fill-color': ['interpolate', ['linear'], ['coalesce', difference, 0], -0.2, '#2f7de1', -0.01, '#22415f', 0, '#28323c', 0.01, '#5f3a22', 0.2, '#f2761b'],
        'fill-opacity': ['case', known, 0.92, 0.6],
      },
    }, map.getLayer('cell-edges') ? 'cell-edges' : undefined);
    map.addSource('plan', { type: 'geojson', data: this.#collection() });
    map.addLayer({ id: 'plan-ways', type: 'line', source: 'plan', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': colours.select, 'line-width': 1.6, 'line-dasharray': [2, 2] } });
    map.addLayer({
      id: 'plan-posts', type: 'circle', source: 'plan', filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, ['case', ['get', 'moved'], 4, 2], 13, ['case', ['get', 'moved'], 8, 6]],
        'circle-color': ['case', ['get', 'moved'], colours.select, colours.ground],
        'circle-stroke-color': colours.select, 'circle-stroke-width': 1.5,
      },
    });
    map.on('mouseenter', 'plan-posts', () => { map.getCanvas().style.cursor = 'grab'; });
    map.on('mouseleave', 'plan-posts', () => { map.getCanvas().style.cursor = ''; });
    map.on('mousedown', 'plan-posts', event => {
      if (event.originalEvent.button !== 0) return;
      event.preventDefault();
      this.#drag(this.posts[event.features[0].properties.at], event.point);
    });
  }

  /** Posts: who, where, where it was (null: there), and whether it is moved. */
  draw(posts) {
    this.posts = posts;
    this.map.getSource('plan').setData(this.#collection());
  }

  /** Cell index and difference by turns; empty: none. */
  compare(flat) {
    for (const id of this.shown) this.map.removeFeatureState({ source: SOURCE, id }, 'difference');
    this.shown = [];
    for (let i = 0; i + 1 < flat.length; i += 2) {
      this.shown.push(flat[i]);
      this.map.setFeatureState({ source: SOURCE, id: flat[i] }, { difference: flat[i + 1] });
    }
    this.map.setLayoutProperty('difference', 'visibility', flat.length ? 'visible' : 'none');
  }

  #drag(post, from) {
    const { map } = this;
    const before = { ...post };
    map.getCanvas().style.cursor = 'grabbing';
    let far = false;
    const move = event => {
      // A hand that trembles moves nobody.
      far ||= Math.hypot(event.point.x - from.x, event.point.y - from.y) > 4;
      if (!far) return;
      post.from ??= [post.lon, post.lat];
      [post.lon, post.lat, post.moved] = [event.lngLat.lng, event.lngLat.lat, true];
      map.getSource('plan').setData(this.#collection());
    };
    map.on('mousemove', move);
    // The hand may be let go beside the map, too.
    window.addEventListener('mouseup', event => {
      map.off('mousemove', move);
      map.getCanvas().style.cursor = '';
      const box = map.getCanvas().getBoundingClientRect(), at = [event.clientX - box.left, event.clientY - box.top];
      // Nobody is posted outside the city: there it springs back.
      if (far && !map.queryRenderedFeatures(at, { layers: ['cells'] }).length) {
        Object.assign(post, { from: undefined }, before);
        map.getSource('plan').setData(this.#collection());
      } else if (far) this.page.invokeMethodAsync('OnPostMoved', post.id, post.lon, post.lat);
    }, { once: true });
  }

  #collection() {
    const features = this.posts.map((post, at) => ({ type: 'Feature', properties: { at, moved: post.moved }, geometry: { type: 'Point', coordinates: [post.lon, post.lat] } }));
    for (const post of this.posts)
      if (post.from) features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [post.from, [post.lon, post.lat]] } });
    return { type: 'FeatureCollection', features };
  }
}
