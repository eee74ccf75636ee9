import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import { type PlainFlavour, plainOptions } from '../../engines/plain-minisearch.js';
import { HITS, type PassageLine, type SpeedEngine } from './engine.js';
import { readPassages } from './passage-lines.js';

/**
 * MiniSearch as its documentation introduces it: the text is stored in the index, and the index is saved as
 * JSON.
 */
export function miniSearch(flavour: PlainFlavour): SpeedEngine {
  const options: Options<PassageLine> = {
    fields: ['title', 'text'],
    storeFields: ['title', 'text'],
    ...plainOptions(flavour),
  };
  const fileIn = (folder: string): string => path.join(folder, 'index.json');
  return {
    async build({ passagesFile }, folder) {
      const index = new MiniSearch(options);
      for await (const passage of readPassages(passagesFile)) index.add(passage);
      writeFileSync(fileIn(folder), JSON.stringify(index));
    },
    async open(_, folder) {
      const index = MiniSearch.loadJSON(readFileSync(fileIn(folder), 'utf8'), options);
      return {
        search: async (question) =>
          index
            .search(question)
            .slice(0, HITS)
            .map(({ id }) => String(id)),
      };
    },
  };
}
