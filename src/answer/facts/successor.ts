import type { Candidate } from '../candidate.js';
import { type Fact, LOOKED_AT } from './fact.js';

const SUCCEEDING =
  /^(?:replac(?:e|es|ed|ing|ement)|succeed(?:s|ed|ing)?|succession|successor|appoint(?:s|ed|ment)?|named|elected|sworn|inherit(?:s|ed)?)$/;
/** "Takes over", "stepped in": two words. */
const SUCCEEDING_PHRASE = /\b(?:tak(?:e|es|ing|en)|took) (?:over|charge|office)\b|\bstep(?:s|ped)? in\b/i;
const ASKS_SUCCESSOR =
  /\b(?:replac\w+|succeed\w*|successor|appointed|named as|(?:tak(?:e|es|en|ing)|took) over|new (?:leader|head|chief|boss|commander|president|prime|minister|chair\w*|director|ceo|coach))\b/i;

/** "Who replaced him": no good candidate speaks of anybody's coming into anything. */
export const noSuccessor: Fact = ({ candidate }, ranked) => {
  const { kind, text } = candidate.matcher.question;
  if (kind !== 'person' || !ASKS_SUCCESSOR.test(text)) return 0;
  return ranked.slice(0, LOOKED_AT).some((item) => tellsOfSuccession(item.candidate)) ? 0 : 1;
};

function tellsOfSuccession({ analysed: { tokens, text } }: Candidate): boolean {
  return tokens.some(({ word }) => SUCCEEDING.test(word)) || SUCCEEDING_PHRASE.test(text);
}
