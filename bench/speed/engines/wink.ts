import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stemsOf } from '../../engines/plain-minisearch.js';
import { HITS, type SpeedEngine } from './engine.js';
import { readPassages } from './passage-lines.js';

/** The part of wink-bm25-text-search that is used; it brings no types. */
interface WinkSearch {
  defineConfig(config: { readonly fldWeights: Readonly<Record<string, number>> }): void;
  definePrepTasks(tasks: readonly ((text: string) => string[])[]): void;
  addDoc(document: Readonly<Record<string, string>>, id: string): void;
  consolidate(): void;
  search(query: string, limit: number): [string, number][];
  exportJSON(): string;
  importJSON(json: string): void;
}

// See above.
const newSearch = createRequire(import.meta.url)('wink-bm25-text-search') as () => WinkSearch;

/** Uses the same stop list and stems as MiniSearch. */
export const winkSearch: SpeedEngine = {
  async build({ passagesFile }, folder) {
    const search = newSearch();
    search.defineConfig({ fldWeights: { title: 1, text: 1 } });
    search.definePrepTasks([stemsOf]);
    for await (const { id, title, text } of readPassages(passagesFile)) search.addDoc({ title, text }, id);
    search.consolidate();
    writeFileSync(path.join(folder, 'index.json'), search.exportJSON());
  },
  async open(_, folder) {
    const search = newSearch();
    search.importJSON(readFileSync(path.join(folder, 'index.json'), 'utf8'));
    search.definePrepTasks([stemsOf]);
    return { search: async (question) => search.search(question, HITS).map(([id]) => id) };
  },
};
