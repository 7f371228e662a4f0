/** The few places that every drawing names: the company's sites, and three cities to know the map by. */
import { building, headquarters, type City } from './geography.ts';

/** By the names that the field `fileAt` uses. */
export type Site = 'cincinnati' | 'columbus' | 'cleveland' | 'richmond' | 'philadelphia';

/** Where the company has people. */
export const sites: Readonly<Record<Site, City>> = {
  cincinnati: building,
  columbus: { name: 'Columbus', lat: 39.96, lon: -83 },
  cleveland: { name: 'Cleveland', lat: 41.5, lon: -81.69 },
  richmond: { name: 'Richmond', lat: 37.54, lon: -77.44 },
  philadelphia: headquarters,
};

/** Four sites that are the corners of a quadrilateral, so that their best spot is where its diagonals cross. */
export const fourSites: readonly Site[] = ['cincinnati', 'cleveland', 'richmond', 'philadelphia'];

/** Not sites of the company; written on a wide map only. */
export const landmarks: readonly City[] = [
  { name: 'Pittsburgh', lat: 40.44, lon: -80 },
  { name: 'Washington', lat: 38.91, lon: -77.04 },
  { name: 'New York', lat: 40.71, lon: -74.01 },
];
