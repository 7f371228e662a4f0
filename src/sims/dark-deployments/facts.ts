/** The log's sentences. */
import type { Facts } from '../../engine/simulation.ts';
import type { Fact } from './state.ts';

/** By their names in `state.ts`. */
export const facts: Facts<Fact> = {
  deployed: {
    weight: 'story',
    mark: 'you',
    say: ({ visible, perCent }) => {
      if (visible) return 'v2 is deployed and runs on the searches. Shoppers see its answers.';
      if (perCent === 0) return 'v2 is deployed, and no search is copied to it.';
      const which = perCent === 100 ? 'the searches' : `${perCent} % of the searches`;
      return `v2 is deployed and runs on ${which}. Its answers are kept dark.`;
    },
  },
  opened: {
    traffic: true,
    weight: 'detail',
    mark: 'wait',
    say: ({ day }) => `The shop opens on ${['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'][day]}.`,
  },
  copying: {
    weight: 'story',
    mark: 'you',
    say: ({ perCent }) =>
      perCent === 0
        ? 'From here on nothing is copied to v2.'
        : `From here on ${perCent} % of the searches are copied to v2.`,
  },
  searched: {
    traffic: true,
    weight: 'detail',
    mark: 'live',
    say: ({ query }) => `A shopper searches for “${query}”.`,
  },
  answered: {
    weight: 'detail',
    mark: 'live',
    say: ({ query, engine, first }) =>
      first === ''
        ? `“${query}”: v${engine} found nothing.`
        : `“${query}”: the shopper saw v${engine}’s answer, ${first} first.`,
  },
  shownWrong: {
    weight: 'story',
    mark: 'harm',
    say: ({ query, instead }) => `A shopper asked for “${query}” and was shown ${instead}.`,
  },
  complained: {
    weight: 'story',
    mark: 'wait',
    say: ({ query, instead }) => `A complaint came in: “I typed ${query} and got ${instead}.”`,
  },
  rollbackStarted: {
    weight: 'story',
    mark: 'wait',
    say: ({ complaints, minutes }) =>
      `${complaints} complaints: an emergency rollback starts. It takes ${minutes} min.`,
  },
  rollbackCalledOff: { weight: 'story', mark: 'good', say: () => 'The rollback is called off: v2 is already dark.' },
  rolledBack: {
    weight: 'story',
    mark: 'good',
    say: ({ harmed }) =>
      `v2 is rolled back. ${harmed === 1 ? '1 shopper was' : `${harmed} shoppers were`} shown the wrong thing.`,
  },
  differed: {
    weight: 'detail',
    mark: 'dark',
    say: ({ query }) => `“${query}”: v2 ranks differently. Nobody saw it, and different is not wrong.`,
  },
  disagreedWithItself: {
    weight: 'story',
    mark: 'live',
    say: ({ query }) => `“${query}”: v1 was asked twice and gave two answers. That is noise.`,
  },
  mismatch: {
    weight: 'story',
    mark: 'dark',
    say: ({ query, expected, instead, isWrong }) =>
      isWrong
        ? `“${query}”: v1 shows ${expected}, v2 shows ${instead}. Found by comparing; nobody saw it.`
        : `“${query}”: v1 and v2 differ, and the rule calls that wrong. A shopper would not.`,
  },
  mismatchAgain: {
    weight: 'detail',
    mark: 'dark',
    say: ({ query, instead, isWrong }) =>
      isWrong ? `“${query}” again: v2 shows ${instead}. Nobody saw it.` : `“${query}” again: a false alarm.`,
  },
  nothingToFix: {
    weight: 'story',
    mark: 'you',
    say: () => 'You asked for a fix, but nothing wrong has been found or complained of yet.',
  },
  fixStarted: {
    weight: 'story',
    mark: 'you',
    say: ({ hours }) => `Work on the fix begins. It takes ${hours} opening hours.`,
  },
  fixShipped: {
    weight: 'story',
    mark: 'good',
    say: () => 'The fixed v2 is deployed: what was wrong with it is put right.',
  },
  switched: {
    weight: 'story',
    mark: 'you',
    say: ({ visible, to, perCent }) => {
      if (!visible) return 'From here on shoppers see v1’s answers; v2’s are kept dark.';
      const who = to === 'everyone' ? 'all shoppers see' : `${perCent} % of shoppers see`;
      return `From here on ${who} v2’s answers${to === 'ramp' ? ', and more every hour' : ''}.`;
    },
  },
};
