/** What can be set in a run, and what can be done in it. */
import type { Fields, InputInfo, Parameter } from '../../engine/simulation.ts';
import { headquarters } from './geography.ts';
import { sites } from './sites.ts';
import type { Config, Input } from './state.ts';
import { BACKUP_LOAD, ROUTE_INFLATION } from './theory.ts';

const lat = { kind: 'number', unit: '°', min: 24, max: 50, step: 0.01 } as const;
const lon = { kind: 'number', unit: '°', min: -110, max: -66, step: 0.01 } as const;
const stands = 'Where the firewall stands when the run starts.';
const secondStands = 'Where the second firewall stands when the run starts.';

/** The controls. Policies, load, the network and its roads are live; the others make a new run. */
export const fields: Fields<Config> = {
  firewallLat: {
    ...lat,
    label: 'Firewall, latitude',
    help: stands,
    default: headquarters.lat,
    short: 'lat',
    when: 'start',
  },
  firewallLon: {
    ...lon,
    label: 'Firewall, longitude',
    help: stands,
    default: headquarters.lon,
    short: 'lon',
    when: 'start',
  },
  secondLat: {
    ...lat,
    label: 'Second firewall, latitude',
    help: secondStands,
    default: sites.columbus.lat,
    short: 'lat2',
    when: 'start',
  },
  secondLon: {
    ...lon,
    label: 'Second firewall, longitude',
    help: secondStands,
    default: sites.columbus.lon,
    short: 'lon2',
    when: 'start',
  },
  policy: {
    kind: 'choice',
    label: 'Inspect traffic',
    help: 'Where every packet must pass before it is delivered.',
    options: {
      inspectAll: 'at the firewall',
      twoFirewalls: 'at one of two',
      everyHost: 'in each computer',
      trustBuilding: 'nowhere',
    },
    default: 'inspectAll',
    short: 'policy',
    when: 'live',
  },
  pairing: {
    kind: 'choice',
    label: 'Which of two firewalls',
    help: 'The one with the shorter way in all, so the same in both directions, or for each packet the one nearest its sender.',
    options: { leastTotal: 'shorter way in all', nearestEach: 'nearest the sender' },
    default: 'leastTotal',
    short: 'pairing',
    when: 'live',
  },
  shortcut: {
    kind: 'choice',
    label: 'Local route',
    help: 'A direct way that somebody added for one direction. The other still goes through the firewall.',
    options: { none: 'none', request: 'for Bob’s packets', answer: 'for the answers' },
    default: 'none',
    short: 'shortcut',
    when: 'live',
  },
  fileAt: {
    kind: 'choice',
    label: 'The file is in',
    help: 'The site of the computer that has the file. Bob is in Cincinnati.',
    options: {
      cincinnati: 'Cincinnati, with Alice',
      columbus: 'Columbus',
      cleveland: 'Cleveland',
      richmond: 'Richmond',
      philadelphia: 'Philadelphia',
    },
    default: 'cincinnati',
    short: 'file',
    when: 'start',
  },
  firewallLoad: {
    kind: 'number',
    label: 'Firewall load',
    help: 'The share of time the firewall is busy, mostly with other people’s traffic. A second firewall has its own load.',
    unit: 'share',
    min: 0,
    max: 0.98,
    step: 0.01,
    default: 0.8,
    short: 'load',
    when: 'live',
  },
  backup: {
    kind: 'switch',
    label: 'Backup from Richmond',
    help: `Another site copies its files through the firewall, which makes it busy ${Math.round(BACKUP_LOAD * 100)} % of the time more, up to 98 %.`,
    off: 'at night',
    on: 'now',
    default: false,
    short: 'backup',
    when: 'live',
  },
  wan: {
    kind: 'switch',
    label: 'Wide-area network',
    help: 'Whether anything gets from one site to another.',
    off: 'down',
    on: 'up',
    default: true,
    short: 'wan',
    when: 'live',
  },
  routeInflation: {
    kind: 'number',
    label: 'Road against straight line',
    help: 'How many times longer the fibre is than the straight line.',
    unit: '',
    min: 1,
    max: 3,
    step: 0.01,
    default: ROUTE_INFLATION,
    short: 'road',
    when: 'live',
  },
  tls: {
    kind: 'choice',
    label: 'TLS',
    help: 'TLS 1.3 needs one round trip fewer than TLS 1.2.',
    options: { '1.2': 'TLS 1.2', '1.3': 'TLS 1.3' },
    default: '1.2',
    short: 'tls',
    when: 'start',
  },
  warm: {
    kind: 'switch',
    label: 'Connection',
    help: 'On one that is open already, the first byte takes a single round trip.',
    off: 'new',
    on: 'open already',
    default: false,
    short: 'warm',
    when: 'start',
  },
  chance: {
    kind: 'switch',
    label: 'Waits at the firewall',
    help: 'At their average, or by chance as in a real queue.',
    off: 'average',
    on: 'by chance',
    default: false,
    short: 'chance',
    when: 'start',
  },
  sites: {
    kind: 'choice',
    label: 'Sites on the map',
    help: 'Bob’s alone, or four that share the firewall.',
    options: { one: 'Bob’s alone', four: 'four' },
    default: 'one',
    short: 'sites',
    when: 'start',
  },
};

const place: Record<'lat' | 'lon', Parameter> = {
  lat: { ...lat, label: 'Latitude', help: 'Degrees north.', default: headquarters.lat },
  lon: { ...lon, label: 'Longitude', help: 'Degrees east.', default: headquarters.lon },
};

/** Dragging either firewall; the place is in degrees. */
export const inputs: Readonly<Record<Input['type'], InputInfo>> = {
  move: {
    label: 'Move the firewall',
    help: 'Puts the firewall somewhere else. A packet that is past it keeps going; one on its way to it, or in it, goes with it.',
    parameters: place,
    moves: ['firewallLat', 'firewallLon'],
  },
  moveSecond: {
    label: 'Move the second firewall',
    help: 'Puts the second firewall somewhere else; it is in use only where one of two may inspect.',
    parameters: place,
    moves: ['secondLat', 'secondLon'],
  },
};
