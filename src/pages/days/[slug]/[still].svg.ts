/** Stills of a day's labs, for readers without scripts. */
import { labsIn } from '../../../lesson/current.ts';
import { drawStill, labStills, stillFile } from '../../../lesson/lab-still.ts';
import { lessonOf } from '../../../lesson/lesson-of.ts';
import { days } from '../../../site/days.ts';

export async function getStaticPaths() {
  return (await days()).flatMap((day) => {
    const lesson = lessonOf(day);
    return labsIn(lesson.body)
      .flatMap((lab) => labStills(lab, lesson))
      .map((still) => ({
        params: { slug: day.slug, still: stillFile(still).replace(/\.svg$/, '') },
        props: { lesson, still },
      }));
  });
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export function GET({ props: { lesson, still } }: { props: Props }): Response {
  return new Response(drawStill(still, lesson), { headers: { 'content-type': 'image/svg+xml' } });
}
