/**
 * Real browsers on the built site, behind a server that behaves as GitHub Pages does.
 *
 * `npm test` builds both sites first; by hand: `npm test -- --only build,e2e`.
 */
import { defineConfig } from '@playwright/test';
import { chromiumArgs, needChromium } from '../../src/build/browsers.ts';
import { sites } from './sites.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  // A flaky test is a bug in the test or the product.
  retries: 0,
  workers: 2,
  // Long enough for a machine that does much else beside; what a test counts is never time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['dot'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await needChromium(), args: chromiumArgs },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'full', testIgnore: 'smoke.spec.ts', use: { baseURL: sites.project.url } },
    { name: 'smoke', testMatch: 'smoke.spec.ts', use: { baseURL: sites.root.url } },
  ],
  webServer: Object.values(sites).map(({ folder, base, port, url }) => ({
    command: `node src/build/pages-server.ts ${folder} ${base} ${port}`,
    cwd: '../..',
    url,
    reuseExistingServer: false,
  })),
});
