/** The script of a package: the lesson's own, in one piece, with an LMS for a memory. */
import { dress } from '../page/look.ts';
import { learner, memory } from './store.ts';
import { Book } from './book.ts';
import { Course } from './course.ts';
import { mountLab } from './labs.ts';
import { partsOf } from './parts.ts';
import { Place } from './place.ts';
import { saveRecord } from './record.ts';
import { showOnly } from './only.ts';

const article = document.querySelector<HTMLElement>('article[data-lesson]')!;
const only = showOnly(article);
const book = new Book(partsOf(article, only), learner, article.dataset['lesson'] ?? '');
const place = new Place(() => course.changed());
const course = new Course(book, place);

article.querySelector('[data-record]')!.addEventListener('click', () => saveRecord(article, book, course.line));
memory.changed = () => course.changed();
place.watch(article);
course.begin();
course.changed();

// It takes up every part that has a record by now.
void import('../../lesson/page.ts').then(() => {
  // Only now is there a place for the reader's choices, of which some are made for them.
  if (only) dress(only.setUp);
  for (const lab of article.querySelectorAll<HTMLElement>('[data-island]')) mountLab(lab);
  void place.arrive(only);
});
