/** What every page does in the browser: the theme button. */
import { learner } from '../learner/store.ts';

const cycle = ['system', 'light', 'dark'] as const;
type Theme = (typeof cycle)[number];
const said: Record<Theme, string> = { system: 'as your system', light: 'light', dark: 'dark' };

const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
let theme: Theme = cycle.find((each) => each === learner.setting('theme')) ?? 'system';

function show(): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  button?.setAttribute('aria-label', `Theme: ${said[theme]}`);
}

button?.addEventListener('click', () => {
  theme = cycle[(cycle.indexOf(theme) + 1) % cycle.length] ?? 'system';
  learner.set('theme', theme === 'system' ? null : theme);
  show();
});
show();
