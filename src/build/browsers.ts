/**
 * The browsers that tests need: found where they are, else brought by the system's package manager.
 *
 * Playwright's own download is the last resort, and never in CI. What cannot be had is said with how
 * to get it.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that can be run: a path, or a name looked up in PATH. */
function findProgram(candidates: readonly (string | undefined)[]): string | null {
  const runs = (file: string): boolean => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  for (const candidate of candidates) {
    if (!candidate) continue;
    const places = /[\\/]/.test(candidate)
      ? [candidate]
      : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, candidate));
    const found = places.find(runs);
    if (found !== undefined) return found;
  }
  return null;
}

/** How a package manager installs, without a question. */
const managers: readonly { program: string; steps: readonly (readonly string[])[]; asRoot: boolean }[] = [
  {
    program: 'apt-get',
    steps: [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends'],
    ],
    asRoot: true,
  },
  { program: 'dnf', steps: [['install', '-y', '-q']], asRoot: true },
  { program: 'pacman', steps: [['-Sy', '--noconfirm', '--needed']], asRoot: true },
  { program: 'apk', steps: [['add', '-q']], asRoot: true },
  { program: 'brew', steps: [['install', '--quiet', '--cask']], asRoot: false },
];

/** Installs packages with the system's package manager; false when there is none or it may not. */
function installPackages(packages: readonly string[], only?: string): boolean {
  const manager = managers.find(({ program }) => (only ?? program) === program && findProgram([program]) !== null);
  if (!manager) return false;
  const isRoot = process.getuid?.() === 0;
  const sudo = !manager.asRoot || isRoot ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;
  console.log(`Installing ${packages.join(', ')} with ${manager.program}.`);
  return manager.steps.every((step, index) => {
    const last = index === manager.steps.length - 1;
    const [program, ...args] = [...sudo, manager.program, ...step, ...(last ? packages : [])];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program!, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  });
}

const chromiumNames = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium that can be run. Installs one when there is none; throws with what to do when it cannot. */
export async function needChromium(): Promise<string> {
  const found = findProgram(chromiumNames);
  if (found !== null) return found;
  const cask = findProgram(['brew']) !== null;
  if (installPackages([cask ? 'google-chrome' : 'chromium'])) {
    const installed = findProgram(chromiumNames);
    if (installed !== null) return installed;
  }
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  if (!process.env.CI) {
    console.log('Downloading the Chromium of Playwright, because there is none here and no package manager to ask.');
    const download = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
    spawnSync(process.execPath, download, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (existsSync(chromium.executablePath())) return chromium.executablePath();
  }
  throw new Error(
    'No Chromium was found and none could be installed.\n' +
      'Install Chromium or Google Chrome (on Debian: apt-get install chromium), or set CHROMIUM to its program file.',
  );
}

/** Firefox, installed where apt-get may; null where there is none. */
export function findFirefox(): string | null {
  const names = [process.env.FIREFOX, 'firefox-esr', 'firefox'];
  const found = findProgram(names);
  return found ?? (installPackages(['firefox-esr'], 'apt-get') ? findProgram(names) : null);
}

export interface WebKit {
  driver: string;
  browser: string;
  xvfb: string;
}

function presentWebKit(): WebKit | null {
  const driver = findProgram(['WebKitWebDriver']);
  const xvfb = findProgram(['Xvfb']);
  const libraries = '/usr/lib';
  const browser = existsSync(libraries)
    ? readdirSync(libraries)
        .flatMap((folder) =>
          ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) =>
            join(libraries, folder, name, 'MiniBrowser'),
          ),
        )
        .find((file) => existsSync(file))
    : undefined;
  return driver !== null && xvfb !== null && browser !== undefined ? { driver, browser, xvfb } : null;
}

/** WebKitGTK with its driver and a screen to draw on, installed where apt-get may; null where there is none. */
export function findWebKit(): WebKit | null {
  return presentWebKit() ?? (installPackages(['webkit2gtk-driver', 'xvfb'], 'apt-get') ? presentWebKit() : null);
}

/** Switches for a Chromium that runs alone, as root too, and asks nobody anything. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
