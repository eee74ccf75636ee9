import { LRUCache } from 'lru-cache';
import type { Archive } from '../archive.js';
import type { PassageIndex } from '../passage-index.js';
import { ArchiveView } from './archive-view.js';

/** How many views are kept, the last used. */
const VIEWS = 64;

/** Makes the views of an archive. Who asks for the same sources again gets the same view. */
export class ArchiveViews {
  readonly #views = new LRUCache<string, ArchiveView>({ max: VIEWS });

  constructor(
    private readonly whole: Archive,
    private readonly index: Pick<PassageIndex, 'within'>,
  ) {}

  of(sources: readonly string[]): Archive {
    const wanted = [...new Set(sources)].sort();
    const key = wanted.join('\n');
    const view = this.#views.get(key) ?? new ArchiveView(this.whole, wanted, this.index.within(wanted));
    this.#views.set(key, view);
    return view;
  }
}
