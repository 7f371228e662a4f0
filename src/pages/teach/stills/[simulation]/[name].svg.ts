/** Stills and QR codes of every scenario, as vectors. */
import { figures } from '../../../../teach/figures.ts';
import { drawStill, kinds, stillName } from '../../../../teach/stills.ts';

export async function getStaticPaths() {
  return (await figures()).flatMap((figure) =>
    kinds.svg.map((kind) => ({
      params: { simulation: figure.simulation.id, name: stillName(figure.scenario, kind) },
      props: { figure, kind },
    })),
  );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export function GET({ props: { figure, kind }, site }: { props: Props; site: URL }): Response {
  return new Response(drawStill(figure, kind, site), { headers: { 'content-type': 'image/svg+xml' } });
}
