/** What there is to do on the page of a package: predictions, labs, questions, challenges. */
import type { PartKind } from '../progress.ts';
import type { Only } from './only.ts';

export interface Part {
  kind: PartKind;
  id: string;
  /** What it asks, or is called. */
  title: string;
  section: HTMLElement;
  isNeeded: boolean;
  isScored: boolean;
}

/** How each kind is found, its id and its words. */
const found: Readonly<Record<PartKind, { all: string; id: (section: HTMLElement) => string; title: string }>> = {
  prediction: { all: '[data-predict]', id: ({ dataset }) => dataset['predict'] ?? '', title: '.q' },
  lab: { all: 'section.lab', id: ({ id }) => id, title: 'h2, h3' },
  answer: { all: '[data-question]', id: ({ dataset }) => dataset['question'] ?? '', title: '.q' },
  challenge: { all: '[data-challenge]', id: ({ dataset }) => dataset['challenge'] ?? '', title: '.q' },
};

/**
 * Every part of the page. What is folded comes after the lesson, so it counts for nothing; a challenge is needed
 * only where an instructor set it, and a lab where it can be run.
 */
export function partsOf(article: HTMLElement, only: Only | null): Part[] {
  const canRun = only === null || only.canPlay;
  return (Object.keys(found) as PartKind[]).flatMap((kind) => {
    const { all, id, title } = found[kind];
    return [...article.querySelectorAll<HTMLElement>(all)].map((section): Part => {
      const isInLesson = section.closest('.later') === null;
      return {
        kind,
        id: id(section),
        title: section.querySelector(title)?.textContent.replace(/\s+/g, ' ').trim() ?? '',
        section,
        isNeeded: isInLesson && (kind !== 'challenge' || only !== null) && (kind !== 'lab' || canRun),
        isScored: isInLesson && kind !== 'lab',
      };
    });
  });
}
