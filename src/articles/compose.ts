import { areTurns } from '../text/lexicon/speaker-labels.js';
import type { Article } from './article.js';
import type { Block } from './block.js';
import { clean } from './cleaning/clean.js';
import { endsAsSentence, wordCount } from './cleaning/rule.js';
import { scrapedDate } from './cleaning/scrape-headers.js';
import { withoutCredentials } from './without-credentials.js';

/** What a source says about itself. */
export type Metadata = Pick<
  Article,
  | 'title'
  | 'publisher'
  | 'url'
  | 'published'
  | 'added'
  | 'authors'
  | 'updated'
  | 'copies'
  | 'revision'
  | 'sources'
>;

export const NO_METADATA: Metadata = {
  title: null,
  publisher: null,
  url: null,
  published: null,
  added: null,
};

/** A longer title is none, in characters: whatever reads titles may take its time over them. */
const LONGEST_TITLE = 1_000;

/** The content of a source before cleaning. */
export interface Draft {
  readonly metadata: Metadata;
  readonly blocks: readonly Block[];
  /** What of the source was not used or is doubtful: sentences that name it, for whoever put it there. */
  readonly notes?: readonly string[];
}

/**
 * Makes an article from a draft: cleans its text and addresses, and takes a missing title and date from the
 * text itself.
 */
export function composeArticle(draft: Draft, place: Pick<Article, 'id' | 'file'>): Article {
  const { metadata, blocks } = draft;
  const { url, copies } = metadata;
  const stated = metadata.title !== null && metadata.title.length <= LONGEST_TITLE ? metadata.title : null;
  const title = stated ?? headlineOf(blocks);
  return {
    ...place,
    ...metadata,
    url: url && withoutCredentials(url),
    ...(copies
      ? { copies: copies.map((copy) => ({ ...copy, url: copy.url && withoutCredentials(copy.url) })) }
      : {}),
    title,
    published: metadata.published ?? scrapedDate(blocks[0]?.text ?? ''),
    ...clean(blocks, title),
  };
}

/**
 * Finds a headline in plain text: a line above the story that is not a sentence. Returns null if no story
 * follows, or if the line might be something else (a caption, a label with a colon).
 */
function headlineOf(blocks: readonly Block[]): string | null {
  const marked = blocks.find(({ kind }) => kind === 'heading');
  if (marked) return blocks.indexOf(marked) <= 2 ? marked.text : null;
  const [first, second, third] = clean(blocks.slice(0, 8), null).paragraphs;
  if (!first || !second || first.afterBreak) return null;
  const looksLikeOne =
    first.text.length <= 150 &&
    wordCount(first.text) >= 4 &&
    /^["“‘]?[\p{Lu}\p{N}]/u.test(first.text) &&
    !endsAsSentence(first.text) &&
    !/[:;,–—-]$/.test(first.text) &&
    endsAsSentence(second.text) &&
    (wordCount(second.text) > 8 || (third !== undefined && areTurns(second.text, third.text)));
  return looksLikeOne ? first.text : null;
}
