import type { PartOfSpeech } from '../../text/parts-of-speech.js';
import type { Token } from '../../text/tokens.js';

/** Positions of a noun phrase's first and last word; its head is the last. */
export interface NounPhrase {
  readonly first: number;
  readonly head: number;
}

const QUESTION_WORD = /^(?:who|whom|whose|what|which|when|where|why|how)$/;
/** "Name the author", "the name of the author", "any author": it asks like "which author". */
const NAME_OF = /^(?:of|the|a|an|one|two|three|four|five|some|all)$/;
export const AUXILIARY =
  /^(?:is|are|was|were|be|been|being|am|did|does|do|has|have|had|will|would|can|could|should|may|might|shall|must|isnt|arent|wasnt|werent|dont|doesnt|didnt|hasnt|havent|hadnt|wont|wouldnt|cant|couldnt|shouldnt|r)$/;
const DO =
  /^(?:did|does|do|has|have|had|will|would|can|could|should|may|might|shall|must|didnt|doesnt|dont)$/;
/** "Does anyone know who …" asks who. */
const HEARER = /^(?:any|some|every)(?:one|body)$|^(?:you|u|ya|we|i|somebody|people|ppl|guys)$/;
/** In "what kind of dog" the head is the dog. */
const OF_WHAT_FOLLOWS =
  /^(?:kind|kinds|type|types|sort|sorts|name|names|one|part|form|piece|group|list|number|numbers|amount|brand|breed|two|three|many|some|any|title|word|term)$/;
const DETERMINER =
  /^(?:the|a|an|his|her|its|their|my|your|our|this|that|these|those|some|any|all|each|every|both|other|another|most|more|exactly|approximately|about|u)$/;
/** They ask for what is new, whatever that is. */
const NEWS = /^(?:latest|newest|new|news|updates?|developments?)$/;
const ARTICLE = /^(?:the|a|an|his|her|its|their|my|your|our|this|that|these|those)$/;

/** Position of the word that asks; -1 where none does, as in keywords, or in what is to be answered by yes or no. */
export function questionWordAt(tokens: readonly Token[]): number {
  const opener = tokens.findIndex(({ word }) => AUXILIARY.test(word));
  return tokens.findIndex(({ word }, at) => {
    // "Did the man who fell …" asks nothing about who fell.
    if (opener >= 0 && opener < at && opener <= 1 && !HEARER.test(tokens[opener + 1]?.word ?? ''))
      return false;
    if (word === 'name')
      return (at <= 1 && NAME_OF.test(tokens[at + 1]?.word ?? '')) || (at === 0 && tokens.length > 2);
    return QUESTION_WORD.test(word);
  });
}

/**
 * The noun phrase that a question asks for: "insect" in "which insect stings", "president" in "who is the president of France",
 * "troops" in "how many troops are there", "seats" in "number of seats", "speed" in "storm eunice top wind speed". Null where no
 * noun is asked for, as in "when did it begin" and "what did the nurse say".
 */
export function askedPhrase(tokens: readonly Token[], parts: readonly PartOfSpeech[]): NounPhrase | null {
  const asking = questionWordAt(tokens);
  const word = tokens[asking]?.word;
  let at = asking + 1;
  if (word === 'how') {
    if (!/^(?:many|much)$/.test(tokens[at]?.word ?? '')) return null;
    at += 1;
    // In "how much was the team fined" it is the money that goes unnamed.
    if (AUXILIARY.test(tokens[at]?.word ?? '')) return null;
  } else if (word === 'when' || word === 'where' || word === 'why') return null;
  else if (asking < 0 && AUXILIARY.test(tokens[0]?.word ?? '')) return null;
  // What stands after "did" is who did it, not what is asked for.
  if (asking >= 0 && DO.test(tokens[at]?.word ?? '')) return null;
  // "Which of the senses", "name of the vaccine".
  if (tokens[at]?.word === 'of') at += 1;
  const isDirect =
    asking >= 0 && word !== 'name' && word !== 'how' && !AUXILIARY.test(tokens[at]?.word ?? '');
  const phrase = headOf(tokens, parts, pastDeterminers(tokens, at), asking < 0);
  if (phrase === null || NEWS.test(tokens[phrase.head]?.word ?? '')) return null;
  if (word === 'how') return withPlural(tokens, parts, phrase);
  if (isDirect) return withoutVerb(tokens, parts, phrase);
  const next = phrase.head + 1;
  const isDoing = parts[next] === 'verb' && /ing$/.test(tokens[next]?.word ?? '');
  return word === 'what' && isDoing ? null : ofWhom(tokens, parts, phrase);
}

/** In "how many murder counts" no noun but the last is one of many, though it may be taken for a verb. */
function withPlural(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  { first, head }: NounPhrase,
): NounPhrase {
  const isLast = head + 2 === tokens.length;
  const isPlural = parts[head + 1] === 'verb' && /[^s]s$/.test(tokens[head + 1]?.word ?? '');
  return isLast && isPlural ? { first, head: head + 1 } : { first, head };
}

/** "Pilot name" asks for the pilot; "last name" asks for a name. */
function ofWhom(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  { first, head }: NounPhrase,
): NounPhrase {
  const owner = tokens[head - 1]?.word ?? '';
  const isNamed = /^names?$/.test(tokens[head]?.word ?? '') && parts[head - 1] === 'noun' && head > first;
  return isNamed && !/^(?:first|last|middle|brand|pen|stage)$/.test(owner)
    ? { first, head: head - 1 }
    : { first, head };
}

/** In "what range marks the border" no other word can be the verb: it was taken for a noun, and the one before it is the head. */
function withoutVerb(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  { first, head }: NounPhrase,
): NounPhrase {
  const hasVerb = tokens.some(({ word }, at) => at > head && (parts[at] === 'verb' || AUXILIARY.test(word)));
  const next = tokens[head + 1];
  const isNoun = (at: number) => parts[at] === 'noun' || parts[at] === 'name';
  if (hasVerb || !isNoun(head - 1) || head === first) return { first, head };
  if (next === undefined) {
    const verb = tokens.findIndex(
      ({ word }, at) => at > first && at < head && isNoun(at) && /[^s]s$/.test(word),
    );
    return { first, head: verb < 0 ? head : verb - 1 };
  }
  return { first, head: next.stop && next.word !== 'of' ? head - 1 : head };
}

/** @param isKeywords where words follow one another without a sentence's order, and a word tagged as a verb may be a noun */
function headOf(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  first: number,
  isKeywords: boolean,
): NounPhrase | null {
  const phrase = phraseFrom(tokens, parts, first, isKeywords);
  if (phrase === null) return null;
  if (!isOfWhatFollows(tokens, phrase.head)) return phrase;
  return headOf(tokens, parts, pastDeterminers(tokens, phrase.head + 2), isKeywords) ?? phrase;
}

function pastDeterminers(tokens: readonly Token[], first: number): number {
  let at = first;
  while (AUXILIARY.test(tokens[at]?.word ?? '') || DETERMINER.test(tokens[at]?.word ?? '')) at += 1;
  return at;
}

/**
 * The run of adjectives, numbers, participles and nouns that begins at a position, up to its last noun. Behind "the" a noun must
 * come, whatever the words are tagged as: "the only color", "the secret of the universe".
 */
function phraseFrom(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  first: number,
  isKeywords: boolean,
): NounPhrase | null {
  const isOpened = ARTICLE.test(tokens[first - 1]?.word ?? '');
  let head = -1;
  let isCommon = false;
  let end = first;
  for (; end < tokens.length; end++) {
    const { word = '', stop = false } = tokens[end] ?? {};
    const part = parts[end];
    const next = parts[end + 1];
    const nounFollows = next === 'noun' || next === 'name' || next === 'adjective';
    // "The ballet company Mikhail Baryshnikov danced for": a name after a noun begins a clause, or only says which.
    if (part === 'name' && isCommon && !isKeywords) break;
    isCommon ||= part === 'noun' || (part === 'verb' && isOpened);
    if (part === 'noun' || part === 'name' || isOfWhatFollows(tokens, end)) head = end;
    else if (/^(?:and|or)$/.test(word) && end > first) {
      if (tokens[end + 1]?.word === 'the') end += 1;
      else if (head >= 0 && !nounFollows) break;
    } else if (stop && word !== 'most') break;
    else if (part === 'adjective' || part === 'number' || (part === 'adverb' && head < 0)) continue;
    else if (part === 'adverb' && (next === 'adjective' || next === 'verb')) continue;
    else if (part === 'verb' && (isKeywords || /ing$/.test(word)) && next === 'noun') continue;
    else if (isOpened && head < 0) continue;
    else break;
  }
  if (head < 0 && end > first && (isOpened || parts[end - 1] === 'adjective')) head = end - 1;
  return head < 0 ? null : { first, head };
}

function isOfWhatFollows(tokens: readonly Token[], at: number): boolean {
  return OF_WHAT_FOLLOWS.test(tokens[at]?.word ?? '') && tokens[at + 1]?.word === 'of';
}
