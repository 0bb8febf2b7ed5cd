// What lies under a point of the screen: the smallest thing wins.
import { Targets } from './labels.js';

const around = ({ x, y }, reach) => [[x - reach, y - reach], [x + reach, y + reach]];

export function pick(map, city, responders, point) {
  const incident = map.queryRenderedFeatures(around(point, 6), { layers: ['incidents'] })[0];
  if (incident) return { kind: 'incident', id: incident.properties.id };
  const responder = responders.near(point);
  if (responder !== undefined) return { kind: 'responder', id: city.responders.id[responder] };
  const target = map.queryRenderedFeatures(around(point, 4), { layers: Targets.layers })[0];
  if (target) return { kind: 'target', id: city.targets.id[target.id] };
  const cell = map.queryRenderedFeatures([point.x, point.y], { layers: ['cells'] })[0];
  return cell ? { kind: 'cell', id: city.cells[cell.id] } : undefined;
}
