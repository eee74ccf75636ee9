import type { Block } from '../articles/block.js';
import type { Metadata } from '../articles/compose.js';

/** An article on its way in, from any source: not yet cleaned, compared or written to disk. */
export interface Incoming {
  readonly metadata: Omit<Metadata, 'added' | 'copies' | 'revision'> & {
    /** The time of adding, if the source states it; otherwise it is now. */
    readonly added?: string | null;
  };
  readonly blocks: readonly Block[];
  /** What of the source was not used or is doubtful: sentences that name it, for whoever adds it. */
  readonly notes?: readonly string[];
}
