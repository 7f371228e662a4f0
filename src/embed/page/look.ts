/** How a lab that somebody else has set up looks, as marks on its document; look.css does the rest. */
import { prefer } from '../../lab/page.ts';
import { speeds, type SetUp } from '../set-up.ts';

export function dress({ theme, motion, speed, controls, hidden, locked, locksAll, vs }: SetUp): void {
  const marks = document.documentElement.dataset;
  if (theme === 'auto') delete marks['theme'];
  else marks['theme'] = theme;
  marks['size'] = controls;
  const tools = [
    ...(locked.includes('seed') ? ['seed'] : []),
    ...(locksAll && Object.keys(vs).length === 0 ? ['compare'] : []),
  ];
  marks['hide'] = [...hidden, ...tools].join(' ');
  prefer('motion', motion === 'step' ? 'step' : '');
  prefer('speed', String(speeds.indexOf(speed)));
}
