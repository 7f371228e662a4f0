/** Stills of a day's labs, for readers without scripts. */
import { labsIn } from '../../../lesson/current.ts';
import { labStill, labStillFile, themes } from '../../../lesson/lab-still.ts';
import { lessonOf } from '../../../lesson/lesson-of.ts';
import { days } from '../../../site/days.ts';

export async function getStaticPaths() {
  return (await days()).flatMap((day) => {
    const lesson = lessonOf(day);
    return labsIn(lesson.body).flatMap((lab) =>
      themes.map((theme) => ({
        params: { slug: day.slug, still: labStillFile(lab, theme).replace(/\.svg$/, '') },
        props: { lesson, lab, theme },
      })),
    );
  });
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export function GET({ props: { lesson, lab, theme } }: { props: Props }): Response {
  return new Response(labStill(lab, lesson, theme), { headers: { 'content-type': 'image/svg+xml' } });
}
