/** A person who has nothing but a keyboard. What is pressed is counted. */
import { expect, type Frame, type Locator, type Page } from '@playwright/test';

/** A place that has the focus. */
interface Place {
  /** Which it is: each is numbered when first met. */
  key: string;
  /** What it is called, where nothing shows that it has the focus; else null. */
  unseen: string | null;
}

/** The place of a frame that has the focus; null where it is in no element of the frame's own. */
function focusIn(frame: Frame): Promise<Place | null> {
  return frame
    .evaluate(() => {
      const focused = document.activeElement as (HTMLElement & { met?: number }) | null;
      if (!document.hasFocus() || !focused || focused === document.body || focused.tagName === 'IFRAME') return null;
      const counting = window as Window & { met?: number };
      focused.met ??= counting.met = (counting.met ?? 0) + 1;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { width, height } = focused.getBoundingClientRect();
      const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 1 && height > 1;
      return { key: `${location.href} ${focused.met}`, unseen: isSeen ? null : focused.outerHTML.slice(0, 120) };
    })
    .catch(() => null);
}

/** Whether that is there and has the focus, in whichever frame it is. */
function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((all) => document.hasFocus() && all.some((each) => each === document.activeElement));
}

/** Between the last place of a page and its first. */
const NOWHERE = 'nowhere';

export class Keyboard {
  /** Keys pressed so far. */
  presses = 0;
  /** Places it came to that did not show that they had the focus. */
  readonly unseen = new Set<string>();
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      this.presses += 1;
    }
  }

  /** Types a text, one key for each letter. */
  async type(text: string): Promise<void> {
    await this.press(...text);
  }

  /** Goes on until that has the focus. Throws when the way leads round without it. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const met = new Set<string>();
    let here = await this.#where();
    while (!(await hasFocus(target))) {
      if (met.has(here)) throw new Error(`${key} leads round to ${here}, and never to ${target}.`);
      if (here !== NOWHERE) met.add(here);
      const before = here;
      await this.press(key);
      // A frame of another site gets the focus a moment later.
      await expect.poll(async () => (here = await this.#where())).not.toBe(before);
    }
  }

  async #where(): Promise<string> {
    const all = await Promise.all(this.#page.frames().map(focusIn));
    const place = all.find((each) => each !== null);
    if (place?.unseen) this.unseen.add(place.unseen);
    return place?.key ?? NOWHERE;
  }
}
