import type { StartProgress } from '../progress.js';

export const SETS = [
  'squad',
  'wikiqa',
  'trecqa',
  'members',
  'slips',
  'news',
  'refusal',
  'trec-questions',
  'languages',
  'seeds',
  'invented',
  'chat',
  'dossiers',
  'timeline17',
  'stories',
  'digest',
  'topics',
  'follow-ups',
  'ecb',
  'follows',
  'courses',
  'watches',
  'pages',
] as const;
export type SetName = (typeof SETS)[number];

export const ENGINES = ['plain', 'stems', 'clippings'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface RunOptions {
  /** The folder that holds `squad/`, `news/` and so on, or one original SQuAD file. */
  readonly data: string;
  /** At most so many questions of each kind, from a fixed shuffle. */
  readonly sample: number | undefined;
  /** Members' questions to measure instead of those of the data. */
  readonly questions: string | undefined;
  /** Print what was composed, not only its figures. */
  readonly show: boolean;
  readonly engines: ReadonlySet<EngineName>;
  /** Where the archive of the news set is kept between runs. */
  readonly cache: string;
  readonly startProgress: StartProgress;
}
