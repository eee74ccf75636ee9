import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import lunr from 'lunr';
import { HITS, type SpeedEngine } from './engine.js';
import { readPassages } from './passage-lines.js';

/** Lunr as it comes, with its stemmer and stop list. */
export const lunrSearch: SpeedEngine = {
  async build({ passagesFile }, folder) {
    const builder = new lunr.Builder();
    // The pipeline that `lunr()` sets up, for a builder that is filled step by step.
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    builder.searchPipeline.add(lunr.stemmer);
    builder.field('title');
    builder.field('text');
    for await (const passage of readPassages(passagesFile)) builder.add(passage);
    writeFileSync(path.join(folder, 'index.json'), JSON.stringify(builder.build()));
  },
  async open(_, folder) {
    const index = lunr.Index.load(JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')));
    return {
      // Without its punctuation, a question is a list of words that Lunr joins by OR.
      search: async (question) =>
        index
          .search(question.replace(/[^\p{L}\p{N}]+/gu, ' '))
          .slice(0, HITS)
          .map(({ ref }) => ref),
    };
  },
};
