/** Addresses inside the site. The build does not add the base path by itself: every link goes through here. */

/** `path` is as if the site lay at the root: "/days/tromboning/". Other addresses come back unchanged. */
export function withBase(base: string, path: string): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  return `${base.replace(/\/+$/, '')}${path}`;
}

/** The address of a page or file of this site. */
export function href(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}
