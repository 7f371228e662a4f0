/** What can be set, what can be done, and what is measured: controls, links and checks are made from these. */
import type { Fields, InputInfo, MeasureInfo } from '../../engine/simulation.ts';
import type { Config, Input, MeasureName } from './model.ts';

export const fields: Fields<Config> = {
  v2Visible: {
    kind: 'switch', label: 'New search', off: 'dark', on: 'visible', default: false, short: 'v2', when: 'live',
    help: 'Who sees the new search’s answers: nobody, or the shoppers. It runs either way.',
  },
  release: {
    kind: 'choice', label: 'When visible, to', default: 'everyone', short: 'to', when: 'live',
    options: { everyone: 'everyone at once', ramp: '5 %, then 25 %, then all' },
    help: 'Which shoppers see the new answers while the switch is at visible. Each step of the ramp lasts an hour.',
  },
  mirrorShare: {
    kind: 'number', label: 'Searches copied', unit: 'share', min: 0, max: 1, step: 0.05, default: 1, short: 'mirror', when: 'live',
    help: 'How many of the searches are also sent to the new search while it is dark.',
  },
  traffic: {
    kind: 'choice', label: 'Traffic', options: { one: 'one search for “laptop”', stream: 'a stream of searches' }, default: 'stream', short: 'traffic', when: 'start',
    help: 'One shopper with the page open, or shoppers arriving at random.',
  },
  searchesPerMinute: {
    kind: 'number', label: 'Searches', unit: '/min', min: 0.5, max: 6, step: 0.5, default: 3, short: 'rate', when: 'start',
    help: 'How many searches come in a minute on average.',
  },
  laptopShare: {
    kind: 'number', label: 'Searches for “laptop”', unit: 'share', min: 0, max: 1, step: 0.01, default: 0.15, short: 'laptops', when: 'start',
    help: 'How many of the searches are for “laptop”.',
  },
  complaintShare: {
    kind: 'number', label: 'Harmed shoppers who complain', unit: 'share', min: 0, max: 1, step: 0.05, default: 0.25, short: 'complain', when: 'start',
    help: 'How many of the shoppers who were shown the wrong thing write to support.',
  },
  complaintDelayMin: {
    kind: 'number', label: 'Until a complaint arrives', unit: 'min', min: 0, max: 60, step: 1, default: 5, short: 'delay', when: 'start',
    help: 'How long it takes on average until a harmed shopper’s complaint is in the inbox.',
  },
  complaintsToRollBack: {
    kind: 'number', label: 'Complaints that start a rollback', unit: '', min: 1, max: 10, step: 1, default: 3, short: 'needed', when: 'start',
    help: 'How many complaints it takes until somebody orders the rollback.',
  },
  rollbackMin: {
    kind: 'number', label: 'Rollback', unit: 'min', min: 1, max: 120, step: 1, default: 15, short: 'rollback', when: 'start',
    help: 'How long it takes to take the new search out and put the old one back.',
  },
  fixHours: {
    kind: 'number', label: 'Time to fix', unit: 'h', min: 1, max: 24, step: 1, default: 16, short: 'fix', when: 'start',
    help: 'Opening hours from the decision to fix until the fix is deployed: 16 hours are two days.',
  },
};

export const inputs: Readonly<Record<Input['type'], InputInfo>> = {
  shipFix: {
    label: 'Ship the fix',
    help: 'Starts work on what was found. The fix is deployed when it is done.',
    parameters: {},
  },
};

export const measures: Readonly<Record<MeasureName, MeasureInfo>> = {
  searches: { label: 'Searches answered', unit: '', decimals: 0, better: null },
  harmed: { label: 'Shoppers shown the wrong thing', unit: '', decimals: 0, better: 'less' },
  complaints: { label: 'Complaints in the inbox', unit: '', decimals: 0, better: 'less' },
  rollbackMin: { label: 'From visible to rolled back', unit: 'min', decimals: 0, better: 'less' },
  compared: { label: 'Answers compared', unit: '', decimals: 0, better: 'more' },
  comparedShare: { label: 'Searches compared', unit: 'share', decimals: 0, better: null },
  different: { label: 'Answers that differed', unit: '', decimals: 0, better: null },
  mismatches: { label: 'Wrong answers found in the dark', unit: '', decimals: 0, better: null },
  firstMismatchMin: { label: 'Until the first was found', unit: 'min', decimals: 1, better: 'less' },
  sinceMismatch: { label: 'Compared since the last wrong answer', unit: '', decimals: 0, better: 'more' },
};
