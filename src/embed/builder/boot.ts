/** Loads the builder, and says so when it cannot be had. */
const place = document.querySelector<HTMLElement>('[data-builder]')!;

/** In the built site it is a bundle of its own; while the site is written, a module like any other. */
function load(): Promise<typeof import('./main.ts')> {
  if (import.meta.env.DEV) return import('./main.ts');
  const address = `${place.dataset['base']}teach/build/builder.js`;
  return import(/* @vite-ignore */ address) as Promise<typeof import('./main.ts')>;
}

load().then(
  ({ startBuilder }) => startBuilder(place),
  () => {
    place.querySelector('p')!.textContent =
      'The builder could not be loaded. Check the connection, then load the page again.';
  },
);
