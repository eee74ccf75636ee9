import type { ArchivedArticle } from '../archive/passage.js';
import { addDays } from '../text/dates/calendar.js';
import { resolveDates } from '../text/dates/dates.js';
import { RELATED, relatedTerms } from '../text/lexicon/related-words.js';
import { findQuantities, type Quantity } from '../text/quantities.js';
import { type Token, tokenise } from '../text/tokens.js';
import { averageLinkage } from './clusters.js';
import { outletsOf } from './outlets.js';
import { dayOfArticle } from './schedule/period.js';
import { firstSentences, type StorySentence } from './story-sentences.js';

/** A figure as an article prints it. */
export interface FigureMention extends StorySentence {
  /** The figure with the words that it counts: "about 180 legislators". */
  readonly value: string;
}

interface Mention extends FigureMention {
  readonly quantity: Quantity;
  /** What it counts; empty for a tally or a sum of money. */
  readonly counted: readonly Word[];
  /** The words around the figure, including what it counts. */
  readonly frame: readonly Word[];
}

interface Word {
  readonly term: string;
  /** Terms that news uses for the same thing. */
  readonly related: readonly string[];
}

/** How many words on either side of a figure are read to tell what it is about. */
const FRAME_WORDS = 6;
/**
 * Frames that share this many words are about the same thing. If they share fewer, a third figure has to link
 * them.
 */
const SURE_WORDS = 3;
const LIKELY_WORDS = 2;
/** Figures that differ by more than this factor are probably about two things. */
const MOST_RATIO = 2;
/**
 * Smaller numbers are everywhere ("two sides"). They are worth a line only if they count people harmed or
 * held.
 */
const TELLING_NUMBER = 10;
const HARM: ReadonlySet<string> = new Set(
  'kill dead die death fatal toll injur wound hurt miss arrest detain hospit rescu'.split(' '),
);
/** How many differing figures are shown for a story. The ones that most outlets give come first. */
const MOST_THINGS = 2;
/** A sentence whose dates are all further back than this is background, not the day's news. */
const BACKGROUND_DAYS = 31;
const KINDS: ReadonlySet<Quantity['kind']> = new Set(['count', 'money', 'percent', 'measure']);
/** "158 did not attend" counts another thing than "170 voted"; "5,200 troops could not …" counts the same. */
const NEGATION =
  /\b(?:did|does|do|was|were|is|are|has|have|had)(?:n['’]t| not)\b|\b(?:no|never|without|nobody|none)\b/i;

/**
 * Finds the things for which outlets give different figures. Returns one list for each thing, with the first
 * figure of every article that has one. Two figures are of the same thing if they count related things in
 * related words ("173 of the 329 lawmakers" and "about 180 legislators", both near "vote").
 */
export function findDifferingFigures(articles: readonly ArchivedArticle[]): FigureMention[][] {
  const mentions = firstSentences(articles).flatMap(readMentions);
  const likeness = (left: number, right: number): number => {
    const [a, b] = [mentions[left], mentions[right]];
    return a && b ? sameThing(a, b) : 0;
  };
  return averageLinkage(mentions.length, LIKELY, likeness)
    .filter((group) => group.some((a) => group.some((b) => likeness(a, b) === SURE)))
    .map((group) => firstOfEachOutlet(group.flatMap((at) => mentions[at] ?? [])))
    .filter((group) => new Set(group.map(({ quantity }) => quantity.value)).size > 1)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_THINGS)
    .map((group) => group.map(({ article, sentence, value }) => ({ article, sentence, value })));
}

function firstOfEachOutlet(mentions: readonly Mention[]): Mention[] {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    const outlet = outletsOf(mention.article)[0]?.key ?? '';
    if (!first.has(outlet)) first.set(outlet, mention);
  }
  return [...first.values()];
}

function readMentions({ article, sentence }: StorySentence): Mention[] {
  if (NEGATION.test(sentence.text) || isBackground(article, sentence)) return [];
  const tokens = tokenise(sentence.text);
  return findQuantities(sentence.text, tokens)
    .filter(({ kind }) => KINDS.has(kind))
    .map((quantity) => ({
      article,
      sentence,
      quantity,
      value: printed(sentence.text, tokens, quantity),
      counted: quantity.counted.map(readWord),
      frame: frameOf(tokens, quantity).map(readWord),
    }))
    .filter(isTelling);
}

function isBackground(article: ArchivedArticle, { text }: StorySentence['sentence']): boolean {
  const day = dayOfArticle(article);
  if (day === null) return false;
  const dates = resolveDates(text, article.published);
  return dates.length > 0 && dates.every(({ to }) => to < addDays(day, -BACKGROUND_DAYS));
}

function frameOf(tokens: readonly Token[], { first, last }: Quantity): string[] {
  const telling = (token: Token): boolean => !token.stop && !/^\d/.test(token.word);
  const before = tokens.slice(0, first).filter(telling).slice(-FRAME_WORDS);
  const after = tokens
    .slice(last + 1)
    .filter(telling)
    .slice(0, FRAME_WORDS);
  return [...new Set([...before, ...after].map(({ term }) => term))];
}

/** Returns the figure with the words up to the end of what it counts: "173 of the 329 Iraqi lawmakers". */
function printed(text: string, tokens: readonly Token[], { start, end, last, counted }: Quantity): string {
  let stop = end;
  let at = last + 1;
  for (const term of counted) {
    while (at < tokens.length && tokens[at]?.term !== term) at += 1;
    stop = tokens[at]?.end ?? stop;
  }
  return text.slice(start, stop).replace(/^(?:the|an) /i, '');
}

/**
 * Returns whether a figure is worth comparing. "Hundreds" is not; nor is a bare "96", which is an age or a
 * number on a shirt. A tally ("170-0") is.
 */
function isTelling({ quantity: { kind, value }, value: text, counted, frame }: Mention): boolean {
  if (value === null) return false;
  if (kind === 'count' && counted.length === 0 && !/^\d+[-–]\d+$/.test(text)) return false;
  return kind !== 'count' || value >= TELLING_NUMBER || frame.some(({ term }) => HARM.has(term));
}

const SURE = 1;
const LIKELY = 0.5;

function sameThing(a: Mention, b: Mention): number {
  if (a.article === b.article || a.quantity.kind !== b.quantity.kind) return 0;
  const [low, high] = [a.quantity.value ?? 0, b.quantity.value ?? 0].sort((x, y) => x - y);
  if ((high ?? 0) > (low ?? 0) * MOST_RATIO) return 0;
  if (a.counted.length > 0 && b.counted.length > 0 && sharedWords(a.counted, b.counted) === 0) return 0;
  const shared = sharedWords(a.frame, b.frame);
  if (shared >= SURE_WORDS) return SURE;
  return shared >= LIKELY_WORDS ? LIKELY : 0;
}

/** Counts the words of one list that have an equal or a related word in the other. */
function sharedWords(a: readonly Word[], b: readonly Word[]): number {
  const left = new Set(b.map(({ term }) => term));
  let shared = 0;
  for (const { term, related } of a) {
    const match = left.has(term) ? term : related.find((other) => left.has(other));
    if (match === undefined) continue;
    left.delete(match);
    shared += 1;
  }
  return shared;
}

function readWord(term: string): Word {
  const close = [...relatedTerms(term)].filter(([, strength]) => strength >= RELATED.news);
  return { term, related: close.map(([other]) => other) };
}
