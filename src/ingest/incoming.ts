import type { Block } from '../articles/block.js';
import type { Metadata } from '../articles/compose.js';

/** An article on its way in, whatever way it came: not yet cleaned, compared or written down. */
export interface Incoming {
  readonly metadata: Omit<Metadata, 'added' | 'copies' | 'revision'> & {
    /** Where it says so of itself; else it is now. */
    readonly added?: string | null;
  };
  readonly blocks: readonly Block[];
}
