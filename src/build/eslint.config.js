/** The linter: small rule sets, and the fences of eslint-fences.js. Format is Prettier's business. */
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { determinism, fences, leanSvelte } from './eslint-fences.js';

export default defineConfig(
  { ignores: ['**/node_modules/', '**/dist*/', '.astro/', '.cache/', 'public/', 'test-results/'] },
  { linterOptions: { noInlineConfig: true } },
  ...ts.configs.recommended,
  ...astro.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.{js,mjs,ts,svelte,astro}'],
    plugins: { daybreak: fences },
    rules: {
      // TypeScript knows the globals.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-cond-assign': 'error',
      'no-constant-binary-expression': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-unreachable-loop': 'error',
      'no-useless-catch': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'daybreak/imports-point-one-way': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  // Astro's own types can be brought in only so.
  { files: ['src/env.d.ts'], rules: { '@typescript-eslint/triple-slash-reference': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // A property with a default is reassigned by its parent, so `let { x } = $props()` stays.
      'prefer-const': 'off',
      // Links are built by the site's own href().
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['src/engine/**/*.ts', 'src/sims/**/*.ts'], ignores: ['**/*.svelte.ts'], rules: determinism },
  { files: ['src/lab/**/*.{svelte,svelte.ts}', 'src/sims/**/*.svelte', 'src/bench/*.svelte'], rules: leanSvelte },
);
