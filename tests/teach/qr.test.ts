import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { qrSvg } from '../../src/teach/qr.ts';

// A CommonJS module as Node hands it out.
const decode = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR;

/** What a scanner reads in a picture of the code, so many pixels wide. */
async function scanned(svg: string, width: number): Promise<string | undefined> {
  const image = sharp(Buffer.from(svg), { density: 300 }).resize(width).ensureAlpha();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

const addresses = [
  'https://example.org/s/6cgxq/',
  'https://someone.github.io/daybreak/s/zzzzz/',
  'http://localhost:4321/x/s/00000/',
  `https://${'a-long-name.'.repeat(8)}example.org/system-design/daybreak/s/7hf4g/`,
];

describe('a QR code', () => {
  test.each(addresses)('of %s is read back by an independent decoder, large and small', async (address) => {
    expect(await scanned(qrSvg(address), 800)).toBe(address);
    expect(await scanned(qrSvg(address), 220)).toBe(address);
  });

  test('is still read when a corner of it is stained', async () => {
    const [address] = addresses as [string];
    const stained = qrSvg(address).replace('</svg>', '<circle cx="24" cy="24" r="1.6" fill="#b03a00"/></svg>');
    expect(await scanned(stained, 800)).toBe(address);
  });

  test('has four modules of white on each side, as ISO/IEC 18004 asks', () => {
    const svg = qrSvg(addresses[0]!);
    const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
    const runs = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, x, y, length]) => [x, y, length].map(Number));
    expect(runs.length).toBeGreaterThan(100);
    for (const [x, y, length] of runs as [number, number, number][]) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(size - 4);
    }
  });
});
