/** The cities of the map, where a firewall can be sent to by name. */
import { building, direction, distanceMiles, headquarters, type City, type Place } from './geography.ts';
import { landmarks, sites } from './sites.ts';

/** City centres, checked against GeoNames (geonames.org); nearest to the building first. */
export const cities: readonly City[] = [
  { ...building, name: 'Cincinnati, in the building' },
  { name: 'Dayton', lat: 39.76, lon: -84.19 },
  { name: 'Maysville', lat: 38.64, lon: -83.74 },
  { name: 'Frankfort', lat: 38.2, lon: -84.87 },
  { name: 'Lexington', lat: 38.04, lon: -84.5 },
  { name: 'Chillicothe', lat: 39.33, lon: -82.98 },
  { name: 'Louisville', lat: 38.25, lon: -85.76 },
  { name: 'Indianapolis', lat: 39.77, lon: -86.16 },
  sites.columbus,
  { name: 'Huntington, West Virginia', lat: 38.42, lon: -82.45 },
  { name: 'Fort Wayne', lat: 41.08, lon: -85.14 },
  { name: 'Findlay', lat: 41.04, lon: -83.65 },
  { name: 'Zanesville', lat: 39.94, lon: -82.01 },
  { name: 'Parkersburg', lat: 39.27, lon: -81.56 },
  { name: 'Charleston, West Virginia', lat: 38.35, lon: -81.63 },
  { name: 'Toledo', lat: 41.65, lon: -83.54 },
  { name: 'Sandusky', lat: 41.45, lon: -82.71 },
  { name: 'Beckley', lat: 37.78, lon: -81.19 },
  { name: 'Akron', lat: 41.08, lon: -81.52 },
  { name: 'Wheeling', lat: 40.06, lon: -80.72 },
  sites.cleveland,
  { name: 'Ann Arbor', lat: 42.28, lon: -83.74 },
  { name: 'Clarksburg', lat: 39.28, lon: -80.34 },
  { name: 'Detroit', lat: 42.33, lon: -83.05 },
  { name: 'Morgantown', lat: 39.63, lon: -79.96 },
  { name: 'Youngstown', lat: 41.1, lon: -80.65 },
  landmark('Pittsburgh'),
  { name: 'Blacksburg', lat: 37.23, lon: -80.41 },
  { name: 'Roanoke', lat: 37.27, lon: -79.94 },
  { name: 'Harrisonburg', lat: 38.45, lon: -78.87 },
  { name: 'Johnstown', lat: 40.33, lon: -78.92 },
  { name: 'Cumberland', lat: 39.65, lon: -78.76 },
  { name: 'Erie', lat: 42.13, lon: -80.09 },
  { name: 'Lynchburg', lat: 37.41, lon: -79.14 },
  { name: 'Charlottesville', lat: 38.03, lon: -78.48 },
  { name: 'Winchester', lat: 39.19, lon: -78.16 },
  { name: 'Hagerstown', lat: 39.64, lon: -77.72 },
  { name: 'State College', lat: 40.79, lon: -77.86 },
  { name: 'Gettysburg', lat: 39.83, lon: -77.23 },
  sites.richmond,
  landmark('Washington'),
  { name: 'Harrisburg', lat: 40.27, lon: -76.88 },
  { name: 'Williamsport', lat: 41.24, lon: -77.0 },
  { name: 'Baltimore', lat: 39.29, lon: -76.61 },
  { name: 'Annapolis', lat: 38.98, lon: -76.49 },
  { name: 'Elmira', lat: 42.09, lon: -76.81 },
  { name: 'Wilmington, Delaware', lat: 39.75, lon: -75.55 },
  { name: 'Salisbury, Maryland', lat: 38.36, lon: -75.6 },
  { name: 'Allentown', lat: 40.6, lon: -75.47 },
  { name: 'Scranton', lat: 41.41, lon: -75.66 },
  { name: 'Binghamton', lat: 42.1, lon: -75.92 },
  { ...headquarters, name: 'Philadelphia, headquarters' },
  { name: 'Trenton', lat: 40.22, lon: -74.76 },
  landmark('New York'),
];

function landmark(name: string): City {
  return landmarks.find((city) => city.name === name)!;
}

/** "in the building", "in Columbus", or "250 miles east of the building". */
export function whereabouts(place: Place): string {
  const city = cities.find(({ lat, lon }) => lat === place.lat && lon === place.lon);
  return city && distanceMiles(city, building) >= 1 ? `in ${city.name}` : direction(place);
}
