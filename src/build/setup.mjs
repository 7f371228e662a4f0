/**
 * The first step of every command: brings the project's own tools, then runs the command with them.
 *
 * Plain JavaScript without a dependency, because it runs where nothing is installed yet and with
 * whatever Node is there (20 or newer). Everything after it runs with the Node 24 that comes with
 * the dependencies. It speaks on stderr only, so that a command's output can be piped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const windows = process.platform === 'win32';

/** What each command runs, after the set-up. */
const commands = {
  start: ['src/build/start.ts'],
  build: ['src/build/site-build.ts'],
  dev: ['node_modules/astro/bin/astro.mjs', 'dev'],
  test: ['src/build/test.ts'],
  check: ['src/build/test.ts', '--quick'],
  bench: ['src/build/bench.ts'],
  soak: ['src/build/soak.ts'],
  sim: ['src/build/sim.ts'],
  still: ['src/build/still.ts'],
};

/** Whether every package of the lockfile is installed in its version (npm writes down what it installed). */
export function isInstalled(folder) {
  const installedFile = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    // Optional packages are for other machines, and peers may be left out.
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || optional || devOptional || peer || installed[path]?.version === version,
  );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

/**
 * `npm install` keeps to the versions of the lockfile and leaves it as it is. Not `npm ci`: it refuses
 * the whole lockfile when a registry lacks the binary of some package for a machine that is not ours.
 */
function install() {
  console.error('Installing what package-lock.json names. This takes about a minute the first time.');
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, npm] : [windows ? 'npm.cmd' : 'npm'];
  const quiet = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  // What npm says goes to stderr, and nothing is asked.
  const { status } = spawnSync(command[0], [...command.slice(1), ...quiet], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows && !npm,
  });
  if (status !== 0) stop('npm could not install; what it says is above. It needs the network once.');
}

function toolNode() {
  const own = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  stop(
    `The tools need Node 24 or newer; this is Node ${process.versions.node}, and npm did not run the install script of the package "node".\n` +
      'Run: npm rebuild node   (with npm 11 or newer, once before it: npm install-scripts approve node)',
  );
}

function main([name, ...rest]) {
  const command = commands[name];
  if (!command) stop(`There is no command "${name}". It is one of: ${Object.keys(commands).join(', ')}.`);
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`Node 20 or newer is needed to begin; this is ${process.versions.node}.`);
  if (!isInstalled(root)) install();
  const node = toolNode();
  const { status, signal } = spawnSync(node, [...command, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      // Astro would otherwise put itself in the background when it believes a program started it.
      ASTRO_DEV_BACKGROUND: '0',
      ASTRO_PREVIEW_BACKGROUND: '0',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  process.exit(status ?? (signal ? 130 : 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
