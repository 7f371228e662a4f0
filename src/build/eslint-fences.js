/**
 * The fences of this project as lint rules: which room may import which, and what a model may not use.
 *
 * A message says what is wrong and what to do instead, because whoever meets a fence has usually
 * not read about it.
 */
import { posix, relative, sep } from 'node:path';

/** Parts of src/lab that a picture may draw with; the rest of the lab is the frame round it. */
const drawingParts = /^src\/lab\/(picture|drag)\.ts$|^src\/lab\/Mark\.svelte$|^src\/lab\/drawing\//;
/** What of it is plain data, and as good in Node. */
const plainShapes = /^src\/lab\/drawing\/shapes\.ts$/;
const sameSimulation = (from, to) => from.split('/')[2] === to.split('/')[2];
const within =
  (...folders) =>
  (to) =>
    folders.some((folder) => to.startsWith(`src/${folder}/`));
/** The part of src/build that pages use while the site is built; it never reaches a browser. */
const buildTime = /^src\/build\/still-svg\.ts$/;

/** The first row whose `files` matches the importing file decides. */
const rooms = [
  {
    files: /^src\/engine\//,
    may: within('engine'),
    instead: 'The engine knows nothing but itself: move what you need into src/engine, or hand it in as an argument.',
    packages: false,
  },
  {
    files: /^src\/sims\/[^/]+\/(Island\.svelte|Lab\.astro|room\.ts)$/,
    may: (to, from) => within('lab', 'engine')(to) || (to.startsWith('src/sims/') && sameSimulation(from, to)),
    instead:
      'Island.svelte, Lab.astro and room.ts join the lab to their own simulation: import src/lab, src/engine and files of the same folder.',
    packages: true,
  },
  {
    files: /^src\/sims\/[^/]+\/.*\.ts$/,
    may: (to, from) =>
      to.startsWith('src/engine/') ||
      plainShapes.test(to) ||
      (to.startsWith('src/sims/') && sameSimulation(from, to) && !to.endsWith('.svelte')),
    instead:
      'A model imports src/engine and its own siblings only: no other simulation, no picture, nothing of the browser. What two models share belongs into src/engine; a picture made of shapes takes them from src/lab/drawing/shapes.ts.',
    packages: false,
  },
  {
    files: /^src\/sims\/[^/]+\/.*\.svelte$/,
    may: (to, from) =>
      to.startsWith('src/engine/') || drawingParts.test(to) || (to.startsWith('src/sims/') && sameSimulation(from, to)),
    instead:
      'A picture draws its own model: import files of the same folder, src/engine, and of the lab only its drawing parts (picture.ts, drag.ts, Mark.svelte, drawing/).',
    packages: true,
  },
  {
    files: /^src\/embed\/page\//,
    may: (to) =>
      within('embed', 'lesson', 'lab', 'learner', 'engine', 'site')(to) || /^src\/sims\/[^/]+\/\w+\.css$/.test(to),
    instead:
      'The page of an embed joins src/lesson, src/lab and src/learner to its host, and finds simulations by their index.ts.',
    packages: true,
  },
  {
    files: /^src\/embed\/(builder|playground)\//,
    may: within('embed', 'lab', 'engine', 'site'),
    instead:
      'The instructor’s tools import src/embed, src/lab, src/engine and src/site, and find simulations by their index.ts.',
    packages: true,
  },
  {
    files: /^src\/embed\/package\//,
    may: within('embed', 'lesson', 'lab', 'learner', 'engine'),
    instead:
      'The script of a package is a lesson in one piece: it joins src/lesson, src/lab and src/learner to the LMS, and finds simulations by their Island.svelte and index.ts.',
    packages: true,
  },
  {
    files: /^src\/(lab|learner|embed)\//,
    may: (to, from) => to.startsWith('src/engine/') || to.startsWith(from.split('/').slice(0, 2).join('/') + '/'),
    instead:
      'src/lab, src/learner and src/embed import src/engine and themselves. A simulation or a page hands in what they need as a property; src/lesson joins them.',
    packages: true,
  },
  {
    files: /^src\/bench\//,
    may: (to) =>
      within('bench', 'engine')(to) ||
      drawingParts.test(to) ||
      /^src\/sims\/incremental-ingestion\/[a-z-]+\.ts$/.test(to),
    instead:
      'The bench imports itself, src/engine, the drawing parts of the lab, and the models of src/sims/incremental-ingestion. What only the page can do is handed in by src/lesson/benching.ts.',
    packages: true,
  },
  {
    files: /^src\/lesson\/(Bench\.astro|benching\.ts)$/,
    may: within('bench', 'lesson', 'lab', 'learner', 'engine'),
    instead: 'These two join the bench to a lesson; put the work into src/bench.',
    packages: true,
  },
  {
    files: /^src\/lesson\//,
    may: (to) =>
      within('lesson', 'lab', 'learner', 'engine', 'site')(to) ||
      buildTime.test(to) ||
      /^src\/sims\/[^/]+\/(Lab\.astro|(index|theory|validation)\.ts|[A-Z]\w+\.svelte)$/.test(to),
    instead:
      'A lesson component reaches a simulation by its Lab.astro, Island.svelte, index.ts, theory.ts, validation.ts or picture, never by model.ts.',
    packages: true,
  },
  {
    files: /^src\/teach\//,
    may: (to) => within('teach', 'lesson', 'site', 'engine')(to) || buildTime.test(to),
    instead:
      'What teachers take is made of lessons and pictures while the site is built: import src/teach, src/lesson, src/site, src/engine and src/build/still-svg.ts.',
    packages: true,
  },
  {
    files: /^src\/site\//,
    may: (to) => within('site', 'learner', 'engine')(to) || /^src\/lesson\/[a-z-]+\.ts$|^src\/lab\/boot\.ts$/.test(to),
    instead: 'The site is the shell: a page in src/pages joins it to lesson components and embeds.',
    packages: true,
  },
  {
    files: /^src\/(pages\/|content\.config\.ts)/,
    may: (to) => within('site', 'lesson', 'teach', 'embed', 'learner', 'engine', 'pages')(to) || buildTime.test(to),
    instead: 'A page joins src/site, src/lesson, src/teach and src/embed; put the work into one of them.',
    packages: true,
  },
];

const packageFences = [
  {
    name: /^svelte\/reactivity/,
    instead:
      'svelte/reactivity adds its classes to what every page loads: keep plain values in $state.raw and replace them.',
  },
  {
    name: /^svelte\/(motion|transition|animate|easing)$/,
    instead: 'Pictures move on the model’s clock only: interpolate from nowMs, between departedMs and arrivesMs.',
  },
];

const isBuildOnly = (to) => to.startsWith('src/build/') && !buildTime.test(to);

/** What is wrong with this import, or null. Paths are relative to the project, with forward slashes. */
export function importProblem(from, specifier) {
  const room = rooms.find(({ files }) => files.test(from));
  if (!specifier.startsWith('.')) {
    const fence = /^src\/(lab|sims|learner|bench)\//.test(from)
      ? packageFences.find(({ name }) => name.test(specifier))
      : undefined;
    if (fence) return fence.instead;
    return room && !room.packages ? `"${specifier}" is a package. ${room.instead}` : null;
  }
  const to = posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')));
  if (/^src\/(engine|sims)\/.*\.ts$/.test(from) && !/\.\w+$/.test(to)) {
    return `"${specifier}" needs its ending (.ts): Node runs the engine and the models as they are.`;
  }
  if (isBuildOnly(to) && /^src\/(?!build\/)/.test(from)) {
    return 'src/build never reaches a browser: only astro.config.mjs, package scripts and tests import it.';
  }
  if (!room || room.may(to, from)) return null;
  return `${from} may not import ${to}. ${room.instead}`;
}

const importsPointOneWay = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const message = importProblem(from, node.source.value);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

export const fences = { rules: { 'imports-point-one-way': importsPointOneWay } };

const browser = 'A model has no browser and no clock: time is sim.nowMs, later is sim.schedule(delayMs, event).';
const locale = 'A locale differs between machines: use formatNumber of src/engine/fields.ts, or compare with < and >.';
const chance = 'Chance is an input of the run: use sim.random(stream, key).';
const arithmetic = 'may differ in the last bit between browsers: use src/engine/math.ts.';

/** Rules for src/engine and src/sims/**\/*.ts: the same run ends in the same place everywhere. */
export const determinism = {
  'no-restricted-globals': [
    'error',
    ...[
      'Date',
      'performance',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'requestAnimationFrame',
      'requestIdleCallback',
    ].map((name) => ({ name, message: browser })),
    ...['window', 'document', 'self', 'globalThis', 'navigator', 'location', 'localStorage', 'fetch', 'process'].map(
      (name) => ({ name, message: browser }),
    ),
    { name: 'Intl', message: locale },
    { name: 'crypto', message: chance },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: chance },
    ...'acos acosh asin asinh atan atanh atan2 cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh'
      .split(' ')
      .map((property) => ({ object: 'Math', property, message: `Math.${property} ${arithmetic}` })),
    ...['toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase', 'localeCompare'].map((property) => ({
      property,
      message: locale,
    })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "BinaryExpression[operator='**']:not([left.value=2])",
      message: `The operator ** ${arithmetic} For a square, multiply.`,
    },
  ],
};

/** Rules for Svelte loaded with a page: each of these pulls another part of Svelte's runtime into every page. */
export const leanSvelte = {
  'no-restricted-syntax': [
    'error',
    {
      selector: 'SvelteSpreadAttribute',
      message: 'Spreading attributes costs every page 1.4 kB: write each attribute.',
    },
    {
      selector: "SvelteDirective[kind='Binding'][key.name.name!='this']",
      message: 'bind: costs every page 1.4 kB: pass the value and an event handler (bind:this is free).',
    },
    {
      selector: 'SvelteStyleDirective',
      message: 'style: needs a part of the runtime of its own: use a presentation attribute, a class, or style="...".',
    },
    {
      selector: 'SvelteKeyBlock',
      message: '{#key} needs a part of the runtime of its own: key an {#each} or derive the value.',
    },
    {
      selector: 'SvelteAwaitBlock',
      message: '{#await} needs a part of the runtime of its own: keep the result in $state.raw and use {#if}.',
    },
    {
      selector: "SvelteElement[name.name='svelte:boundary'], SvelteElement[name.name='boundary']",
      message: '<svelte:boundary> needs a part of the runtime of its own: handle the error where it can happen.',
    },
    {
      selector:
        "CallExpression[callee.name='$state'] > :matches(ObjectExpression, ArrayExpression, NewExpression).arguments",
      message: '$state on an object makes it a deep proxy: use $state.raw and replace the whole.',
    },
  ],
};
