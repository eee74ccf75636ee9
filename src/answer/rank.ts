import type { Archive } from '../archive/archive.js';
import type { ArchivedArticle, Sentence } from '../archive/passage.js';
import type { Day } from '../text/dates/calendar.js';
import { withNamesMeant } from './called-by-role.js';
import type { Candidate } from './candidate.js';
import { FEATURE_NAMES, FEATURES, type FeatureName } from './features/index.js';
import { type Question, readQuestion } from './question.js';
import { makeCandidates, matchTerms, retrieveCandidates } from './retrieve.js';
import { preferAnswering } from './spans/prefer-answering.js';
import weights from './weights.json' with { type: 'json' };

/** A candidate with its score. */
export interface RankedSentence {
  readonly article: ArchivedArticle;
  readonly sentence: Sentence;
  /** Sum of weighted features; comparable within one question. */
  readonly score: number;
  /** In the order of FEATURE_NAMES. */
  readonly features: readonly number[];
  readonly candidate: Candidate;
}

// A feature that the learner dropped has no weight.
const WEIGHTS: readonly number[] = FEATURE_NAMES.map(
  (name) => (weights.features as Readonly<Record<string, number>>)[name] ?? 0,
);

/** What some features add to the score of a sentence. */
export function worthOf({ features }: RankedSentence, names: readonly FeatureName[]): number {
  return names.reduce((sum, name) => {
    const at = FEATURE_NAMES.indexOf(name);
    return sum + (features[at] ?? 0) * (WEIGHTS[at] ?? 0);
  }, 0);
}

/** Scores candidates by a linear combination of their features, best first. */
export function rankCandidates(candidates: readonly Candidate[]): RankedSentence[] {
  return candidates
    .map((candidate) => {
      const features = FEATURE_NAMES.map((name) => FEATURES[name](candidate));
      const score = features.reduce((sum, value, index) => sum + value * (WEIGHTS[index] ?? 0), 0);
      return { article: candidate.article, sentence: candidate.sentence, score, features, candidate };
    })
    .sort((a, b) => b.score - a.score || compareIds(a, b));
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
  const found = await retrieveCandidates(archive, await matchTerms(archive, read, asked));
  const meant = withNamesMeant(read, found);
  const candidates =
    meant === null ? found : await retrieveCandidates(archive, await matchTerms(archive, meant, asked));
  return preferAnswering(rankCandidates(candidates));
}

/** Ranks given sentences of the archive, each taken for a passage of its own: for measuring answer-sentence selection. */
export async function rankAmong(
  archive: Archive,
  question: string,
  among: readonly { readonly article: ArchivedArticle; readonly sentence: Sentence }[],
): Promise<RankedSentence[]> {
  const matcher = await matchTerms(archive, readQuestion(question));
  const pool = among.map(({ article, sentence }) => ({
    article,
    sentence,
    first: sentence.number,
    last: sentence.number,
    passageScore: 1,
    passageRank: 0,
  }));
  return preferAnswering(rankCandidates(makeCandidates(pool, matcher)));
}

// Equal scores are ordered by name, so that an answer does not depend on the order of files.
function compareIds(a: RankedSentence, b: RankedSentence): number {
  if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
  return a.sentence.number - b.sentence.number;
}
