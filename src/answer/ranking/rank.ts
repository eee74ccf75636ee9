import type { Archive } from '../../archive/archive.js';
import type { ArchivedArticle, Sentence } from '../../archive/passage.js';
import type { Day } from '../../text/dates/calendar.js';
import { FOUND } from '../question/match-strength.js';
import { type Question, readQuestion } from '../question/question.js';
import { type Candidate, makeCandidates, matchTerms, retrieveCandidates } from '../retrieval/candidates.js';
import { TYPES } from '../types/index.js';
import type { ValueSpan } from '../types/value-span.js';
import type { ScoredCandidate } from './features/feature.js';
import { FEATURE_NAMES, FEATURES } from './features/index.js';
import weights from './weights.json' with { type: 'json' };

/** A candidate with its score. */
export interface RankedSentence extends ScoredCandidate {
  /** Sum of weighted features: a log-likelihood, as the ranker learns it; comparable within one question. */
  readonly score: number;
  /** In the order of FEATURE_NAMES. */
  readonly features: readonly number[];
}

// A feature that the learner dropped has no weight.
const WEIGHTS: readonly number[] = FEATURE_NAMES.map(
  (name) => (weights as Readonly<Record<string, number>>)[name] ?? 0,
);

/** Scores candidates by a linear combination of their features, best first. */
export function rankCandidates(candidates: readonly Candidate[]): RankedSentence[] {
  return candidates
    .map((candidate) => {
      const scored = { ...candidate, spans: newSpans(candidate) };
      const features = FEATURE_NAMES.map((name) => FEATURES[name](scored));
      const score = features.reduce((sum, value, index) => sum + value * (WEIGHTS[index] ?? 0), 0);
      return { ...scored, score, features };
    })
    .sort((a, b) => b.score - a.score || compareIds(a, b));
}

/** The spans of the wanted type that are not the question's own words; none yet for noun phrases, which cost more. */
function newSpans(candidate: Candidate): ValueSpan[] {
  const { question } = candidate.matcher;
  if (question.type === 'thing') return [];
  return TYPES[question.type]
    .spans(candidate.analysed, question)
    .filter((span) => !ownWords(candidate, span));
}

/**
 * Whether a span is no news: more than half of its content words are the question's, or somebody's surname is. "Thomas Tuchel"
 * does not answer who replaced Tuchel.
 */
export function ownWords(
  { matcher, analysed: { forms }, evidence: { places } }: Candidate,
  { first, last }: ValueSpan,
): boolean {
  const isOwn = (at: number): boolean =>
    places.some((place) => place.at === at && place.match.strength >= FOUND);
  let [content, known] = [0, 0];
  for (let at = first; at <= last; at++) {
    if (forms[at]?.stop) continue;
    content += 1;
    if (isOwn(at)) known += 1;
  }
  const isKnownName = matcher.question.type === 'person' && isOwn(last);
  return isKnownName || (content > 0 && known > content / 2);
}

/**
 * The archive's sentences that may answer a question, best first.
 * @param asked the day on which it is asked, if known
 */
export async function rankSentences(
  archive: Archive,
  question: string | Question,
  asked: Day | null = null,
): Promise<RankedSentence[]> {
  const read = typeof question === 'string' ? readQuestion(question) : question;
  return rankCandidates(await retrieveCandidates(archive, await matchTerms(archive, read, asked)));
}

/** Ranks given sentences of the archive, each taken for a passage of its own: for measuring answer-sentence selection. */
export async function rankAmong(
  archive: Archive,
  question: string,
  among: readonly { readonly article: ArchivedArticle; readonly sentence: Sentence }[],
): Promise<RankedSentence[]> {
  const matcher = await matchTerms(archive, readQuestion(question), null);
  const pool = among.map(({ article, sentence }) => ({
    article,
    sentence,
    first: sentence.number,
    last: sentence.number,
    passageScore: 1,
  }));
  return rankCandidates(makeCandidates(pool, matcher));
}

// Equal scores are ordered by name, so that an answer does not depend on the order of files.
function compareIds(a: Candidate, b: Candidate): number {
  if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
  return a.sentence.number - b.sentence.number;
}
