import { describe, expect, test } from 'vitest';
import { findApi, type Frame } from '../../src/embed/scorm-api.ts';

const api = { LMSInitialize: () => 'true' };
type Open = { -readonly [Key in keyof Frame]: Frame[Key] };

/** A window so many frames below one that is its own parent, as a browser's top window is. */
function below(top: Open, frames: number): Open {
  top.parent = top;
  let frame = top;
  for (let i = 0; i < frames; i += 1) frame = { parent: frame };
  return frame;
}

describe('the API is found', () => {
  test.each([0, 1, 7])('%i frames up', (frames) => expect(findApi(below({ API: api }, frames))).toBe(api));

  test('no further than seven', () => expect(findApi(below({ API: api }, 8))).toBeNull());

  test('in the window that opened it, in one above that, and where a frame above was opened', () => {
    expect(findApi(below({ opener: { API: api } }, 0))).toBe(api);
    expect(findApi(below({ opener: below({ API: api }, 2) }, 0))).toBe(api);
    expect(findApi(below({ opener: { API: api } }, 3))).toBe(api);
  });

  test('above before in the opener', () => {
    expect(findApi({ parent: below({ API: api }, 0), opener: { API: { LMSInitialize: () => 'false' } } })).toBe(api);
  });
});

describe('what is no API is passed over', () => {
  test.each([undefined, null, 'API', 1, {}, []])('%s', (API) =>
    expect(findApi({ API, parent: below({ API: api }, 0) })).toBe(api),
  );

  test('windows of strangers, which throw when they are looked into', () => {
    const stranger: Frame = {
      get API(): unknown {
        throw new DOMException('Blocked', 'SecurityError');
      },
      get opener(): unknown {
        throw new DOMException('Blocked', 'SecurityError');
      },
      parent: below({ API: api }, 0),
    };
    expect(findApi({ parent: stranger })).toBe(api);
  });

  test('a window that is closed, which has no parent', () => expect(findApi({ parent: null })).toBeNull());
});
