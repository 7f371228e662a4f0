/** A file of what a learner did here, to keep or to hand in. */
import { saveFile } from '../../lab/tools/save.ts';
import type { Book } from './book.ts';

/** Its text: JSON that reads by itself. */
export function recordText(article: HTMLElement, book: Book, recorded: string): string {
  const { isComplete, score } = book.progress();
  return JSON.stringify(
    {
      format: 'daybreak-record',
      version: 1,
      lesson: article.dataset['lesson'],
      address: article.dataset['address'],
      madeAt: new Date().toISOString(),
      recorded,
      isComplete,
      score,
      parts: book.parts.map((part) => ({
        kind: part.kind,
        id: part.id,
        title: part.title,
        counts: part.isNeeded,
        standing: book.standing(part),
        given: book.given(part)?.response ?? null,
      })),
    },
    null,
    2,
  );
}

/** Hands it to the browser's downloads. */
export function saveRecord(article: HTMLElement, book: Book, recorded: string): void {
  const name = `daybreak-${article.dataset['lesson']}-record.json`;
  saveFile(name, new Blob([recordText(article, book, recorded)], { type: 'application/json' }));
}
