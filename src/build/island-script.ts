/**
 * Astro writes the script that brings islands to life into every page that has one: two kilobytes as sent, the
 * same on each. Here it becomes a file, which a reader loads once for all days.
 */

/** Astro's own scripts in a page: the element of an island, and when it comes alive. */
const own =
  /<script>(\(\(\)=>\{(?:(?!<\/script>)[\s\S])*?(?:self\.Astro|"astro-island")(?:(?!<\/script>)[\s\S])*)<\/script>/g;

/** A name that Astro gives each island and reads no more: like a hash, it cannot be packed. */
const uid = /(<astro-island) uid="[^"]*"/g;

/** The page without these scripts and what only their making needed, and their code; null where it has none. */
export function withoutIslandScript(html: string): { html: string; code: string } | null {
  const code = [...html.matchAll(own)].map(([, script]) => script!).join('\n');
  return code === '' ? null : { html: html.replace(own, '').replace(uid, '$1'), code };
}
