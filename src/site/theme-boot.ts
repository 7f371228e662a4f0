/**
 * The one inline script of every page: it sets the chosen theme before the first paint, and says that
 * scripts run, so that nothing that needs them flashes. Its hash stands in the content security policy,
 * so this text must be the same in the configuration and in the page.
 */
import { settingKey } from '../learner/records.ts';

export function themeBoot(base: string): string {
  const key = JSON.stringify(settingKey(base, 'theme'));
  return (
    `document.documentElement.dataset.js='';` +
    `try{var t=localStorage.getItem(${key});if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`
  );
}
