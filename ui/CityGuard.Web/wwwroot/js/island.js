// The map island: owns the canvas and the live socket. Blazor sends it selections and receives what was picked.
import { City } from './city.js';
import { palette } from './colours.js';
import { addScenery, addLines } from './ground.js';
import { Cells } from './cells.js';
import { AreaLabels, Targets } from './labels.js';
import { Responders } from './responders.js';
import { Closures } from './closures.js';
import { Incidents } from './incidents.js';
import { Plan } from './plan.js';
import { Transport } from './transport.js';
import { pick } from './picking.js';

const COUNT_EVERY = 2000, DRAW_EVERY = 250;
const NEAR = 15;
const NOTHING = { snapshot: true, at: 0, cells: { count: 0, index: [], level: [] }, targets: { count: 0, index: [], level: [] }, positions: { count: 0, responder: [] } };
// Room for the watermark above.
const MARGIN = { top: 66, right: 24, bottom: 24, left: 24 };

// Tiles count as loaded while their source is still being cut, so the sources are asked too: ready means seen.
function drawn(map) {
  const isDrawn = () => ['cells', 'water', 'roads', 'borders'].every(id => map.isSourceLoaded(id)) && map.areTilesLoaded();
  return new Promise(done => {
    const look = () => {
      if (!isDrawn()) return;
      map.off('render', look);
      done();
    };
    map.on('render', look);
    map.triggerRepaint();
  });
}

export async function create(element, page, options) {
  const [{ Map, NavigationControl, ScaleControl }, city] = await Promise.all([import(options.library), new City(options.base).load()]);
  const colours = palette(), still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [west, south, east, north] = city.bounds;
  const home = [[west, south], [east, north]];
  const map = new Map({
    container: element, attributionControl: false, fadeDuration: 0, locale: options.words, bounds: home, fitBoundsOptions: { padding: MARGIN },
    maxZoom: 18, minZoom: 6, dragRotate: false, pitchWithRotate: false, touchPitch: false,
    style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': colours.ground } }] },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-right');
  await new Promise(done => map.once('load', done));

  const cells = new Cells(map, city, colours);
  await addScenery(map, city, colours);
  await addLines(map, city, colours);
  const closures = new Closures(map, colours);
  const targets = new Targets(map, city, colours, options.language);
  const responders = new Responders(map, city, colours);
  const incidents = new Incidents(map, colours);
  const labels = new AreaLabels(map, city, colours, options.language);

  const show = frame => {
    cells.apply(frame.cells, frame.snapshot);
    targets.apply(frame.targets, frame.snapshot);
    responders.apply(frame.positions, frame.snapshot, frame.at);
  };
  const transport = new Transport(new URL(options.socket, document.baseURI).href.replace(/^http/, 'ws'), {
    onState: state => {
      element.dataset.feed = state;
      // Without a feed nothing is known but the incidents, which are journaled facts. The next snapshot tells the rest again.
      if (state === 'lost') { show(NOTHING); responders.recount(labels); }
      page.invokeMethodAsync('OnFeed', state);
    },
    onFrame: frame => {
      show(frame);
      incidents.apply(frame.incidents, frame.snapshot);
      if (frame.snapshot) { responders.recount(labels); element.dataset.filled = 'true'; }
    },
  });
  const counting = setInterval(() => { responders.age(); responders.recount(labels); }, COUNT_EVERY);
  const drawing = setInterval(() => incidents.draw(), DRAW_EVERY);
  map.on('zoomend', () => responders.recount(labels));

  const choose = point => {
    const found = pick(map, city, responders, point);
    if (found) page.invokeMethodAsync('OnPicked', found.kind, found.id);
  };
  map.on('click', event => choose(event.point));
  map.on('mousemove', event => { map.getCanvas().style.cursor = responders.near(event.point) !== undefined || map.queryRenderedFeatures(event.point, { layers: ['incidents', ...Targets.layers] }).length ? 'pointer' : ''; });
  const canvas = map.getCanvas();
  canvas.addEventListener('keydown', event => {
    if (event.key === 'Enter') choose({ x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 });
    else if (event.key === '0') map.fitBounds(home, { padding: MARGIN, animate: !still });
    else return;
    event.preventDefault();
  });
  canvas.setAttribute('aria-label', options.words['Map.Title']);

  const fly = (center, zoom) => map.easeTo({ center, zoom: Math.max(zoom, map.getZoom()), duration: still ? 0 : 700 });
  const places = {
    cell: id => city.cellIndex.has(id) ? city.centreOf(city.cellShapes[city.cellIndex.get(id)]) : undefined,
    target: id => { const i = city.targetIndex.get(id); return i === undefined ? undefined : [city.targets.lon[i] / 1e6, city.targets.lat[i] / 1e6]; },
    responder: id => { const i = city.responderIndex.get(id); return i === undefined ? undefined : [responders.lon[i], responders.lat[i]]; },
    incident: id => incidents.placeOf(id),
  };

  let plan;
  const planning = () => { plan ??= new Plan(map, city, colours, page); if (window.cityguard?.map === map) window.cityguard.plan = plan; return plan; };
  const handle = {
    /** Marks one thing and, when asked, goes there. */
    select(kind, id, go, lon, lat) {
      cells.select(kind === 'cell' ? city.cellIndex.get(id) : undefined);
      targets.select(kind === 'target' ? city.targetIndex.get(id) : undefined);
      responders.select(kind === 'responder' ? city.responderIndex.get(id) : undefined);
      incidents.select(kind === 'incident' ? id : undefined);
      const place = lon === null || lon === undefined ? places[kind]?.(id) : [lon, lat];
      if (go && place) fly(place, kind === 'responder' ? NEAR : 13.5);
    },
    /** Shows a whole area. */
    show(id) {
      const box = city.areaById.get(id)?.box;
      if (box) map.fitBounds([[box[0], box[1]], [box[2], box[3]]], { padding: MARGIN, animate: !still });
    },
    closures(text) { closures.draw(text); },
    route(flat) { closures.route(flat); },
    /** Posts to take hold of; the layer is made at the first need. */
    plan(posts) { planning().draw(posts); },
    compare(flat) { planning().compare(flat); },
    centre() { const { lng, lat } = map.getCenter(); return [lng, lat]; },
    focus() { canvas.focus(); },
    dispose() {
      clearInterval(counting);
      clearInterval(drawing);
      transport.close();
      map.remove();
      if (window.cityguard?.map === map) delete window.cityguard;
    },
  };
  // For tests and for the curious: what the page shows, to be compared with what the API says.
  window.cityguard = { map, city, cells, targets, responders, incidents, closures, labels, transport, handle };
  await drawn(map);
  element.dataset.ready = 'true';
  return handle;
}
