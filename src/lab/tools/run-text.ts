/** A run in words, as it is seen now: to be read, sent or handed in without any picture. */
import { formatNumber } from '../../engine/format-number.ts';
import { scenarioOf } from '../../engine/run.ts';
import { sayFields, sayInput } from '../../engine/words.ts';
import type { Player } from '../player.ts';
import type { LabSettings } from '../settings.ts';

/** What is seen, what was changed and done, what has happened up to here, and what is measured now. */
export function runText(player: Player, settings: LabSettings, link: string | null): string {
  const { simulation, run, view } = player;
  const { config, state, nowMs, measures } = view;
  const time = (timeUs: number): string => simulation.timeLabel(timeUs / 1000, config);
  const { story, past } = player.storySoFar();
  const shown = settings.measures.length > 0 ? settings.measures : Object.keys(simulation.measures);
  const changed = sayFields(simulation, run.changed);
  const section = (heading: string, lines: readonly string[]): string[] => [
    '',
    heading,
    ...(lines.length > 0 ? lines : ['Nothing.']),
  ];
  return [
    `${settings.title} (${simulation.title})`,
    `${scenarioOf(simulation, run.scenario).title}, at ${time(view.moment.timeUs)}. Seed ${run.seed}.`,
    simulation.describe(state, config, nowMs),
    ...(changed === '' ? [] : section('Set from the start', [changed])),
    ...section(
      'What you did',
      run.inputs.map(({ at, input }) => `${time(at.timeUs)}  ${sayInput(simulation, input)}`),
    ),
    ...section(
      'What has happened',
      story.slice(0, past).map(({ timeUs, fact }) => `${time(timeUs)}  ${simulation.facts[fact.type]!.say(fact)}`),
    ),
    ...section(
      `Measured at ${time(view.moment.timeUs)}`,
      shown.map((name) => {
        const { label, unit, decimals } = simulation.measures[name]!;
        const value = measures[name] ?? null;
        return `${label}: ${value === null ? 'nothing yet' : formatNumber(value, unit, decimals)}`;
      }),
    ),
    ...(link === null ? [] : ['', link]),
    '',
  ].join('\n');
}
