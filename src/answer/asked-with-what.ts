import type { PartOfSpeech } from '../text/parts-of-speech.js';
import type { Token } from '../text/tokens.js';
import {
  AUXILIARIES,
  CAUSING,
  CAUSING_PHRASES,
  CLAIMS,
  CONSEQUENCES,
  LEADING_TO,
  OCCUPATIONS,
  OPINIONS,
  POSITIONS,
  PRICING_VERBS,
  SPEECH_TERMS,
} from './kind-words.js';

/** What a question with "what" turns on, by the words that follow it (`rest`). */

/** Of how many words the verb is in "what triggered it", "what led to it", "what set off the row"; 0 in other questions. */
export function asksCause([verb, particle]: readonly Token[]): number {
  if (verb === undefined || particle === undefined) return 0;
  if (CAUSING_PHRASES.has(`${verb.word} ${particle.word}`)) return 2;
  return CAUSING.has(verb.term) ? 1 : 0;
}

/** Where the word stands in "what happens if they go", "what would it lead to", "what are the effects of it"; null without one. */
export function asksConsequence(rest: readonly Token[]): number | null {
  const found = rest.findIndex(({ word, term }, at) => {
    if (term === 'happen')
      return at <= 1 && (at === 1 || word !== 'happened') && (at === 1 || hasCondition(rest));
    if (CONSEQUENCES.has(word) && at === 0) return AUXILIARIES.has(rest[1]?.word ?? '');
    if (CONSEQUENCES.has(word))
      return (
        at <= 4 &&
        AUXILIARIES.has(rest[0]?.word ?? '') &&
        rest[1]?.stop === true &&
        rest[at + 1]?.word === 'of'
      );
    if (word === 'mean') return rest[at + 1]?.word === 'for';
    return (
      LEADING_TO.has(term) &&
      at > 1 &&
      at + 2 >= rest.length &&
      /^(?:did|do|does|will|would|could|can|may|might)$/.test(rest[0]?.word ?? '')
    );
  });
  return found < 0 ? null : found;
}

const hasCondition = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }) => /^(?:if|when|once|should)$/.test(word));

/** "What was the reaction of Iran", "what are Sadr's demands". */
export function asksClaim(rest: readonly Token[], parts: readonly PartOfSpeech[]): boolean {
  return rest.some(({ word }, at) => {
    const isOfSomebody = rest[at + 1]?.word === 'of' || parts[at - 1] === 'name';
    return OPINIONS.has(word) || (CLAIMS.has(word) && isOfSomebody);
  });
}

/** "What threat did Xi make". */
export function asksClaimMade([noun, verb]: readonly Token[]): boolean {
  const isNoun = CLAIMS.has(noun?.word ?? '') || OPINIONS.has(noun?.word ?? '');
  return isNoun && AUXILIARIES.has(verb?.word ?? '');
}

/**
 * Where the words stand that only say what is asked about somebody, in "what is his *job*", "what was Soleimani's *job in Iran*",
 * "what was his *position in the army*", "what *rank* does he hold"; none in other questions.
 */
export function asksOccupation(rest: readonly Token[], parts: readonly PartOfSpeech[]): number[] {
  const last = rest.findLastIndex(({ stop }) => !stop);
  const [noun, verb] = rest;
  if (AUXILIARIES.has(verb?.word ?? '')) {
    const isHeld = /^(?:hold|held|have|had)$/.test(rest.at(-1)?.word ?? '');
    return isHeld && (OCCUPATIONS.has(noun?.word ?? '') || POSITIONS.has(noun?.word ?? '')) ? [0] : [];
  }
  const first = rest.findIndex(({ word }, at) => {
    const isPlaced = /^(?:in|at|within)$/.test(rest[at + 1]?.word ?? '');
    return OCCUPATIONS.has(word) ? at === last || parts[at - 1] === 'name' : POSITIONS.has(word) && isPlaced;
  });
  return first < 0 ? [] : [...rest.keys()].slice(first);
}

/** "What did Graham say", "what does he make of it". */
export function asksStatement(rest: readonly Token[]): boolean {
  return rest
    .slice(1)
    .some(({ word, term }, at) => SPEECH_TERMS.has(term) || (word === 'make' && rest[at + 2]?.word === 'of'));
}

/** "What was he doing in Baghdad": what took him there. */
export function asksPurpose(rest: readonly Token[]): boolean {
  const doing = rest.findIndex(({ word }) => word === 'doing');
  return doing > 1 && /^(?:in|at|here|there|near|on)$/.test(rest[doing + 1]?.word ?? '');
}

/** "What's a subpoena": the "'s" belongs to no token, but stands between them. */
export function isContracted(tokens: readonly Token[], at: number): boolean {
  const [asking, next] = [tokens[at], tokens[at + 1]];
  return /^wh(?:at|o)s$/.test(asking?.word ?? '') || (asking?.end ?? 0) + 2 < (next?.start ?? 0);
}

/** "What does it cost", "what did they pay". */
export function asksPrice(rest: readonly Token[]): boolean {
  return rest.slice(1).some(({ term }) => PRICING_VERBS.has(term));
}

/** "How did the price of oil change": a figure tells it. */
export function asksPriceChange(rest: readonly Token[]): boolean {
  const figure = rest.findIndex(({ word }) => FIGURE_THAT_CHANGES.test(word));
  return figure >= 0 && rest.slice(figure).some(({ term }) => term === 'chang');
}

const FIGURE_THAT_CHANGES = /^(?:prices?|rates?|inflation|unemployment)$/;

/** "What is an air defense identification zone": from here to the end there is one phrase with "a" or "an" before it. */
export function definesPhrase(tokens: readonly Token[], from: number): boolean {
  const phrase = tokens.slice(from + 1).filter(({ word }) => word !== 'exactly');
  return (
    /^an?$/.test(tokens[from]?.word ?? '') &&
    phrase.length > 0 &&
    phrase.length <= 5 &&
    phrase.every(({ stop }) => !stop)
  );
}
