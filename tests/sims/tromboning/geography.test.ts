import { expect, test } from 'vitest';
import { cities, whereabouts } from '../../../src/sims/tromboning/cities.ts';
import { fourSites, sites } from '../../../src/sims/tromboning/sites.ts';
import { building, distanceMiles, headquarters } from '../../../src/sims/tromboning/geography.ts';
import { narrowPlan, onMap, placeAt, widePlan } from '../../../src/sims/tromboning/plan.ts';

test('lists the cities from the building outwards, each once', () => {
  const miles = cities.map((city) => distanceMiles(building, city));
  expect(miles).toEqual(miles.toSorted((a, b) => a - b));
  expect(new Set(cities.map(({ name }) => name)).size).toBe(cities.length);
});

test('keeps its cities far enough apart to tell them from each other', () => {
  cities.forEach((a, i) => {
    for (const b of cities.slice(i + 1)) expect(distanceMiles(a, b), `${a.name}, ${b.name}`).toBeGreaterThan(8);
  });
});

// Indianapolis and New York lie a little beyond the edges of the narrow drawing, where the firewall stops.
test.each([
  ['wide', widePlan, []],
  ['narrow', narrowPlan, ['Indianapolis', 'New York']],
] as const)(
  'every city lies within reach of the hand on the %s drawing, and beside the building',
  (_, plan, beyond) => {
    const outside = cities.filter((city) => {
      const { x, y } = onMap(city, plan);
      return distanceMiles(placeAt(x, y, plan), city) > 1;
    });
    expect(outside.map(({ name }) => name)).toEqual(beyond);
    const { inset } = plan;
    const hidden = cities.filter((city) => {
      const { x, y } = onMap(city, plan);
      return x > inset.x && x < inset.x + inset.width && y > inset.y && y < inset.y + 2 * inset.floor;
    });
    expect(hidden.map(({ name }) => name)).toEqual([]);
  },
);

test('every site of the company is a place of the list', () => {
  for (const { lat, lon } of Object.values(sites)) expect(cities).toContainEqual(expect.objectContaining({ lat, lon }));
  expect(sites.cincinnati).toBe(building);
  expect(sites.philadelphia).toBe(headquarters);
  expect(new Set(fourSites).size).toBe(4);
});

test('says where a place is by its name, or by its distance and direction from the building', () => {
  expect(whereabouts(building)).toBe('in the building');
  expect(whereabouts(sites.columbus)).toBe('in Columbus');
  expect(whereabouts({ lat: 39.1, lon: -80 })).toBe('242 miles east of the building');
});
