/** An address as a QR code: black on white in both themes, with the quiet zone that scanners need. */
import { encode } from 'uqr';

/** ISO/IEC 18004 asks for four modules of white on each side. */
const QUIET_MODULES = 4;

/** The code as a file of its own, one unit for each module. */
export function qrSvg(address: string): string {
  const { size, data } = encode(address, { ecc: 'M', border: QUIET_MODULES });
  // One run of black modules is one rectangle.
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((black) => (black ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 8}" height="${size * 8}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`
  );
}
