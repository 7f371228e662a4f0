/** What a lesson.mdx may use without import, and what its Markdown turns into. */
import Ask from './Ask.astro';
import At from './At.astro';
import Bench from './Bench.astro';
import Challenge from './Challenge.astro';
import Claim from './Claim.astro';
import Frame from './Frame.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Lab from './Lab.astro';
import Later from './Later.astro';
import Link from './Link.astro';
import Note from './Note.astro';
import Predict from './Predict.astro';
import Question from './Question.astro';
import Questions from './Questions.astro';
import Reveal from './Reveal.astro';
import Stills from './Stills.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Value from './Value.astro';
import Wild from './Wild.astro';
import Word from './Word.astro';

export const components = {
  a: Link,
  h2: Heading2,
  h3: Heading3,
  table: Table,
  Ask,
  At,
  Bench,
  Challenge,
  Claim,
  Frame,
  Lab,
  Later,
  Note,
  Predict,
  Question,
  Questions,
  Reveal,
  Stills,
  Term,
  Value,
  Wild,
  Word,
};
