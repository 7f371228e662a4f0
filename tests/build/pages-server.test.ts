import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages, type Serving } from '../../src/build/pages-server.ts';

let folder: string;
let site: Serving;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'days/one'), { recursive: true });
  mkdirSync(join(folder, '.hidden'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, 'days/one/index.html'), 'day one');
  writeFileSync(join(folder, '404.html'), 'nothing here');
  writeFileSync(join(folder, 'about.html'), 'about');
  writeFileSync(join(folder, 'font.woff2'), 'font');
  writeFileSync(join(folder, '.hidden/secret.txt'), 'secret');
  site = await servePages(folder, '/x/', 4700);
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** A raw request: fetch would tidy the path and follow the redirect. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((done, fail) => {
    request({ port: site.port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', fail)
      .end();
  });
}

describe('the server behaves as GitHub Pages does', () => {
  test.each([
    ['/x/', 200, 'home'],
    ['/x/days/one/', 200, 'day one'],
    ['/x/about', 200, 'about'],
    ['/x/days/two/', 404, 'nothing here'],
    ['/', 404, 'nothing here'],
    ['/x/.hidden/secret.txt', 404, 'nothing here'],
    ['/x/../pages-server.test.ts', 404, 'nothing here'],
    ['/x/%2e%2e/%2e%2e/etc/passwd', 404, 'nothing here'],
    ['/x/%E0%A4%A', 404, 'nothing here'],
  ])('%s is answered %i with "%s"', async (path, status, body) => {
    const answer = await ask(path);
    expect([answer.status, answer.body.toString()]).toEqual([status, body]);
  });

  test.each([
    ['/x', '/x/'],
    ['/x/days/one', '/x/days/one/'],
    ['/x/days/one?lab=line&t=5', '/x/days/one/?lab=line&t=5'],
  ])('%s is sent on to %s, with its query', async (path, location) => {
    const { status, headers } = await ask(path);
    expect([status, headers.location]).toEqual([301, location]);
  });

  test('files may be kept for ten minutes and read from any origin', async () => {
    const { headers } = await ask('/x/');
    expect(headers['cache-control']).toBe('max-age=600');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('text is sent compressed to those who take it, a font never', async () => {
    expect((await ask('/x/', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    expect((await ask('/x/')).headers['content-encoding']).toBeUndefined();
    expect((await ask('/x/font.woff2', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  });

  test('a second server takes the next free port', async () => {
    const second = await servePages(folder, '/', site.port);
    expect(second.port).toBeGreaterThan(site.port);
    await second.close();
  });
});
