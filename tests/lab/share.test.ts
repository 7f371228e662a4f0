import { describe, expect, test } from 'vitest';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { readRunLink } from '../../src/engine/run-link.ts';
import { logHash, type LogEntry } from '../../src/engine/log.ts';
import type { Run } from '../../src/engine/simulation.ts';
import { play, Timeline } from '../../src/engine/timeline.ts';
import { Room } from '../../src/lab/room.ts';
import { logJson, measuresCsv } from '../../src/lab/tools/csv.ts';
import { runText } from '../../src/lab/tools/run-text.ts';
import { slug } from '../../src/lab/tools/save.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { everySimulation } from '../contract/every-simulation.ts';

const queue = boundedQueue as unknown as AnySimulation;

/** As spreadsheets read it (RFC 4180). */
function readCsv(text: string): string[][] {
  return text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

describe.each(await everySimulation())('$id', (simulation) => {
  const names = Object.keys(simulation.measures);
  const timelines = Object.keys(simulation.scenarios).map(
    (scenario) => new Timeline(simulation, openRun(simulation, scenario)),
  );

  test('a spreadsheet of a run has every measure with its unit, at 201 moments from the first to the last', () => {
    for (const timeline of timelines) {
      const [header, ...rows] = readCsv(measuresCsv(timeline));
      expect(header).toHaveLength(names.length + 1);
      expect(header![0]).toBe('time (ms)');
      for (const [i, name] of names.entries()) {
        const { label, unit } = simulation.measures[name]!;
        expect(header![i + 1]!.startsWith(label)).toBe(true);
        if (unit !== '') expect(header![i + 1]).toContain(`(${unit}`);
      }
      expect(rows).toHaveLength(201);
      expect([Number(rows[0]![0]), Number(rows[200]![0])]).toEqual([0, timeline.untilUs / 1000]);
    }
  });

  test('each number of it is what the run measures then, and what cannot be measured is empty', () => {
    const [timeline] = timelines;
    for (const [time, ...values] of readCsv(measuresCsv(timeline!))
      .slice(1)
      .filter((_, i) => i % 20 === 0)) {
      const { measures } = play(simulation, timeline!.run).at({ timeUs: Math.round(Number(time) * 1000) });
      expect(values.map((value) => (value === '' ? null : Number(value)))).toEqual(
        names.map((name) => measures[name] ?? null),
      );
    }
  });

  test('whoever has the log as JSON can play the run again and gets the same log', () => {
    for (const timeline of timelines) {
      const kept = JSON.parse(logJson(timeline)) as Run & {
        sim: string;
        version: number;
        log: (LogEntry & { say: string })[];
      };
      expect([kept.sim, kept.version]).toEqual([simulation.id, simulation.version]);
      const { scenario, seed, changed, inputs } = kept;
      expect(logHash(kept.log)).toBe(play(simulation, { scenario, seed, changed, inputs }).hash());
      expect(kept.log.every(({ say }) => say.trim() !== '')).toBe(true);
    }
  });
});

/** A room off screen, so that nothing moves by itself. */
function roomOf(): Room {
  const settings = {
    id: 'line',
    title: 'A line fills',
    scenario: 'busy',
    changed: {},
    fields: [],
    more: [],
    acts: [],
    measures: [],
    vs: [],
  };
  const room = new Room(queue, settings);
  room.player.sleep(true);
  return room;
}

test('a run as text says what was set, what was done and when, and what happened and is measured, up to that moment', () => {
  const room = roomOf();
  const { player } = room;
  room.set('meanServiceMs', 12);
  player.seek({ timeUs: 2_000_000 });
  player.commit({ set: 'open', value: false });
  player.seek({ timeUs: 3_000_000 });
  const text = runText(player, room.settings, 'https://daybreak.example/?lab=line');
  const now = queue.timeLabel(3000, player.view.config);
  expect(text).toMatch(/^A line fills \(A bounded queue\)\n/);
  expect(text).toContain(`Seed ${player.run.seed}.`);
  expect(text).toContain('Mean service: 12 ms');
  expect(text).toContain(`${queue.timeLabel(2000, player.view.config)}  Door: shut`);
  expect(text).toContain(`Measured at ${now}\n`);
  const story = player.timeline.log.filter(({ fact }) => queue.facts[fact.type]!.weight === 'story');
  const told = text.split('What has happened\n')[1]!.split('\n\n')[0]!.split('\n');
  expect(told).toHaveLength(story.filter(({ timeUs }) => timeUs <= 3_000_000).length);
  expect(text.trimEnd().endsWith('https://daybreak.example/?lab=line')).toBe(true);
});

test('the link a lab gives opens the same run at the same moment', () => {
  const room = roomOf();
  room.player.seek({ timeUs: 2_000_000 });
  room.player.commit({ type: 'burst', requests: 7 });
  const link = room.link();
  if ('problem' in link) throw new Error(link.problem);
  const { run, moment, notices } = readRunLink(queue, new URLSearchParams(link.query), 'calm');
  expect([run, moment, notices]).toEqual([room.player.run, room.player.playhead, []]);
});

test('names of files hold letters, numbers and dashes only', () => {
  for (const label of ['Mon 09:15', '11:59:58', '50 ms', '2 Jan 12:00', '−3 s', '../a b'])
    expect(slug(label)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(slug('Mon 09:15')).toBe('mon-09-15');
});
