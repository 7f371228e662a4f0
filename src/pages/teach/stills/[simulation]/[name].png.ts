/** Stills and QR codes of every scenario, as pixels. */
import { figures } from '../../../../teach/figures.ts';
import { drawStillPng, kinds, stillName } from '../../../../teach/stills.ts';

export async function getStaticPaths() {
  return (await figures()).flatMap((figure) =>
    kinds.png.map((kind) => ({
      params: { simulation: figure.simulation.id, name: stillName(figure.scenario, kind) },
      props: { figure, kind },
    })),
  );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export async function GET({ props: { figure, kind }, site }: { props: Props; site: URL }): Promise<Response> {
  const png = await drawStillPng(figure, kind, site);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
}
