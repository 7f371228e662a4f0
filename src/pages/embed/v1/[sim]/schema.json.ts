/** What can be said to an embed in its address, as a JSON Schema, made of what its simulation declares. */
import { embeds } from '../../../../embed/page/lesson.ts';
import { schemaOf } from '../../../../embed/schema.ts';

export async function getStaticPaths() {
  return (await embeds()).map((props) => ({ params: { sim: props.simulation.id }, props }));
}
type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export function GET({ props: { simulation } }: { props: Props }): Response {
  return Response.json(schemaOf(simulation));
}
