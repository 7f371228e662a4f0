import type { APIContext } from 'astro';
import { href } from '../site/links.ts';

export function GET(context: APIContext): Response {
  const sitemap = new URL(href('/sitemap-index.xml'), context.site);
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap.href}\n`);
}
