import type { Archive } from '../archive/archive.js';
import type { ArchivedArticle, Sentence } from '../archive/passage.js';
import type { PassageHit } from '../archive/passage-index.js';
import type { Day } from '../text/dates/calendar.js';
import { usualPassageShare } from '../text/lexicon/common-words.js';
import { type AnalysedText, analyseText } from './analysed-text.js';
import { findAnswerSpans } from './answer-spans.js';
import { askedPeriod } from './asked-period.js';
import type { Candidate, Surroundings } from './candidate.js';
import type { Question } from './question.js';
import { type TermEvidence, TermMatcher } from './term-matcher.js';

/** So many passages are fetched for a question. */
const PASSAGE_LIMIT = 40;
/** So many of their sentences are looked at closely. */
export const CANDIDATE_LIMIT = 80;

/** A sentence of a fetched passage. */
export interface PoolEntry {
  readonly article: ArchivedArticle;
  readonly sentence: Sentence;
  /** Sentence numbers of its passage, both inclusive. */
  readonly first: number;
  readonly last: number;
  readonly passageScore: number;
  readonly passageRank: number;
}

/**
 * A few articles do not tell which words are rare: in five of them "final" may be missing and "parliament" common. So the
 * archive is thought to hold so many passages of usual English besides; in a large archive they do not matter.
 */
const USUAL_PASSAGES = 1_000;

/**
 * Weighs the question's terms by how rare they are in the archive.
 * @param asked the day on which it is asked, if known
 */
export async function matchTerms(
  archive: Archive,
  question: Question,
  asked: Day | null = null,
): Promise<TermMatcher> {
  const frequencies = await archive.documentFrequencies(question.terms.map(({ term }) => term));
  const idf = question.terms.map(({ term }, index) =>
    inverseDocumentFrequency(
      (frequencies[index] ?? 0) + USUAL_PASSAGES * usualPassageShare(term),
      archive.passageCount + USUAL_PASSAGES,
    ),
  );
  return new TermMatcher(question, idf, archive.passageCount, askedPeriod(question.text, asked));
}

/** Robertson and Spärck Jones' idf in the form that stays positive (as in Lucene and MiniSearch). */
export function inverseDocumentFrequency(frequency: number, count: number): number {
  return Math.log(1 + (Math.max(0, count - frequency) + 0.5) / (frequency + 0.5));
}

/** The sentences of the passages that BM25 finds, at most `CANDIDATE_LIMIT`, as candidates for an answer. */
export async function retrieveCandidates(archive: Archive, matcher: TermMatcher): Promise<Candidate[]> {
  const { question } = matcher;
  const hits = await archive.search({
    terms: question.terms.map(({ term, share, known }) => ({ term, weight: share, fuzzy: !known })),
    limit: PASSAGE_LIMIT,
  });
  return makeCandidates(await poolOf(archive, hits), matcher);
}

async function poolOf(archive: Archive, hits: readonly PassageHit[]): Promise<PoolEntry[]> {
  const pool = await Promise.all(
    hits.map(async ({ passage, score }, passageRank) => {
      const article = await archive.article(passage.article);
      const sentences = article?.sentences.slice(passage.first, passage.last + 1) ?? [];
      const { first, last } = passage;
      return sentences.flatMap((sentence) =>
        article ? [{ article, sentence, first, last, passageScore: score, passageRank }] : [],
      );
    }),
  );
  return pool.flat();
}

/** Turns sentences into candidates: keeps the most promising and sets each against the others. */
export function makeCandidates(pool: readonly PoolEntry[], matcher: TermMatcher): Candidate[] {
  const scored = pool.map((entry) => {
    const analysed = analyseText(entry.sentence.text);
    const evidence = matcher.evidence(analysed);
    return { entry, analysed, evidence, score: sentenceBm25(matcher, analysed, evidence) };
  });
  const bestPassage = Math.max(...pool.map(({ passageScore }) => passageScore), Number.MIN_VALUE);
  const bestSentence = Math.max(...scored.map(({ score }) => score), Number.MIN_VALUE);
  const bestInPassage = new Map<string, number>();
  const passageKey = ({ article, first }: PoolEntry): string => `${article.id}#${first}`;
  for (const { entry, score } of scored) {
    const key = passageKey(entry);
    bestInPassage.set(key, Math.max(bestInPassage.get(key) ?? 0, score));
  }
  const promising = scored
    .map((item) => ({
      ...item,
      promise: item.score / bestSentence + 0.5 * (item.entry.passageScore / bestPassage),
    }))
    .sort((a, b) => b.promise - a.promise)
    .slice(0, CANDIDATE_LIMIT);
  const passages = new Map<string, readonly number[]>();
  const articles = new Map<string, number[]>();
  for (const { entry, evidence } of scored)
    articles.set(entry.article.id, strongest(articles.get(entry.article.id) ?? [], evidence.strengths));
  return promising.map(({ entry, analysed, evidence, score }) => {
    const key = passageKey(entry);
    const passage = passages.get(key) ?? passageStrengths(entry, matcher);
    passages.set(key, passage);
    return {
      article: entry.article,
      sentence: entry.sentence,
      matcher,
      analysed,
      evidence,
      spans: findAnswerSpans(matcher, analysed),
      surroundings: {
        ...neighbours(entry, matcher),
        passage,
        article: articles.get(entry.article.id) ?? [],
      },
      scores: {
        passage: entry.passageScore / bestPassage,
        passageRank: entry.passageRank,
        sentence: score / bestSentence,
        gapInPassage: (score - (bestInPassage.get(key) ?? 0)) / bestSentence,
      },
    };
  });
}

// Sentences are short and repeat little: a low k1 and b measured better than BM25's usual 1.2 and .75.
const K1 = 0.6;
const B = 0.4;
const USUAL_LENGTH = 25;

/** BM25 of a sentence in which a related word counts by its strength. */
function sentenceBm25(matcher: TermMatcher, analysed: AnalysedText, evidence: TermEvidence): number {
  const frequencies = matcher.question.terms.map(() => 0);
  for (const { match } of evidence.places) {
    frequencies[match.index] = (frequencies[match.index] ?? 0) + match.strength;
  }
  const norm = K1 * (1 - B + (B * analysed.tokens.length) / USUAL_LENGTH);
  let score = 0;
  for (const [index, frequency] of frequencies.entries()) {
    score += ((matcher.weights[index] ?? 0) * frequency * (K1 + 1)) / (frequency + norm);
  }
  return score;
}

function passageStrengths(entry: PoolEntry, matcher: TermMatcher): readonly number[] {
  return entry.article.sentences
    .slice(entry.first, entry.last + 1)
    .map((sentence) => matcher.evidence(analyseText(sentence.text)).strengths)
    .reduce<readonly number[]>(strongest, []);
}

function strongest(left: readonly number[], right: readonly number[]): number[] {
  return right.map((strength, index) => Math.max(strength, left[index] ?? 0));
}

function neighbours(entry: PoolEntry, matcher: TermMatcher): Omit<Surroundings, 'passage' | 'article'> {
  const { article, sentence } = entry;
  const before = sentence.afterBreak ? undefined : article.sentences[sentence.number - 1];
  const after = article.sentences[sentence.number + 1];
  // An article without a headline says what it is about in its first sentence.
  const headline = article.title ?? article.sentences[0]?.text;
  const previousText = before ? analyseText(before.text) : null;
  return {
    previousText,
    previous: previousText && matcher.evidence(previousText),
    next: after && !after.afterBreak ? matcher.evidence(analyseText(after.text)) : null,
    title: headline === undefined ? null : matcher.evidence(analyseText(headline)),
  };
}
