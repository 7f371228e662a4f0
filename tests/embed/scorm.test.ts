import { expect, test } from 'vitest';
import type { ScormApi } from '../../src/embed/scorm-api.ts';
import { ScormSession } from '../../src/embed/scorm.ts';
import { Scorm12API } from 'scorm-again';

/** A session with scorm-again, which holds to the standard, and whatever is odd about this one. */
function begun(odd: Partial<ScormApi> = {}) {
  const lms = new Scorm12API({ autocommit: false, logLevel: 5 });
  const calls: string[][] = [];
  const refused: string[][] = [];
  const names = [
    'LMSInitialize',
    'LMSFinish',
    'LMSGetValue',
    'LMSSetValue',
    'LMSCommit',
    'LMSGetLastError',
    'LMSGetErrorString',
  ] as const;
  const api = Object.fromEntries(
    names.map((name) => [
      name,
      (...given: [string, string]) => {
        calls.push([name, ...given]);
        return ((odd[name] ?? lms[name].bind(lms)) as (...given: string[]) => unknown)(...given);
      },
    ]),
  ) as unknown as ScormApi;
  let now = new Date(2030, 0, 1, 12, 0, 0).getTime();
  const session = new ScormSession(api, {
    now: () => new Date(now),
    onRefused: (...what) => refused.push(what),
  });
  return { lms, calls, refused, session, pass: (ms: number) => (now += ms) };
}

test('what was not attempted becomes incomplete; what was completed stays so', () => {
  const fresh = begun();
  expect(fresh.session.open()).toEqual({ status: 'not attempted', suspendData: '' });
  expect(fresh.lms.cmi.core.lesson_status).toBe('incomplete');
  const done = begun();
  done.lms.cmi.core.lesson_status = 'completed';
  expect(done.session.open()?.status).toBe('completed');
  expect(done.calls.filter(([name]) => name === 'LMSSetValue')).toEqual([]);
});

test('an interaction is told as the standard has it, one after the other', () => {
  const { lms, session, refused } = begun();
  session.open();
  session.interaction({ id: 'answer-a', type: 'choice', response: 'b', isRight: true });
  session.interaction({ id: 'prediction-ü', type: 'numeric', response: '12.5', isRight: false });
  const told = lms.cmi.interactions.childArray.map((each) => JSON.parse(JSON.stringify(each)) as object);
  expect(told).toMatchObject([
    { id: 'answer-a', type: 'choice', student_response: 'b', result: 'correct', time: '12:00:00' },
    { id: 'prediction-?', type: 'numeric', student_response: '12.5', result: 'wrong' },
  ]);
  expect(refused).toEqual([]);
});

test('the session ends once, with its time, and nothing is said after', () => {
  const { calls, session, pass } = begun();
  session.open();
  session.score(40);
  pass(95_250);
  session.finish();
  session.finish();
  session.score(50);
  session.commit();
  expect(calls.slice(-5).filter(([name]) => name !== 'LMSGetLastError')).toEqual([
    ['LMSSetValue', 'cmi.core.score.raw', '40'],
    ['LMSSetValue', 'cmi.core.session_time', '0000:01:35.25'],
    ['LMSSetValue', 'cmi.core.exit', 'suspend'],
    ['LMSCommit', ''],
    ['LMSFinish', ''],
  ]);
});

test('the same value is not sent twice, and nothing is committed where nothing is new', () => {
  const { calls, session } = begun();
  session.open();
  session.score(40);
  session.commit();
  const before = calls.length;
  session.score(40);
  session.commit();
  expect(calls.slice(before)).toEqual([]);
});

test('a refusal is told once in a session, in the words of the LMS; a refused value is tried again', () => {
  const { calls, session, refused } = begun();
  session.open();
  session.set('cmi.core.score.raw', 'many');
  session.set('cmi.core.score.raw', 'many');
  expect(refused).toHaveLength(1);
  expect(refused[0]![0]).toBe('cmi.core.score.raw');
  expect(refused[0]![1]).not.toBe('');
  expect(calls.filter(([, element]) => element === 'cmi.core.score.raw')).toHaveLength(2);
});

test('what an LMS need not have is no refusal', () => {
  const { session, refused } = begun({ LMSSetValue: () => 'false', LMSGetLastError: () => 401 });
  session.open();
  session.score(1);
  expect(refused).toEqual([]);
});

test.each(['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'] as const)(
  'an LMS that throws in %s breaks nothing',
  (name) => {
    const broken = (): never => {
      throw new Error('broken');
    };
    const { session, refused } = begun({ [name]: broken, LMSGetLastError: broken, LMSGetErrorString: broken });
    session.open();
    session.score(1);
    session.interaction({ id: 'a', type: 'choice', response: 'b', isRight: true });
    session.commit();
    session.finish();
    expect(refused.length).toBe(name === 'LMSGetValue' || name === 'LMSFinish' ? 0 : 1);
  },
);
