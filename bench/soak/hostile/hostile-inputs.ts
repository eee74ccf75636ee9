import type fc from 'fast-check';
import { command } from './command.js';
import { feed, jsonFeed, opml } from './feeds.js';
import { file, line } from './files.js';
import { page } from './pages.js';
import { address, bytes, date, option, question, robots } from './words.js';

/** What is read: each kind has a reader of its own. */
export const KINDS = [
  'page',
  'bytes',
  'feed',
  'json feed',
  'opml',
  'robots',
  'file',
  'line',
  'address',
  'date',
  'question',
  'option',
  'command',
] as const;
export type Kind = (typeof KINDS)[number];

/** Inputs made to break what reads them, of each kind. */
export const HOSTILE: Readonly<Record<Kind, fc.Arbitrary<string>>> = {
  page,
  bytes,
  feed,
  'json feed': jsonFeed,
  opml,
  robots,
  file,
  line,
  address,
  date,
  question,
  option,
  command,
};

/** How many of a hundred inputs are of each kind: more of those that are read in no time. */
export const SHARES: Readonly<Record<Kind, number>> = {
  page: 8,
  bytes: 5,
  feed: 10,
  'json feed': 7,
  opml: 7,
  robots: 6,
  file: 8,
  line: 9,
  address: 12,
  date: 11,
  question: 5,
  option: 10,
  command: 2,
};
