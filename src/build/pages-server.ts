/**
 * A small server that behaves as GitHub Pages does, so that what works here works there: a base
 * path, `/x` to `/x/`, 404.html, ten minutes of cache, any origin may read, no dotfiles, gzip.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createGzip, gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.mjs': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};
const compressible = /^(text\/|application\/(javascript|json|xml|manifest)|image\/svg)/;

/** The file for a path below the base; 'folder' when the path lacks its closing slash; null when there is none. */
function findFile(folder: string, path: string): string | 'folder' | null {
  if (path.split('/').some((part) => part.startsWith('.'))) return null;
  const file = join(folder, normalize(path));
  if (!file.startsWith(normalize(folder))) return null;
  if (path.endsWith('/') || path === '') return existsSync(join(file, 'index.html')) ? join(file, 'index.html') : null;
  if (existsSync(file)) return statSync(file).isDirectory() ? 'folder' : file;
  return existsSync(`${file}.html`) ? `${file}.html` : null;
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
  const type = types[extname(file)] ?? 'application/octet-stream';
  const gzip = compressible.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'max-age=600',
    'access-control-allow-origin': '*',
    vary: 'Accept-Encoding',
    ...(gzip ? { 'content-encoding': 'gzip' } : { 'content-length': statSync(file).size }),
  });
  if (request.method === 'HEAD') response.end();
  else if (gzip) createReadStream(file).pipe(createGzip()).pipe(response);
  else createReadStream(file).pipe(response);
}

/** What the server answers; apart from it so that a test needs no port. */
export function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    path = '/.';
  }
  const found = path.startsWith(base)
    ? findFile(folder, path.slice(base.length))
    : `${path}/` === base
      ? 'folder'
      : null;
  if (found === 'folder') {
    response.writeHead(301, { location: `${pathname}/${search}`, 'access-control-allow-origin': '*' }).end();
  } else if (found !== null) {
    send(request, response, 200, found);
  } else if (existsSync(join(folder, '404.html'))) {
    send(request, response, 404, join(folder, '404.html'));
  } else {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
  }
}

export interface Serving {
  server: Server;
  port: number;
  url: string;
  close(): Promise<void>;
}

/** Serves a built site on the first free port from `port` up. */
export async function servePages(folder: string, base: string, port: number): Promise<Serving> {
  const server = createServer((request, response) => answer(folder, base, request, response));
  for (let candidate = port; ; candidate += 1) {
    const free = await new Promise<boolean>((done, fail) => {
      server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : fail(error)));
      server.listen(candidate, () => done(true));
    });
    server.removeAllListeners('error');
    if (!free) continue;
    const close = () => new Promise<void>((done) => (server.close(() => done()), server.closeAllConnections()));
    return { server, port: candidate, url: `http://localhost:${candidate}${base}`, close };
  }
}

/** Bytes of a file as Pages sends it. */
export function sentBytes(file: string): number {
  const bytes = readFileSync(file);
  return compressible.test(types[extname(file)] ?? '') ? gzipSync(bytes).length : bytes.length;
}

if (import.meta.main) {
  const [folder = 'dist', base = '/', port = '4321'] = process.argv.slice(2);
  console.log((await servePages(folder, base, Number(port))).url);
}
