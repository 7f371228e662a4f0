/** Static oEmbed 1.0 (https://oembed.com): what a page that is given an embed's address puts in its place. */
import { oembed } from '../../../../embed/oembed.ts';
import { embeds } from '../../../../embed/page/lesson.ts';
import { href } from '../../../../site/links.ts';

export async function getStaticPaths() {
  return (await embeds()).map((props) => ({ params: { sim: props.simulation.id }, props }));
}
type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export function GET({ props: { simulation, lesson }, site }: { props: Props; site: URL | undefined }): Response {
  const address = new URL(href(`/embed/v1/${simulation.id}/`), site);
  const title = `${lesson.offers[lesson.scenario]!.title} (${lesson.title})`;
  return Response.json(oembed({ title, address, home: new URL(href('/'), site) }));
}
