/**
 * Reaches the browser's storage without ever throwing. A blocked storage (private windows, sandboxed
 * frames: SecurityError) or a full one is replaced by memory that lasts as long as the page.
 */

/** The part of the web's Storage that is used here. */
export interface Store {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

export class Shelf {
  /** null until first used, because merely touching a blocked localStorage throws. */
  #store: Store | null = null;
  readonly #memory = new Map<string, string>();
  readonly #open: () => Store;
  readonly #onRefused: () => void;
  #refused = false;

  constructor(open: () => Store, onRefused: () => void) {
    this.#open = open;
    this.#onRefused = onRefused;
  }

  /** True once the browser has refused to keep something. */
  get refused(): boolean {
    return this.#refused;
  }

  get(key: string): string | null {
    return this.#memory.get(key) ?? this.#try((store) => store.getItem(key)) ?? null;
  }

  set(key: string, text: string): void {
    const done = this.#try((store) => {
      store.setItem(key, text);
      return true;
    });
    if (done) this.#memory.delete(key);
    else this.#memory.set(key, text);
  }

  remove(key: string): void {
    this.#memory.delete(key);
    this.#try((store) => store.removeItem(key));
  }

  keys(): string[] {
    const stored = this.#try((store) => Array.from({ length: store.length }, (_, index) => store.key(index) ?? ''));
    return [...new Set([...(stored ?? []), ...this.#memory.keys()])].sort();
  }

  #try<Result>(act: (store: Store) => Result): Result | undefined {
    try {
      this.#store ??= this.#open();
      return act(this.#store);
    } catch {
      if (!this.#refused) {
        this.#refused = true;
        this.#onRefused();
      }
      return undefined;
    }
  }
}
