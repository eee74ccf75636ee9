import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HITS, type SpeedEngine } from './engine.js';
import { FETCHED } from './fetched.js';
import { readPassages } from './passage-lines.js';

/** The part of LanceDB that is used; it is not installed with Clippings. */
interface LanceDb {
  connect(folder: string): Promise<{
    createTable(name: string, rows: readonly Readonly<Record<string, string>>[]): Promise<LanceTable>;
    openTable(name: string): Promise<LanceTable>;
  }>;
  readonly Index: { fts(options: Readonly<Record<string, unknown>>): unknown };
}
interface LanceTable {
  add(rows: readonly Readonly<Record<string, string>>[]): Promise<unknown>;
  createIndex(column: string, options: { readonly config: unknown }): Promise<void>;
  query(): LanceQuery;
}
interface LanceQuery {
  fullTextSearch(words: string, options: { readonly columns: readonly string[] }): LanceQuery;
  select(columns: readonly string[]): LanceQuery;
  limit(count: number): LanceQuery;
  toArray(): Promise<{ readonly id: string }[]>;
}

const BATCH = 20_000;

export function hasLanceDb(): boolean {
  return existsSync(path.join(FETCHED, 'node_modules', '@lancedb'));
}

async function lanceDb(): Promise<LanceDb> {
  const entry = createRequire(path.join(FETCHED, 'package.json')).resolve('@lancedb/lancedb');
  // See above.
  return (await import(pathToFileURL(entry).href)) as LanceDb;
}

/** One field, with LanceDB's English stems and stop list. */
export const lance: SpeedEngine = {
  async build({ passagesFile }, folder) {
    const { connect, Index } = await lanceDb();
    const database = await connect(folder);
    let table: LanceTable | null = null;
    let waiting: { id: string; body: string }[] = [];
    const write = async () => {
      if (table === null) table = await database.createTable('passages', waiting);
      else await table.add(waiting);
      waiting = [];
      return table;
    };
    for await (const { id, title, text } of readPassages(passagesFile)) {
      if (waiting.push({ id, body: `${title}\n${text}` }) === BATCH) await write();
    }
    const config = Index.fts({ stem: true, removeStopWords: true, withPosition: false });
    await (await write()).createIndex('body', { config });
  },
  async open(_, folder) {
    const table = await (await (await lanceDb()).connect(folder)).openTable('passages');
    return {
      search: async (question) => {
        const query = table.query().fullTextSearch(question, { columns: ['body'] });
        return (await query.select(['id']).limit(HITS).toArray()).map(({ id }) => id);
      },
    };
  },
};
