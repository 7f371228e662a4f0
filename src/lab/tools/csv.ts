/** A whole run as data: its measures over time, and its log. */
import type { Timeline } from '../../engine/timeline.ts';

/** Enough for a smooth curve; a spreadsheet shows them at once. */
const MOMENTS = 200;

/** Every measure over time. The header has the units, the first column is the time in milliseconds. */
export function measuresCsv(timeline: Timeline): string {
  const { measures } = timeline.simulation;
  const names = Object.keys(measures);
  const header = names.map((name) => {
    const { label, unit } = measures[name]!;
    return quoted(unit === '' ? label : `${label} (${unit === 'share' ? 'share of 1' : unit})`);
  });
  // Where the model failed, nothing is known beyond.
  const { failure } = timeline.finish();
  const moments = Array.from({ length: MOMENTS + 1 }, (_, i) => Math.round((timeline.untilUs * i) / MOMENTS));
  const rows = moments
    .filter((timeUs) => timeUs <= (failure?.at.timeUs ?? Infinity))
    .map((timeUs) => {
      const now = timeline.at({ timeUs }).measures;
      return [timeUs / 1000, ...names.map((name) => now[name] ?? '')].join(',');
    });
  return [['time (ms)', ...header].join(','), ...rows, ''].join('\r\n');
}

/** What was done and all that came of it: enough to play the run again and compare. */
export function logJson(timeline: Timeline): string {
  const { simulation, run } = timeline;
  const { scenario, seed, changed, inputs } = run;
  const log = timeline
    .finish()
    .log.map((entry) => ({ ...entry, say: simulation.facts[entry.fact.type]!.say(entry.fact) }));
  return JSON.stringify(
    { sim: simulation.id, version: simulation.version, scenario, seed, changed, inputs, log },
    null,
    1,
  );
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
