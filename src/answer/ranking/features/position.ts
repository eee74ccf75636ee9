import type { Feature } from './feature.js';

/** Where a sentence stands, how it compares with the rest of the pool, and whether it stands on its own. */

export const passageScore: Feature = ({ scores }) => scores.passage;
export const sentenceScore: Feature = ({ scores }) => scores.sentence;
/** A fragment. */
export const veryShort: Feature = ({ analysed }) => (analysed.forms.length < 6 ? 1 : 0);
/** The further down, the less: 1 for the first sentence, .1 for the tenth. */
export const early: Feature = ({ sentence }) => 1 / (1 + sentence.number);
export const opensParagraph: Feature = ({ article, sentence }) =>
  article.sentences[sentence.number - 1]?.paragraph !== sentence.paragraph ? 1 : 0;
/** A question does not answer. */
export const asks: Feature = ({ sentence }) => (/\?["”’)]*$/.test(sentence.text) ? 1 : 0);
