/** Zip files that are the same, byte for byte, whenever and wherever they are made. */
import { zipSync, type Zippable } from 'fflate';

/** Files by their names in the zip. */
export type ZipFiles = Readonly<Record<string, Uint8Array>>;

/** Compressed in themselves: trying again would only take time. */
const packed = /\.(woff2|png)$/;

/** The zip of these files, in the order of their names. */
export function zip(files: ZipFiles): Uint8Array {
  // Zip keeps the time of the wall, without a zone: so it is the same on every machine.
  const mtime = new Date(2000, 0, 1);
  const entries: Zippable = {};
  for (const name of Object.keys(files).sort()) {
    entries[name] = [files[name]!, { level: packed.test(name) ? 0 : 9, mtime }];
  }
  return zipSync(entries);
}
