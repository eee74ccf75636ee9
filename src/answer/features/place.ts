import type { Feature } from '../candidate.js';

/** Where a sentence stands, how it compares with the rest of the pool, and whether it stands on its own. */

export const passageScore: Feature = ({ scores }) => scores.passage;
export const passageRank: Feature = ({ scores }) => 1 / (1 + scores.passageRank);
export const sentenceScore: Feature = ({ scores }) => scores.sentence;
export const bestOfPassage: Feature = ({ scores }) => (scores.gapInPassage === 0 ? 1 : 0);
export const gapInPassage: Feature = ({ scores }) => scores.gapInPassage;

/** Words on a logarithmic scale: 0.5 for seven, 1 for fifty. */
export const length: Feature = ({ analysed }) => Math.log(1 + analysed.tokens.length) / Math.log(51);
/** A fragment. */
export const veryShort: Feature = ({ analysed }) => (analysed.tokens.length < 6 ? 1 : 0);
/** Opens the article. */
export const lead: Feature = ({ sentence }) => (sentence.number === 0 ? 1 : sentence.number < 3 ? 0.5 : 0);
/** The further down, the less: 1 for the first sentence, .1 for the tenth. */
export const early: Feature = ({ sentence }) => 1 / (1 + sentence.number);
export const opensParagraph: Feature = ({ article, sentence }) =>
  article.sentences[sentence.number - 1]?.paragraph !== sentence.paragraph ? 1 : 0;
export const closesParagraph: Feature = ({ article, sentence }) =>
  article.sentences[sentence.number + 1]?.paragraph !== sentence.paragraph ? 1 : 0;
/** A question does not answer. */
export const asks: Feature = ({ sentence }) => (/\?["”’)]*$/.test(sentence.text) ? 1 : 0);

const DANGLING =
  /^["“‘]?(?:he|she|it|they|this|that|these|those|his|her|its|their|the (?:former|latter)|such)\b/i;

/** Its subject is named elsewhere. */
export const dangling: Feature = ({ sentence }) => (DANGLING.test(sentence.text) ? 1 : 0);

/** Its subject is named elsewhere, and the sentence before has a name that the question asks about. */
export const danglingResolved: Feature = ({ sentence, matcher, evidence, surroundings }) => {
  if (!DANGLING.test(sentence.text) || !surroundings.previous) return 0;
  const { previous } = surroundings;
  return matcher.coverage(
    matcher.question.terms.map(({ particular }, index) =>
      particular ? Math.max(0, (previous.strengths[index] ?? 0) - (evidence.strengths[index] ?? 0)) : 0,
    ),
  );
};
