import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { days } from '../site/days.ts';
import { href } from '../site/links.ts';

export async function GET(context: APIContext): Promise<Response> {
  const published = await days();
  return rss({
    title: 'Daybreak',
    description: 'One system-design idea a day, taught by letting you run it and break it.',
    site: new URL(href('/'), context.site).href,
    trailingSlash: true,
    items: published.toReversed().map((day) => ({
      title: `Day ${day.number}: ${day.lesson.data.title}`,
      description: day.lesson.data.summary,
      link: day.href,
    })),
    customData: '<language>en-gb</language>',
  });
}
