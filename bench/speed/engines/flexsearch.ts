import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Encoder, Index } from 'flexsearch';
import EnglishPreset from 'flexsearch/lang/en';
import { HITS, type SpeedEngine } from './engine.js';
import { readPassages } from './passage-lines.js';

/**
 * One field, with FlexSearch's English stems and stop list. `suggest` also finds passages that lack some of
 * the words.
 */
function newIndex(): Index {
  return new Index({ tokenize: 'strict', encoder: new Encoder(EnglishPreset) });
}

export const flexSearch: SpeedEngine = {
  async build({ passagesFile }, folder) {
    const index = newIndex();
    const ids: string[] = [];
    for await (const { id, title, text } of readPassages(passagesFile)) {
      index.add(ids.length, `${title} ${text}`);
      ids.push(id);
    }
    mkdirSync(path.join(folder, 'parts'));
    await index.export((key, data) => writeFileSync(path.join(folder, 'parts', key), data ?? ''));
    writeFileSync(path.join(folder, 'ids.json'), JSON.stringify(ids));
  },
  async open(_, folder) {
    const index = newIndex();
    for (const key of readdirSync(path.join(folder, 'parts'))) {
      index.import(key, readFileSync(path.join(folder, 'parts', key), 'utf8'));
    }
    // Written above.
    const ids = JSON.parse(readFileSync(path.join(folder, 'ids.json'), 'utf8')) as string[];
    return {
      search: async (question) =>
        index.search(question, { limit: HITS, suggest: true }).map((number) => ids[Number(number)] ?? ''),
    };
  },
};
