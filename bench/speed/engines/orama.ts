import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { create, insert, load, type RawData, save, search } from '@orama/orama';
import { language, stemmer } from '@orama/stemmers/english';
import { STOP_WORDS } from '../../engines/plain-minisearch.js';
import { HITS, type SpeedEngine } from './engine.js';
import { readPassages } from './passage-lines.js';

/** Orama's English stemmer, with MiniSearch's stop list. A passage need not hold all the words. */
function newDatabase() {
  return create({
    schema: { title: 'string', text: 'string' } as const,
    components: { tokenizer: { stemming: true, language, stemmer, stopWords: [...STOP_WORDS] } },
  });
}

export const orama: SpeedEngine = {
  async build({ passagesFile }, folder) {
    const database = newDatabase();
    for await (const passage of readPassages(passagesFile)) await insert(database, passage);
    writeFileSync(path.join(folder, 'index.json'), JSON.stringify(save(database)));
  },
  async open(_, folder) {
    const database = newDatabase();
    // Written above.
    load(database, JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as RawData);
    return {
      search: async (question) => {
        const { hits } = await search(database, { term: question, limit: HITS, threshold: 1 });
        return hits.map(({ id }) => id);
      },
    };
  },
};
