/** Where things are, how far apart, and how the map lays them flat. */
import { atan2, cos, sin } from '../../engine/math.ts';

/** Degrees, to 0.01 (about a kilometre). */
export interface Place {
  /** North of the equator. */
  lat: number;
  /** East of Greenwich, so below zero in America. */
  lon: number;
}
/** A place with the name that is written on the map and said in words. */
export interface City extends Place {
  name: string;
}

/** Alice's and Bob's building. */
export const building: City = { name: 'Cincinnati', lat: 39.1, lon: -84.51 };
/** In the west of the city, 500 miles from the building. */
export const headquarters: City = { name: 'Philadelphia', lat: 39.95, lon: -75.19 };

/** Mean radius of the earth (IUGG). */
const EARTH_KM = 6371.0088;
const KM_PER_MILE = 1.609344;
/** Mean radius of the earth (IUGG) in statute miles: with it `detour.ts` turns ways into angles. */
export const EARTH_MILES = EARTH_KM / KM_PER_MILE;
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

/** Statute miles, of 1.609344 km each. */
export function kmToMiles(km: number): number {
  return km / KM_PER_MILE;
}

/** From statute miles, of 1.609344 km each. */
export function milesToKm(miles: number): number {
  return miles * KM_PER_MILE;
}

/** Which way b lies from a: radians clockwise from north. */
export function bearingTo(a: Place, b: Place): number {
  const toNorth = cos(a.lat * RADIANS) * sin(b.lat * RADIANS);
  const lean = sin(a.lat * RADIANS) * cos(b.lat * RADIANS) * cos((b.lon - a.lon) * RADIANS);
  return atan2(sin((b.lon - a.lon) * RADIANS) * cos(b.lat * RADIANS), toNorth - lean);
}

/** Where one arrives who leaves a on that bearing and keeps to the great circle for so many miles. */
export function travel(a: Place, bearing: number, miles: number): Place {
  const angle = milesToKm(miles) / EARTH_KM;
  const latSine = sin(a.lat * RADIANS) * cos(angle) + cos(a.lat * RADIANS) * sin(angle) * cos(bearing);
  const lon = atan2(sin(bearing) * sin(angle) * cos(a.lat * RADIANS), cos(angle) - sin(a.lat * RADIANS) * latSine);
  const lat = atan2(latSine, Math.sqrt(1 - latSine * latSine));
  return { lat: lat / RADIANS, lon: a.lon + lon / RADIANS };
}

/** Miles east and south of the building. */
export interface Flat {
  /** East of the building; on a drawing laid out by `onMap`, its own units from the left edge. */
  x: number;
  /** South of the building; on a drawing laid out by `onMap`, its own units from the top. */
  y: number;
}

/**
 * Azimuthal equidistant about the building: every place lies in its true direction at its true
 * distance from there, so a straight line from the building is the real way and rings are distances.
 */
export function flatten(place: Place): Flat {
  const bearing = bearingTo(building, place);
  const miles = distanceMiles(building, place);
  return { x: miles * sin(bearing), y: -miles * cos(bearing) };
}

/** The place at that point of the map, to 0.01°. */
export function unflatten({ x, y }: Flat): Place {
  const { lat, lon } = travel(building, atan2(x, -y), Math.sqrt(x * x + y * y));
  return { lat: hundredth(lat), lon: hundredth(lon) };
}

function hundredth(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

/** "in the building", or "250 miles east of the building". */
export function direction(place: Place): string {
  const miles = Math.round(distanceMiles(place, building));
  if (miles < 1) return 'in the building';
  const { x, y } = flatten(place);
  const eighth = ((Math.round(atan2(x, -y) / (Math.PI / 4)) % 8) + 8) % 8;
  const compass = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'];
  return `${miles} ${miles === 1 ? 'mile' : 'miles'} ${compass[eighth]} of the building`;
}
