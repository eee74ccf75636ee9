import path from 'node:path';
import { createClient } from '@libsql/client';
import { contentWords } from '../../engines/plain-minisearch.js';
import { HITS, type PassageLine, type SpeedEngine } from './engine.js';
import { readPassages } from './passage-lines.js';

/** How many rows are written in one transaction. */
const BATCH = 1_000;
const INSERT = 'INSERT INTO passages (id, title, text) VALUES (?, ?, ?)';

/** SQLite's FTS5 with Porter stems. Stop words are left out of queries. */
export const sqlite: SpeedEngine = {
  async build({ passagesFile }, folder) {
    const client = createClient({ url: `file:${path.join(folder, 'passages.db')}` });
    await client.execute(
      "CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61')",
    );
    let waiting: PassageLine[] = [];
    const write = async () => {
      await client.batch(
        waiting.map(({ id, title, text }) => ({ sql: INSERT, args: [id, title, text] })),
        'write',
      );
      waiting = [];
    };
    for await (const passage of readPassages(passagesFile)) {
      if (waiting.push(passage) === BATCH) await write();
    }
    await write();
    client.close();
  },
  async open(_, folder) {
    const client = createClient({ url: `file:${path.join(folder, 'passages.db')}` });
    return {
      search: async (question) => {
        const words = contentWords(question).map((word) => `"${word.replaceAll('"', '')}"`);
        const { rows } = await client.execute({
          sql: 'SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?',
          args: [words.join(' OR '), HITS],
        });
        return rows.map(({ id }) => String(id));
      },
    };
  },
};
