/** What a look at one part of an installation found. */
export interface Finding {
  /** The part, in a word or two, such as `token`. */
  readonly part: string;
  /** `wrong` keeps something from working; a `note` is worth knowing. */
  readonly state: 'good' | 'note' | 'wrong';
  /** What was found, in one sentence or less. */
  readonly words: string;
  /** What to do about it, where there is something to do. */
  readonly hint?: string | null;
}

/** Looks at one part or several. It reports what is wrong; it throws only for faults of ours. */
export type Check = () => Promise<readonly Finding[]>;
