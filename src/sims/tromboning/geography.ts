/** Where things are, how far apart, and how the map lays them flat. */
import { atan2, cos, sin } from '../../engine/math.ts';

/** Degrees, to 0.01 (about a kilometre). */
export interface Place {
  lat: number;
  lon: number;
}
export interface City extends Place {
  name: string;
}

/** Alice's and Bob's building. */
export const building: City = { name: 'Cincinnati', lat: 39.1, lon: -84.51 };
/** In the west of the city, 500 miles from the building. */
export const headquarters: City = { name: 'Philadelphia', lat: 39.95, lon: -75.19 };

/** Places the firewall can be sent to by name, nearest to the building first. */
export const cities: readonly City[] = [
  { ...building, name: 'Cincinnati, in the building' },
  { name: 'Lexington', lat: 38.04, lon: -84.5 },
  { name: 'Dayton', lat: 39.76, lon: -84.19 },
  { name: 'Louisville', lat: 38.25, lon: -85.76 },
  { name: 'Indianapolis', lat: 39.77, lon: -86.16 },
  { name: 'Columbus', lat: 39.96, lon: -83.0 },
  { name: 'Charleston, West Virginia', lat: 38.35, lon: -81.63 },
  { name: 'Cleveland', lat: 41.5, lon: -81.69 },
  { name: 'Morgantown', lat: 39.63, lon: -79.96 },
  { name: 'Pittsburgh', lat: 40.44, lon: -80.0 },
  { name: 'Roanoke', lat: 37.27, lon: -79.94 },
  { name: 'Washington', lat: 38.91, lon: -77.04 },
  { name: 'Richmond', lat: 37.54, lon: -77.44 },
  { name: 'Baltimore', lat: 39.29, lon: -76.61 },
  { name: 'Harrisburg', lat: 40.27, lon: -76.88 },
  { ...headquarters, name: 'Philadelphia, headquarters' },
  { name: 'New York', lat: 40.71, lon: -74.01 },
];

/** Mean radius of the earth (IUGG). */
const EARTH_KM = 6371.0088;
const KM_PER_MILE = 1.609344;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: Place, b: Place): number {
  const dLat = sin(((b.lat - a.lat) * RADIANS) / 2);
  const dLon = sin(((b.lon - a.lon) * RADIANS) / 2);
  const h = dLat * dLat + cos(a.lat * RADIANS) * cos(b.lat * RADIANS) * dLon * dLon;
  return 2 * EARTH_KM * atan2(Math.sqrt(h), Math.sqrt(1 - h));
}

/** Great-circle distance in statute miles. */
export function distanceMiles(a: Place, b: Place): number {
  return kmToMiles(distanceKm(a, b));
}

export function kmToMiles(km: number): number {
  return km / KM_PER_MILE;
}

export function milesToKm(miles: number): number {
  return miles * KM_PER_MILE;
}

/** Miles east and south of the building. */
export interface Flat {
  x: number;
  y: number;
}

/**
 * Azimuthal equidistant about the building: every place lies in its true direction at its true
 * distance from there, so a straight line from the building is the real way and rings are distances.
 */
export function flatten(place: Place): Flat {
  const toNorth = cos(building.lat * RADIANS) * sin(place.lat * RADIANS);
  const lean = sin(building.lat * RADIANS) * cos(place.lat * RADIANS) * cos((place.lon - building.lon) * RADIANS);
  const bearing = atan2(sin((place.lon - building.lon) * RADIANS) * cos(place.lat * RADIANS), toNorth - lean);
  const miles = distanceMiles(building, place);
  return { x: miles * sin(bearing), y: -miles * cos(bearing) };
}

/** The place at that point of the map, to 0.01°. */
export function unflatten({ x, y }: Flat): Place {
  const angle = milesToKm(Math.sqrt(x * x + y * y)) / EARTH_KM;
  const bearing = atan2(x, -y);
  const latSine = sin(building.lat * RADIANS) * cos(angle) + cos(building.lat * RADIANS) * sin(angle) * cos(bearing);
  const lon = atan2(
    sin(bearing) * sin(angle) * cos(building.lat * RADIANS),
    cos(angle) - sin(building.lat * RADIANS) * latSine,
  );
  const lat = atan2(latSine, Math.sqrt(1 - latSine * latSine));
  return { lat: hundredth(lat / RADIANS), lon: hundredth(building.lon + lon / RADIANS) };
}

function hundredth(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

/** "in the building", "Columbus", or "250 miles east of the building". */
export function whereabouts(place: Place): string {
  const city = cities.find(({ lat, lon }) => lat === place.lat && lon === place.lon);
  if (city) return distanceMiles(city, building) < 1 ? 'in the building' : `in ${city.name}`;
  const { x, y } = flatten(place);
  const eighth = ((Math.round(atan2(x, -y) / (Math.PI / 4)) % 8) + 8) % 8;
  const compass = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'];
  return `${Math.round(distanceMiles(place, building))} miles ${compass[eighth]} of the building`;
}
