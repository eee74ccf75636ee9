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
  const pool = await poolOf(archive, hits);
  return makeCandidates(
    pool.filter(({ article }) => !cameLater(article, period.asked)),
    matcher,
  );
}

/** Nobody asks about what is not printed yet. */
function cameLater({ published, added }: ArchivedArticle, asked: Day | null): boolean {
  const day = dayOfTimestamp(published ?? added ?? '');
  return asked !== null && day !== null && day > asked;
}

async function poolOf(archive: Archive, hits: readonly PassageHit[]): Promise<PoolEntry[]> {
  const ids = [...new Set(hits.map(({ passage }) => passage.article))];
  const articles = new Map(
    await Promise.all(ids.map(async (id) => [id, await archive.article(id)] as const)),
  );
  return hits.flatMap(({ passage: { article: id, first, last }, score }) => {
    const article = articles.get(id);
    return article === undefined
      ? []
      : article.sentences
          .slice(first, last + 1)
          .map((sentence) => ({ article, sentence, first, last, passageScore: score }));
  });
}

/** Turns sentences into candidates: keeps the most promising and sets each against the others. */
export function makeCandidates(pool: readonly PoolEntry[], matcher: TermMatcher): Candidate[] {
  const scored = pool.flatMap((entry) => {
    const analysed = analysedArticle(entry.article).sentence(entry.sentence.number);
    if (analysed === null) return [];
    const evidence = matcher.evidence(analysed);
    return { entry, analysed, evidence, score: sentenceScore(matcher, analysed, evidence) };
  });
  const bestPassage = pool.reduce((best, { passageScore }) => Math.max(best, passageScore), Number.MIN_VALUE);
  const bestSentence = scored.reduce((best, { score }) => Math.max(best, score), Number.MIN_VALUE);
  const passages = new Map<string, number[]>();
  const articles = new Map<string, number[]>();
  for (const { entry, evidence } of scored) {
    const key = passageKey(entry);
    passages.set(key, strongest(passages.get(key) ?? [], evidence.strengths));
    articles.set(entry.article.id, strongest(articles.get(entry.article.id) ?? [], evidence.strengths));
  }
  return scored
    .map((item) => ({
      ...item,
      promise: item.score / bestSentence + 0.5 * (item.entry.passageScore / bestPassage),
    }))
    .sort((a, b) => b.promise - a.promise)
    .slice(0, CANDIDATE_LIMIT)
    .map(({ entry, analysed, evidence, score }) => ({
      article: entry.article,
      sentence: entry.sentence,
      matcher,
      analysed,
      evidence,
      surroundings: {
        ...neighbours(entry),
        passage: passages.get(passageKey(entry)) ?? [],
        article: articles.get(entry.article.id) ?? [],
      },
      scores: { passage: entry.passageScore / bestPassage, sentence: score / bestSentence },
    }));
}

const passageKey = ({ article, first }: PoolEntry): string => `${article.id}#${first}`;

// Sentences are short and repeat little: a low k1 and b measured better than BM25's usual 1.2 and .75.
const K1 = 0.6;
const B = 0.4;
const USUAL_LENGTH = 25;

/** BM25 of a sentence in which a related word counts by its strength. */
function sentenceScore(matcher: TermMatcher, { tokens }: AnalysedText, { places }: TermEvidence): number {
  // Most sentences of the pool hold no word of the question.
  if (places.length === 0) return 0;
  const frequency = matcher.weights.map(() => 0);
  for (const { match } of places) frequency[match.index] = (frequency[match.index] ?? 0) + match.strength;
  const norm = K1 * (1 - B + (B * tokens.length) / USUAL_LENGTH);
  return frequency.reduce(
    (sum, tf, index) => sum + ((matcher.weights[index] ?? 0) * tf * (K1 + 1)) / (tf + norm),
    0,
  );
}

function strongest(left: readonly number[], right: readonly number[]): number[] {
  return right.map((strength, index) => Math.max(strength, left[index] ?? 0));
}

function neighbours({ article, sentence }: PoolEntry): Omit<Surroundings, 'passage' | 'article'> {
  const analysed = analysedArticle(article);
  return {
    previous: sentence.afterBreak ? null : analysed.sentence(sentence.number - 1),
    title: analysed.title,
  };
}
