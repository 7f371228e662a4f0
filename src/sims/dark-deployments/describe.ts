/** What a screen reader hears: what is on screen now, quality before quantity. */
import { formatNumber } from '../../engine/format-number.ts';
import { counted, type Category } from './categories.ts';
import { timeLabel } from './clock.ts';
import type { Results } from './page.ts';
import type { Config, State } from './state.ts';
import { isShown, isVisible, visibleShare } from './visibility.ts';

/** The two pages first, then searches, support, and how far fix and release are. */
export function describe(state: State, config: Config, nowMs: number): string {
  return [pages(state, config), traffic(state, config), support(state, nowMs), work(state, config, nowMs)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** "4 laptops", "3 jackets and 1 pair of shoes", "nothing". */
export function inWords({ top }: Results): string {
  const kinds = new Map<Category, number>();
  for (const { category } of top) kinds.set(category, (kinds.get(category) ?? 0) + 1);
  const each = [...kinds].map(([category, count]) => counted(count, category));
  if (each.length < 2) return each[0] ?? 'nothing';
  return `${each.slice(0, -1).join(', ')} and ${each[each.length - 1]}`;
}

function pages(state: State, config: Config): string {
  if (state.page === null) {
    return `No search has come yet. The new search is ${isVisible(state, config) ? 'visible: its answers will be shown' : 'dark: nobody will see its answers'}.`;
  }
  const { query, v1, v2 } = state.page;
  if (state.withdrawn && state.page.seen === 1)
    return `The new search has been taken out. A shopper who asks for “${query}” sees ${inWords(v1)} from the old search.`;
  const rewrite = config.candidate === 'rewrite' ? 'the rewrite' : 'the new search';
  if (!isShown(state, config)) {
    const shopper = `A shopper asks for “${query}” and sees ${inWords(v1)} from the old search.`;
    if (!state.page.both) return `${shopper} This search was not copied to ${rewrite}.`;
    const who = isVisible(state, config) ? 'this shopper does not see that' : 'nobody sees that';
    return `${shopper} Behind glass, ${rewrite} answered the same request with ${inWords(v2)}, and ${who}.`;
  }
  const verdict = v2.wrong ? ', which is not what was meant' : '';
  return `A shopper asks for “${query}” and sees ${inWords(v2)} from the new search${verdict}. What the old search found, ${inWords(v1)}, stays behind glass.`;
}

function traffic(state: State, config: Config): string {
  if (config.traffic === 'one') return '';
  const harmed =
    state.harmed === 0 ? 'Nobody was shown the wrong thing' : `${people(state.harmed)} shown the wrong thing`;
  const found =
    state.compared === 0
      ? isVisible(state, config)
        ? ''
        : ' No answer has been compared.'
      : ` ${count(state.compared, 'answer')} compared in the dark, ${state.mismatches} of them ${state.falseAlarms === 0 ? 'wrong' : 'called wrong'}${falseAlarms(state)}.${noise(state, config)}`;
  return `${harmed} in ${count(state.searches, 'search', 'searches')}.${found}`;
}

function falseAlarms({ falseAlarms: none, mismatches }: State): string {
  if (none === 0) return '';
  return none === mismatches ? ', and nothing was wrong with any' : `, and nothing was wrong with ${none} of those`;
}

function noise(state: State, config: Config): string {
  if (!config.noise) return '';
  return ` v2 differed from v1 in ${state.different}, and v1 from itself in ${state.noise}.`;
}

function support(state: State, nowMs: number): string {
  if (state.complaints === 0) return '';
  const inbox = `${count(state.complaints, 'complaint')} in the support inbox.`;
  if (state.rollback !== null)
    return `${inbox} A rollback is under way and will be done in ${Math.ceil((state.rollback.doneMs - nowMs) / 60_000)} min.`;
  if (state.rolledBackMs !== null) return `${inbox} The rollback was done at ${timeLabel(state.rolledBackMs)}.`;
  return inbox;
}

function work(state: State, config: Config, nowMs: number): string {
  const fix =
    state.fix === 'shipped'
      ? 'The fix is deployed.'
      : state.fixDueMs !== null
        ? `The fix will be deployed on ${timeLabel(state.fixDueMs)}.`
        : '';
  const share = visibleShare(state, config, nowMs);
  const who = share === 1 ? 'All shoppers see' : `${Math.round(share * 100)} % of shoppers see`;
  const ramp =
    share === 0 || config.traffic === 'one'
      ? ''
      : `${who} the new search; it was shown ${count(state.shownV2, 'time')}.`;
  return [fix, ramp].filter((sentence) => sentence !== '').join(' ');
}

function people(n: number): string {
  return n === 1 ? '1 shopper was' : `${n} shoppers were`;
}
function count(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(n, '', 0)} ${n === 1 ? one : many}`;
}
