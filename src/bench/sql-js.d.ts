/** What we use of sql.js, which comes without types: SQLite compiled to WebAssembly. */
declare module 'sql.js' {
  type Value = string | number | Uint8Array | null;

  export interface Prepared {
    bind(values: Readonly<Record<string, Value>> | readonly Value[]): boolean;
    step(): boolean;
    get(): Value[];
    getColumnNames(): string[];
    free(): boolean;
  }
  export interface Database {
    run(sql: string, values?: Readonly<Record<string, Value>> | readonly Value[]): Database;
    exec(sql: string): { columns: string[]; values: Value[][] }[];
    prepare(sql: string): Prepared;
    close(): void;
  }
  export interface Sqlite {
    Database: new () => Database;
  }
  export default function initSqlJs(options?: { locateFile: (file: string) => string }): Promise<Sqlite>;
}
