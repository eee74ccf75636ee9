import { type ArchivedArticle, storySentences } from '../../archive/passage.js';
import { addWordVector, VECTOR_SIZE, wordRarity } from '../../text/lexicon/word-vectors.js';
import { tokenise } from '../../text/tokens.js';
import { sectionsOf } from './sections.js';
import { plainTitle, TITLE_PATTERNS } from './title-patterns.js';
import { withoutQuotes } from './without-quotes.js';

/** What tells news from columns, guides and round-ups: hints by name, and what the article is about. */
export interface ArticleFeatures {
  /** 0 to 1. */
  readonly hints: Readonly<Record<string, number>>;
  /** Mean word vectors of unit length, or zeros: of the title, then of the opening. */
  readonly subject: readonly number[];
}

/** Sentences that say what an article is about. */
export const OPENING = 3;
const EARLY = 8;
const SHORT_TEXT = 180;

const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
const REPORTED = /\b(?:said|told|according to|announced|confirmed|reported)\b/g;
const ACTED =
  /\b(?:said|announced|killed|died|arrested|charged|approved|voted|signed|ruled|reported|confirmed|declared|filed|resigned|agreed|launched|won)\b/;
const READER = /\b(?:you|your|you['’]re|let['’]s)\b/g;
const WRITER = /\b(?:i|my|me|i['’]m)\b/g;
const WRITERS = /\b(?:we|our|we['’]re)\b/g;
const VIEWS =
  /(?:views|opinions) expressed|contributor to|opinion columnist|is a professor|for subscribers|board of contributors/;

export function articleFeatures(article: ArchivedArticle): ArticleFeatures {
  const sentences = storySentences(article).map(({ text }) => text);
  const title = article.title ?? '';
  const opening = sentences.slice(0, OPENING);
  return {
    hints: { ...titleHints(title), ...sectionsOf(article.url), ...textHints(sentences) },
    subject: [...meaning([title]), ...meaning(opening)],
  };
}

function titleHints(title: string): Record<string, number> {
  const plain = plainTitle(title);
  return Object.fromEntries(
    Object.entries(TITLE_PATTERNS).map(([name, pattern]) => [name, pattern.test(plain) ? 1 : 0]),
  );
}

function textHints(sentences: readonly string[]): Record<string, number> {
  const text = sentences.join('\n');
  const lower = text.toLowerCase();
  const own = withoutQuotes(lower);
  const words = Math.max(30, text.split(/\s+/).length);
  /** How often something stands in the text, 1 for at least `often` times in a hundred words. */
  const density = (matches: number, often: number): number => Math.min(1, matches / words / (often / 100));
  const beginning = sentences.slice(0, OPENING).join(' ');
  return {
    datedOpening: count(beginning, WEEKDAY) > 0 ? 1 : 0,
    datedEarly: Math.min(1, count(sentences.slice(0, EARLY).join(' '), WEEKDAY) / 3),
    reports: density(count(lower, REPORTED), 2),
    actedOpening: ACTED.test(beginning.toLowerCase()) ? 1 : 0,
    reader: density(count(lower, READER), 2),
    readerEarly: count(sentences.slice(0, 6).join(' ').toLowerCase(), READER) > 0 ? 1 : 0,
    writer: density(count(own, WRITER), 2),
    writers: density(count(own, WRITERS), 2),
    questions: density(count(text, /\?/g), 1),
    views: VIEWS.test(text) ? 1 : 0,
    short: words < SHORT_TEXT ? 1 : 0,
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The mean of the words' vectors, rare words first, of unit length. */
function meaning(texts: readonly string[]): number[] {
  const sum = new Float32Array(VECTOR_SIZE);
  for (const { word, stop } of texts.flatMap(tokenise)) {
    if (!stop) addWordVector(sum, word, wordRarity(word));
  }
  const length = Math.hypot(...sum) || 1;
  return Array.from(sum, (value) => value / length);
}
