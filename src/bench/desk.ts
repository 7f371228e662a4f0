/** The page's side of the worker: hands it one job at a time, holds the watch, and replaces it when it hangs. */
import type { Job, Outcome } from './playing.ts';
import type { Part } from './statements.ts';
import type { Told } from './worker.ts';

/** A statement that runs longer than this is stopped. */
export const LONGEST_MS = 2000;

const brokeDown = 'SQLite itself gave up on this, most likely for want of memory. It has been started again.';

/** The bench cannot run: 'refused' where a page may not start a worker, 'unloaded' where its parts did not come. */
export class DeskProblem extends Error {
  readonly reason: 'refused' | 'unloaded';
  constructor(reason: 'refused' | 'unloaded') {
    super(`the bench is ${reason}`);
    this.reason = reason;
  }
}

export class Desk {
  /** Of SQLite; '' before it is there. */
  version = '';
  private readonly make: () => Worker;
  private worker: Promise<Worker>;
  private last: Promise<unknown> = Promise.resolve();

  /** `make` starts a worker; it may throw. */
  constructor(make: () => Worker) {
    this.make = make;
    this.worker = this.start();
  }

  /** Once SQLite is there. Fails with a DeskProblem. */
  async ready(): Promise<void> {
    await this.worker;
  }

  /** Jobs given while another runs wait for it. */
  play(job: Job): Promise<Outcome> {
    const played = this.last.then(() => this.run(job));
    this.last = played.catch(() => {});
    return played;
  }

  /** Ends the worker. */
  close(): void {
    void this.worker.then((worker) => worker.terminate()).catch(() => {});
  }

  private start(): Promise<Worker> {
    const started = new Promise<Worker>((go, fail) => {
      let worker: Worker;
      try {
        worker = this.make();
      } catch {
        fail(new DeskProblem('refused'));
        return;
      }
      worker.onerror = () => fail(new DeskProblem('unloaded'));
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.type === 'failed') fail(new DeskProblem('unloaded'));
        if (data.type !== 'ready') return;
        this.version = data.version;
        go(worker);
      };
    });
    // It is awaited by whoever needs it; until then a failure is nobody's.
    started.catch(() => {});
    return started;
  }

  private async run(job: Job): Promise<Outcome> {
    const worker = await this.worker;
    let at: { sync: number; part: Part } = { sync: 1, part: 'extract' };
    return new Promise((done) => {
      const replace = (plain: string, more: { ranTooLong?: true } = {}): void => {
        worker.terminate();
        this.worker = this.start();
        done({ problem: { part: at.part, message: '', plain, ...more }, sync: at.sync });
      };
      const tooLong = (): void =>
        replace(
          'It ran for 2 seconds and was stopped. The tables are as they were before this sync. Does a query feed on its own output?',
          { ranTooLong: true },
        );
      let watch = setTimeout(tooLong, LONGEST_MS);
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        clearTimeout(watch);
        if (data.type === 'begins') {
          at = data;
          watch = setTimeout(tooLong, LONGEST_MS);
        } else if (data.type === 'done') done(data.outcome);
        else replace(brokeDown);
      };
      worker.onerror = () => {
        clearTimeout(watch);
        replace(brokeDown);
      };
      worker.postMessage(job);
    });
  }
}
