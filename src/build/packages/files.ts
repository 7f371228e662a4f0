/** What a packaged page shows and loads beside itself: files of the site, each under a name in the package. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileOf, type Built } from '../page-files.ts';

export class PackedFiles {
  readonly #built: Built;
  readonly #page: URL;
  /** Names in the package, by the file of the site. */
  readonly #names = new Map<string, string>();

  /** `address` is that of the page. */
  constructor(built: Built, address: string) {
    this.#built = built;
    this.#page = new URL(address);
  }

  /** Where the page finds what it shows. Throws where the site has no such file: a package cannot ask for more. */
  take(address: string): string {
    if (address.startsWith('data:')) return address;
    const { origin, pathname, hash } = new URL(address, this.#page);
    const file = origin === this.#page.origin ? fileOf(pathname, this.#built) : null;
    if (file === null || !existsSync(join(this.#built.folder, file)))
      throw new Error(`A packaged page shows ${address}, which is no file of the site.`);
    return this.#name(file) + hash;
  }

  /** A style sheet whose addresses lead into the package. */
  takeStyles(css: string): string {
    const { folder, base } = this.#built;
    const assets = readdirSync(join(folder, 'assets'), { recursive: true, encoding: 'utf8' });
    return assets
      .map((name) => `assets/${name.replaceAll('\\', '/')}`)
      .filter((file) => css.includes(base + file) && statSync(join(folder, file)).isFile())
      .reduce((styles, file) => styles.replaceAll(base + file, this.#name(file)), css);
  }

  /** The files, by their names in the package. */
  all(): Record<string, Uint8Array> {
    return Object.fromEntries(
      [...this.#names].map(([file, name]) => [name, new Uint8Array(readFileSync(join(this.#built.folder, file)))]),
    );
  }

  #name(file: string): string {
    const name = `files/${basename(file)}`;
    const other = [...this.#names].find(([taken, given]) => given === name && taken !== file);
    if (other) throw new Error(`A package would hold ${file} and ${other[0]} under one name, ${name}.`);
    this.#names.set(file, name);
    return name;
  }
}
