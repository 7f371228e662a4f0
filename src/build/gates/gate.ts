/** What a gate is, and how it is said whether it held. */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export interface Verdict {
  passed: number;
  failed: number;
  /** What somebody needs to mend it; printed when something failed, and for `notes` always. */
  output: string;
  /** One line of figures worth seeing even when all is well. */
  notes?: string;
}

export interface Gate {
  name: string;
  run(): Promise<Verdict>;
}

/** A verdict from things looked at and sentences about those that are wrong. */
export function verdict(looked: number, problems: readonly string[], notes?: string): Verdict {
  const failed = problems.length;
  return {
    passed: Math.max(0, looked - failed),
    failed,
    output: problems.join('\n'),
    ...(notes === undefined ? {} : { notes }),
  };
}

export interface Ended {
  code: number;
  output: string;
}

/** Runs one of the project's tools and gathers what it says. */
export function runTool(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => chunks.push(Buffer.from(String(error))));
    child.on('close', (code) =>
      done({ code: code ?? 1, output: stripVTControlCharacters(Buffer.concat(chunks).toString()) }),
    );
  });
}

/** A gate that is one run of a tool: it holds when the tool ends with 0. */
export function toolGate(name: string, args: readonly string[], env?: Record<string, string>): Gate {
  return {
    name,
    async run() {
      const { code, output } = await runTool(args, env);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/** A tool that counts its own tests and says so as JSON in a file or in its output. */
export function countedGate(
  name: string,
  args: readonly string[],
  count: () => { passed: number; failed: number; notes?: string },
  env?: Record<string, string>,
): Gate {
  return {
    name,
    async run() {
      const { code, output } = await runTool(args, env);
      try {
        const counted = count();
        // A tool may fail without a failed test: a file that does not load, for example.
        return { ...counted, failed: code !== 0 && counted.failed === 0 ? 1 : counted.failed, output };
      } catch {
        return { passed: 0, failed: 1, output };
      }
    },
  };
}
