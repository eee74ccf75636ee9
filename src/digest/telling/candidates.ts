import type { ArchivedArticle } from '../../archive/passage.js';
import { dot, sum, type TermVector } from '../term-vector.js';
import { sentencesWithBareNames } from './bare-names.js';
import { type OwnFeatures, ownFeatures } from './own-features.js';
import type { ReadSentence } from './read-sentences.js';
import { continues, standsAlone } from './stands-alone.js';

/** A sentence that a digest may quote. */
export interface SentenceCandidate extends ReadSentence {
  /**
   * Similarity to each sentence of the story, in the story's order. It is 0 for sentences of the same article
   * and for copies.
   */
  readonly similarities: readonly number[];
  /** The sentence right before it, without which it cannot be understood; null if it stands alone. */
  readonly leansOn: ReadSentence | null;
  /** It names somebody by surname alone whom its article names in full further up. */
  readonly hasBareName: boolean;
  readonly own: OwnFeatures;
  /** How much of its article's title it says, 0 to 1; 0 if there is no title. */
  readonly titleLikeness: number;
  /** How close its article is to the middle of the story; 1 for the closest. */
  readonly articleCentrality: number;
}

/** News says early what happened; sentences further down are background, and not considered. */
const STATEMENTS_CONSIDERED = 15;
/** Sentences more alike than this are copies of each other: they corroborate nothing. */
const COPY = 0.9;

/** Returns the sentences that may be told: those that stand alone, and those that continue the one before. */
export function findCandidates(
  sentences: readonly ReadSentence[],
  titleOf: (article: ArchivedArticle) => TermVector,
): SentenceCandidate[] {
  const articles = [...new Set(sentences.map(({ article }) => article))];
  const bare = new Set(articles.flatMap((article) => [...sentencesWithBareNames(article)]));
  const centrality = articleCentralities(sentences);
  return sentences.flatMap((read, at): SentenceCandidate[] => {
    const { text } = read.sentence;
    if (read.statementsBefore >= STATEMENTS_CONSIDERED) return [];
    const before = sentences[at - 1];
    const alone = standsAlone(text);
    const leansOn =
      !alone && before !== undefined && follows(read, before) && continues(text) ? before : null;
    if (!alone && leansOn === null) return [];
    return [
      {
        ...read,
        similarities: sentences.map((other) => {
          const similarity = other.article === read.article ? 0 : dot(read.vector, other.vector);
          return similarity > COPY ? 0 : similarity;
        }),
        leansOn,
        hasBareName: bare.has(read.sentence),
        own: ownFeatures(read),
        titleLikeness: dot(read.vector, titleOf(read.article)),
        articleCentrality: centrality.get(read.article) ?? 0,
      },
    ];
  });
}

function follows(sentence: ReadSentence, before: ReadSentence): boolean {
  return sentence.article === before.article && !sentence.sentence.afterBreak;
}

function articleCentralities(sentences: readonly ReadSentence[]): Map<ArchivedArticle, number> {
  const vectors = new Map<ArchivedArticle, TermVector>();
  for (const { article, vector } of sentences)
    vectors.set(article, sum([vectors.get(article) ?? new Map(), vector]));
  const unit = new Map([...vectors].map(([article, vector]) => [article, scaledToUnit(vector)]));
  const centre = sum(unit.values());
  const likeness = new Map([...unit].map(([article, vector]) => [article, dot(vector, centre)]));
  const most = Math.max(...likeness.values()) || 1;
  return new Map([...likeness].map(([article, value]) => [article, value / most]));
}

function scaledToUnit(vector: TermVector): TermVector {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return new Map([...vector].map(([term, weight]) => [term, weight / length]));
}
