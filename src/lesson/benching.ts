/** The SQL bench in the browser: opened by its button, or by a link that brings statements. */
import { learner } from '../learner/store.ts';

const refused =
  'The bench cannot run here: its database needs a worker, and this page is shown in a frame that may not start one. In the lesson itself it runs: ';
const unloaded = 'The bench could not be loaded. Check the connection and press again.';

/** Takes up the bench of the page. */
export async function bench(section: HTMLElement, lesson: string, id: string): Promise<void> {
  const shut = section.querySelector<HTMLElement>('.bench-shut')!;
  const said = shut.querySelector<HTMLElement>('.said')!;
  let isOpening = false;

  async function open(takesFocus: boolean): Promise<void> {
    if (isOpening) return;
    isOpening = true;
    said.textContent = 'Starting SQLite.';
    try {
      const [{ openBench }, { copyText, saveFile }] = await Promise.all([
        import('../bench/opening.ts'),
        import('../lab/tools/save.ts'),
      ]);
      await openBench(section, {
        id,
        lab: section.dataset['labId'] ?? '',
        kept: learner.recall('bench', lesson, id),
        host: {
          keep: (statements) => learner.keep('bench', lesson, id, statements),
          copy: copyText,
          save: saveFile,
        },
      });
      shut.remove();
      if (takesFocus) section.querySelector<HTMLElement>('h2')!.focus({ preventScroll: true });
    } catch (error) {
      isOpening = false;
      const isRefused = error instanceof Error && 'reason' in error && error.reason === 'refused';
      said.textContent = isRefused ? refused : unloaded;
      if (isRefused) said.append(linkToLesson(id));
      else reportError(error);
    }
  }

  shut.querySelector('[data-open]')!.addEventListener('click', () => void open(true));
  if (/[?&]x\./.test(location.search)) await open(false);
}

function linkToLesson(id: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `${location.origin}${location.pathname}#${id}`;
  link.target = '_blank';
  link.textContent = 'open the lesson';
  return link;
}
