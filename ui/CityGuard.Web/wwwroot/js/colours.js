// One place for the colours of the map; the panels use the same through CSS variables of the same names.
// Levels in the order of ReadinessLevel: unknown, met, thin, incomplete, late, dark, closed.
export const LEVELS = ['unknown', 'met', 'thin', 'incomplete', 'late', 'dark', 'closed'];
export const LEVEL = { unknown: 0, met: 1, thin: 2, incomplete: 3, late: 4, dark: 5, closed: 6 };

// Status in the order of ResponderStatus; 255: its relay is silent.
export const STATUS = ['available', 'assigned', 'enRoute', 'onScene', 'returning', 'outOfService'];

const variable = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function palette() {
  return {
    ground: variable('--map-ground'),
    water: variable('--map-water'),
    hill: variable('--map-hill'),
    border: variable('--map-border'),
    label: variable('--map-label'),
    halo: variable('--map-halo'),
    select: variable('--select'),
    level: LEVELS.map(name => variable(`--level-${name}`)),
    status: [...STATUS.map(name => variable(`--status-${name}`)), variable('--status-unknown')],
    severity: ['low', 'medium', 'high', 'critical'].map(name => variable(`--severity-${name}`)),
    road: ['expressway', 'arterial', 'collector', 'local', 'bridge'].map(name => variable(`--road-${name}`)),
  };
}

/** #rrggbb as four numbers from 0 to 1. */
export function rgba(hex, alpha = 1) {
  return [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255).concat(alpha);
}
