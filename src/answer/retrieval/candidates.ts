import type { Archive } from '../../archive/archive.js';
import { inverseDocumentFrequency } from '../../archive/bm25.js';
import type { ArchivedArticle, Sentence } from '../../archive/passage.js';
import type { PassageHit } from '../../archive/passage-index.js';
import type { AnalysedText } from '../../text/analysed-text.js';
import { type Day, dayOfTimestamp, daysBetween } from '../../text/dates/calendar.js';
import { usualPassageShare } from '../../text/lexicon/common-words.js';
import { askedPeriod } from '../question/period.js';
import type { Question } from '../question/question.js';
import { analysedArticle } from './analysed-article.js';
import { type TermEvidence, TermMatcher } from './term-matcher.js';

/** Passages fetched for a question. */
const PASSAGE_LIMIT = 60;
/** Of their sentences, those that get all features. */
export const CANDIDATE_LIMIT = 40;

/** A sentence that may answer, with all that features look at. */
export interface Candidate {
  readonly article: ArchivedArticle;
  readonly sentence: Sentence;
  readonly matcher: TermMatcher;
  readonly analysed: AnalysedText;
  /** What the sentence itself holds of the question. */
  readonly evidence: TermEvidence;
  readonly surroundings: Surroundings;
  readonly scores: PoolScores;
}

/** What stands around a sentence; null where there is nothing, or a break between. */
export interface Surroundings {
  readonly previous: AnalysedText | null;
  /** The headline, or the first sentence where there is none. */
  readonly title: AnalysedText | null;
  /** Best strength of each term over the sentences of its passage, the sentence itself among them. */
  readonly passage: readonly number[];
  /** Best strength of each term over all fetched passages of its article. */
  readonly article: readonly number[];
}

/** BM25 figures set against the rest of the pool. */
export interface PoolScores {
  /** Passage score over the best passage's, 0 to 1. */
  readonly passage: number;
  /** Sentence BM25 over the best sentence's of the pool, 0 to 1. */
  readonly sentence: number;
}

/** A sentence of a fetched passage. */
export interface PoolEntry {
  readonly article: ArchivedArticle;
  readonly sentence: Sentence;
  /** Sentence numbers of its passage, both inclusive. */
  readonly first: number;
  readonly last: number;
  readonly passageScore: number;
}

/**
 * A few articles do not tell which words are rare: in five of them "final" may be missing and "parliament" common. So the
 * archive counts as if it held this many passages of usual English besides; in a large archive they do not matter.
 */
const USUAL_PASSAGES = 1_000;

/**
 * Weighs the question's terms by how rare they are in the archive.
 * @param asked the day on which it is asked, if known
 */
export async function matchTerms(
  archive: Archive,
  question: Question,
  asked: Day | null,
): Promise<TermMatcher> {
  const frequencies = await archive.documentFrequencies(question.terms.map(({ term }) => term));
  const idf = question.terms.map(({ term }, index) =>
    inverseDocumentFrequency(
      (frequencies[index] ?? 0) + USUAL_PASSAGES * usualPassageShare(term),
      archive.passageCount + USUAL_PASSAGES,
    ),
  );
  const { said } = askedPeriod(question.text, asked);
  return new TermMatcher(question, idf, archive.passageCount, { said, asked: dayInArchive(archive, asked) });
}

/** An archive whose newest article is older than this many days is asked as on its last day. */
const STILL_FED_DAYS = 60;

/** The day of asking, as far as the archive reaches: one that ends years ago holds no news of this week. */
function dayInArchive(archive: Archive, asked: Day | null): Day | null {
  const [newest] = archive.articles();
  const last = dayOfTimestamp(newest?.published ?? newest?.added ?? '');
  const isStillFed = asked !== null && (last === null || daysBetween(last, asked) <= STILL_FED_DAYS);
  return isStillFed ? asked : last;
}

/** The sentences of the passages that BM25 finds, at most `CANDIDATE_LIMIT`, as candidates for an answer. */
export async function retrieveCandidates(archive: Archive, matcher: TermMatcher): Promise<Candidate[]> {
  const { question, period } = matcher;
  const hits = await archive.search({
    terms: question.terms.map(({ term, share, known }) => ({ term, weight: share, fuzzy: !known })),
    limit: PASSAGE_LIMIT,
  });
  return makeCandidates(await poolOf(archive, hits, period.asked), matcher);
}

/** Nobody asks about what is not printed yet. */
function cameLater({ published, added }: ArchivedArticle, asked: Day | null): boolean {
  const day = dayOfTimestamp(published ?? added ?? '');
  return asked !== null && day !== null && day > asked;
}

async function poolOf(
  archive: Archive,
  hits: readonly PassageHit[],
  asked: Day | null,
): Promise<PoolEntry[]> {
  const ids = new Set(hits.map(({ passage }) => passage.article));
  const articles = new Map<string, ArchivedArticle>();
  for (const article of await Promise.all(Array.from(ids, (id) => archive.article(id))))
    if (article !== undefined && !cameLater(article, asked)) articles.set(article.id, article);
  const pool: PoolEntry[] = [];
  for (const { passage, score } of hits) {
    const article = articles.get(passage.article);
    if (article === undefined) continue;
    const { first, last } = passage;
    for (const sentence of article.sentences.slice(first, last + 1))
      pool.push({ article, sentence, first, last, passageScore: score });
  }
  return pool;
}

/** Turns sentences into candidates: keeps the most promising and sets each against the others. */
export function makeCandidates(pool: readonly PoolEntry[], matcher: TermMatcher): Candidate[] {
  const scored: ScoredEntry[] = [];
  for (const entry of pool) {
    const analysed = analysedArticle(entry.article).sentence(entry.sentence.number);
    if (analysed === null) continue;
    const evidence = matcher.evidence(analysed);
    const score = sentenceScore(matcher, analysed, evidence);
    scored.push({ entry, analysed, evidence, score, passage: [], article: [] });
  }
  let [bestPassage, bestSentence] = [Number.MIN_VALUE, Number.MIN_VALUE];
  for (const { passageScore } of pool) bestPassage = Math.max(bestPassage, passageScore);
  for (const { score } of scored) bestSentence = Math.max(bestSentence, score);
  const passages = new Map<string, number[]>();
  const articles = new Map<string, number[]>();
  let [ofPassage, ofArticle, before]: [number[], number[], PoolEntry | undefined] = [[], [], undefined];
  for (const item of scored) {
    const { entry, evidence } = item;
    // The sentences of a passage stand one after another.
    if (entry.article !== before?.article) ofArticle = heldIn(articles, entry.article.id, evidence);
    if (entry.article !== before?.article || entry.first !== before.first)
      ofPassage = heldIn(passages, passageKey(entry), evidence);
    keepStrongest(ofPassage, evidence);
    keepStrongest(ofArticle, evidence);
    item.passage = ofPassage;
    item.article = ofArticle;
    before = entry;
  }
  const promise = ({ score, entry }: ScoredEntry): number =>
    score / bestSentence + 0.5 * (entry.passageScore / bestPassage);
  return scored
    .map((item) => ({ item, promise: promise(item) }))
    .sort((a, b) => b.promise - a.promise)
    .slice(0, CANDIDATE_LIMIT)
    .map(({ item: { entry, analysed, evidence, score, passage, article } }) => ({
      article: entry.article,
      sentence: entry.sentence,
      matcher,
      analysed,
      evidence,
      surroundings: {
        ...neighbours(entry),
        passage,
        article,
      },
      scores: { passage: entry.passageScore / bestPassage, sentence: score / bestSentence },
    }));
}

interface ScoredEntry {
  readonly entry: PoolEntry;
  readonly analysed: AnalysedText;
  readonly evidence: TermEvidence;
  readonly score: number;
  /** The best strength of each term in its passage, and in its article. */
  passage: number[];
  article: number[];
}

/** The best strength of each term in a passage or an article, so far. */
function heldIn(held: Map<string, number[]>, key: string, { strengths }: TermEvidence): number[] {
  const known = held.get(key) ?? strengths.map(() => 0);
  held.set(key, known);
  return known;
}

function keepStrongest(held: number[], { strengths, places }: TermEvidence): void {
  if (places.length === 0) return;
  for (let at = 0; at < strengths.length; at++) held[at] = Math.max(held[at] ?? 0, strengths[at] ?? 0);
}

const passageKey = ({ article, first }: PoolEntry): string => `${article.id}#${first}`;

// Sentences are short and repeat little: a low k1 and b measured better than BM25's usual 1.2 and .75.
const K1 = 0.6;
const B = 0.4;
const USUAL_LENGTH = 25;

/** BM25 of a sentence in which a related word counts by its strength. */
function sentenceScore(matcher: TermMatcher, { forms }: AnalysedText, { places }: TermEvidence): number {
  // Most sentences of the pool hold no word of the question.
  if (places.length === 0) return 0;
  const frequency = matcher.weights.map(() => 0);
  for (const { match } of places) frequency[match.index] = (frequency[match.index] ?? 0) + match.strength;
  const norm = K1 * (1 - B + (B * forms.length) / USUAL_LENGTH);
  return frequency.reduce(
    (sum, tf, index) => sum + ((matcher.weights[index] ?? 0) * tf * (K1 + 1)) / (tf + norm),
    0,
  );
}

function neighbours({ article, sentence }: PoolEntry): Omit<Surroundings, 'passage' | 'article'> {
  const analysed = analysedArticle(article);
  return {
    previous: sentence.afterBreak ? null : analysed.sentence(sentence.number - 1),
    title: analysed.title,
  };
}
