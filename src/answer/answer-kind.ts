import { isKnownWord } from '../text/lexicon/common-words.js';
import { GIVEN_NAMES } from '../text/lexicon/name-words.js';
import { namesPlace } from '../text/lexicon/places.js';
import type { PartOfSpeech } from '../text/parts-of-speech.js';
import type { Token } from '../text/tokens.js';
import { firstNoun, nounPhrase } from './asked-phrase.js';
import {
  asksCause,
  asksClaim,
  asksClaimMade,
  asksConsequence,
  asksOccupation,
  asksPrice,
  asksPriceChange,
  asksPurpose,
  asksStatement,
  definesPhrase,
  isContracted,
} from './asked-with-what.js';
import {
  AFFECTING,
  type AnswerKind,
  AUXILIARIES,
  CHANGE_VERBS,
  CLAIMS,
  FIGURE_KINDS,
  GENERIC_HEADS,
  kindOfNoun,
  MANNER_NOUNS,
  MEASURE_WORDS,
  MONEY_NOUNS,
  MONEY_VERBS,
  NAME_PARTICLES,
  NUMBER_NOUNS,
  OPINIONS,
  PERCENT_NOUNS,
  POLITE_VERBS,
  REASON_WORDS,
  REPLY_TERMS,
  SPAN_NOUNS,
  SPEECH_TERMS,
  WEALTH_WORDS,
} from './kind-words.js';
import { asksWhether, questionWord } from './question-word.js';

export type { AnswerKind } from './kind-words.js';

/** The kind of answer wanted and the words that say so. */
export interface Wanted {
  readonly kind: AnswerKind;
  /** Token positions of the noun phrase that is asked for ("US troops" in "how many US troops"); may be empty. */
  readonly focus: readonly number[];
  /** Token positions of words that only name the kind ("year" in "what year") and need not stand in an answer. */
  readonly formal: readonly number[];
}

/** Reads from a question's words what it wants to hear. `parts` are the parts of speech of `tokens`. */
export function readWanted(tokens: readonly Token[], parts: readonly PartOfSpeech[]): Wanted {
  const at = opensWithNoun(tokens) ? -1 : questionWord(tokens);
  if (at < 0) {
    return asksWhether(tokens) ? bare('yes or no') : readKeywords(tokens, parts);
  }
  const wanted = readAsked(tokens, parts, at);
  const polite = tokens.slice(0, at).flatMap(({ word }, index) => (POLITE_VERBS.has(word) ? [index] : []));
  const belonging =
    wanted.kind === 'organisation' ? [...tokens.keys()].filter((place) => saysBelonging(tokens, place)) : [];
  return { ...wanted, formal: [...polite, ...belonging, ...wanted.formal] };
}

/** "Which university does he work at": an answer says "of" or "at", or nothing at all. */
function saysBelonging(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:work(?:s|ed|ing)?|belong(?:s|ed|ing)?|employed)$/.test(tokens[at]?.word ?? '') &&
    /^(?:at|by|for|to|with|)$/.test(tokens[at + 1]?.word ?? '')
  );
}

/** "Number of deputies who did not vote": "who" asks for nobody. */
function opensWithNoun([first, second]: readonly Token[]): boolean {
  return (
    second?.word === 'of' &&
    (NUMBER_NOUNS.has(first?.word ?? '') || /^(?:name|date|day|year|place)$/.test(first?.word ?? ''))
  );
}

/** "What exactly was his job" asks what "what was his job" does. */
const EMPHASIS = /^(?:exactly|precisely|actually|really|else)$/;

function readAsked(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number): Wanted {
  if (EMPHASIS.test(tokens[at + 1]?.word ?? '')) {
    const without = <Item>(items: readonly Item[]): Item[] => items.toSpliced(at + 1, 1);
    const { kind, focus, formal } = readAsked(without(tokens), without(parts), at);
    const shifted = (places: readonly number[]): number[] =>
      places.map((place) => (place > at ? place + 1 : place));
    return { kind, focus: shifted(focus), formal: [...shifted(formal), at + 1] };
  }
  if (asksAtLast(tokens, at)) return bare('definition');
  const word = (tokens[at]?.word ?? '').replace(/^(who|what|where|when|how)s$/, '$1');
  const next = tokens[at + 1]?.word ?? '';
  if (word === 'why') return bare('reason');
  if (word === 'where') return bare('place');
  if (word === 'when') return bare('date');
  if (word === 'whose' || word === 'whom') return bare('person');
  if (word === 'who') return asksIdentity(tokens, parts, at) ? bare('definition') : bare('person');
  if (word === 'how') return readHow(tokens, parts, at, next);
  return readWhat(tokens, parts, at);
}

/** "Kadhimiya, what is that": what is named first. */
function asksAtLast(tokens: readonly Token[], at: number): boolean {
  const asking = tokens.slice(at).map(({ word }) => word);
  return (
    at > 0 &&
    /^(?:wh(?:at|o) (?:is|are|was|were)|wh(?:at|o)s) (?:it|that|this|these|those|they|he|she)$/.test(
      asking.join(' '),
    )
  );
}

const bare = (kind: AnswerKind): Wanted => ({ kind, focus: [], formal: [] });

/** "Who is this Pompeo guy anyway": it names nobody. */
const CHATTER = /^(?:this|that|guy|dude|bloke|fellow|anyway|again|please|pls)$/;

/** "Who is Mike Pompeo?": who somebody is, rather than which person did something. */
function asksIdentity(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number): boolean {
  const rest = tokens.slice(at + 1).map((token, offset) => ({ token, part: parts[at + 1 + offset] }));
  const verb = /^(?:is|was|are|were)$/.test(rest[0]?.token.word ?? '') || isContracted(tokens, at);
  const subject = rest.filter(({ token }) => !AUXILIARIES.has(token.word) && !CHATTER.test(token.word));
  return (
    verb &&
    subject.length > 0 &&
    subject.length <= 4 &&
    subject.every(
      ({ token, part }, index) =>
        part === 'name' || /^\p{Lu}/u.test(token.text) || isPartOfName(token, index, subject.length),
    )
  );
}

/** The "al" of "al-Sadr", and in hasty typing a word that is no ordinary one: "who is zarif". */
function isPartOfName({ word, term, stop }: Token, index: number, count: number): boolean {
  if (NAME_PARTICLES.has(word)) return index < count - 1;
  return !stop && /^\p{L}+$/u.test(word) && (GIVEN_NAMES.has(word) || !isKnownWord(term));
}

/** Bare keywords: "number of US troops in iraq", "date of the vote", "saddam ousted year". */
function readKeywords(tokens: readonly Token[], parts: readonly PartOfSpeech[]): Wanted {
  const { focus, head, outer } = nounPhrase(tokens, parts, 0);
  if (NUMBER_NOUNS.has(outer) && outer !== head) return { kind: 'count', focus, formal: [] };
  const last = tokens.length - 1;
  const figure = (at: number): AnswerKind | undefined => {
    const kind = kindOfNoun(tokens[at]?.word ?? '');
    return kind !== undefined && FIGURE_KINDS.has(kind) ? kind : undefined;
  };
  const opening = focus.at(-1) ?? 0;
  const isOpened = /^(?:of|for|in|to)$/.test(tokens[opening + 1]?.word ?? '');
  if (isOpened && REASON_WORDS.has(head)) return { kind: 'reason', focus: [], formal: [opening] };
  const saying = isOpened ? head : (tokens[last]?.word ?? '');
  if ((OPINIONS.has(saying) || CLAIMS.has(saying)) && tokens.length > 1) return bare('statement');
  if (isOpened && kindOfNoun(head) === 'person') return { kind: 'person', focus, formal: [] };
  const named = nameAsked(tokens, parts);
  if (named !== null) return named;
  if (/^(?:location|place|whereabouts)$/.test(saying))
    return { kind: 'place', focus: [], formal: [isOpened ? opening : last] };
  const at = [...(isOpened ? [opening] : []), last, ...tokens.keys()].find(figure);
  const kind = at === undefined ? undefined : figure(at);
  return at !== undefined && kind && tokens.length > 1 ? { kind, focus: [], formal: [at] } : bare('thing');
}

/** "Name of Iran's foreign minister", "iraq pm name": the person who is it; null where no person's name is asked for. */
function nameAsked(tokens: readonly Token[], parts: readonly PartOfSpeech[]): Wanted | null {
  const at = tokens.findIndex(({ word }) => word === 'name');
  const isOpening = tokens[at + 1]?.word === 'of';
  if (at < 0 || !(isOpening || at === tokens.length - 1)) return null;
  const from = isOpening ? at + 2 : 0;
  const noun = tokens.findLastIndex(
    ({ word }, index) =>
      index >= from && index !== at && parts[index] !== 'verb' && kindOfNoun(word) === 'person',
  );
  return noun < 0 ? null : { kind: 'person', focus: [noun], formal: [at] };
}

function readHow(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number, next: string): Wanted {
  const rest = tokens.slice(at + 1);
  if (next === 'come') return bare('reason');
  if (next === 'old') return { kind: 'age', focus: [], formal: [at + 1] };
  if (/^(?:long|often|soon)$/.test(next)) return { kind: 'span', focus: [], formal: [at + 1] };
  if (next === 'many') {
    const { focus, head } = nounPhrase(tokens, parts, at + 2);
    // In "troops iraq how many" the noun comes first.
    if (focus.length === 0) return { kind: 'count', focus: firstNoun(tokens, parts), formal: [at + 1] };
    const kind = SPAN_NOUNS.has(head) ? 'span' : PERCENT_NOUNS.has(head) ? 'percent' : 'count';
    return { kind, focus, formal: [at + 1] };
  }
  if (next === 'much' && tokens[at + 2]?.word === 'time')
    return { kind: 'span', focus: [], formal: [at + 1, at + 2] };
  if (next === 'much') {
    const money =
      rest[1]?.word !== 'of' &&
      !rest.some(({ term }) => CHANGE_VERBS.has(term)) &&
      rest.some(({ word, term }) => MONEY_VERBS.has(term) || MONEY_NOUNS.has(word));
    return {
      kind: money ? 'money' : 'measure',
      focus: nounPhrase(tokens, parts, at + 2).focus,
      formal: [at + 1],
    };
  }
  if (MEASURE_WORDS.has(next)) return bare('measure');
  if (WEALTH_WORDS.has(next)) return { kind: 'money', focus: [], formal: [at + 1] };
  if (asksPriceChange(rest)) return bare('measure');
  const affecting = rest.findIndex(({ term }) => AFFECTING.has(term));
  if (affecting > 1 && AUXILIARIES.has(next))
    return { kind: 'consequence', focus: [], formal: [at + 1 + affecting] };
  const asksOpinion = rest.some(({ term }) => REPLY_TERMS.has(term));
  return bare(AUXILIARIES.has(next) && asksOpinion ? 'statement' : 'manner');
}

/** "What is the holiest city": one of its kind is asked for. */
const SUPERLATIVE = /^(?:most|least|best|worst|first|\p{L}{3,}est)$/u;

/** "What is the reason", "what is behind it"; not "which party is behind it". */
function asksReason(rest: readonly Token[]): boolean {
  return rest.slice(0, 4).some(({ word }, index) => (word === 'behind' ? index < 2 : REASON_WORDS.has(word)));
}

function readWhat(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number): Wanted {
  const next = tokens[at + 1]?.word ?? '';
  const rest = tokens.slice(at + 1);
  if (asksReason(rest) || /^ma[dk]es?$/.test(next)) {
    return bare('reason');
  }
  const causing = asksCause(rest);
  if (causing > 0) return { ...bare('reason'), formal: [at + 1, at + causing] };
  const consequence = asksConsequence(rest);
  if (consequence !== null) return { kind: 'consequence', focus: [], formal: [at + 1 + consequence] };
  // "Graham said what", "what does jus cogens mean", "what happened in Beirut"
  if (next === '' && SPEECH_TERMS.has(tokens[at - 1]?.term ?? '')) return bare('statement');
  if (/^do(?:es)?$/.test(next) && rest.some(({ term }) => term === 'mean')) return bare('definition');
  if (tokens[at + 1]?.term === 'happen') return bare('thing');
  if (asksPurpose(rest) && !asksStatement(rest)) return bare('reason');
  if (MANNER_NOUNS.has(next)) return { kind: 'manner', focus: [], formal: [at + 1] };
  const contracted = isContracted(tokens, at);
  const afterVerb = AUXILIARIES.has(next) || contracted;
  if (/^(?:did|does|do|would|will|has|have|had)$/.test(next) && !contracted) {
    const kind = asksStatement(rest) ? 'statement' : asksPrice(rest) ? 'money' : null;
    if (kind !== null || !/^(?:would|will)$/.test(next)) return bare(kind ?? 'thing');
  }
  const occupation = asksOccupation(rest, parts.slice(at + 1));
  if (occupation.length > 0)
    return { ...bare('definition'), formal: occupation.map((index) => at + 1 + index) };
  if (afterVerb ? asksClaim(rest, parts.slice(at + 1)) : asksClaimMade(rest)) return bare('statement');
  if (afterVerb && definesPhrase(tokens, contracted ? at + 1 : at + 2)) return bare('definition');
  const start = afterVerb && !contracted ? at + 2 : at + 1;
  const phrase = nounPhrase(tokens, parts, start);
  // "What gives them the right": there is no noun.
  const hasVerbFirst =
    !afterVerb &&
    parts[start] === 'verb' &&
    !AUXILIARIES.has(tokens[(phrase.focus.at(-1) ?? start) + 1]?.word ?? '');
  if (hasVerbFirst && tokens[at]?.word === 'what') return bare('thing');
  const { focus, head, outer } = phrase;
  // In "number of soldiers" the number is only the kind.
  const kindAt = outer === head ? (focus.at(-1) ?? -1) : tokens.findIndex(({ word }) => word === outer);
  const formal = kindAt < 0 ? [] : [kindAt];
  // "Which part of Baghdad"
  if (/^parts?$/.test(outer) && namesPlace(head)) return { kind: 'place', focus: [], formal };
  const ofOuter = kindOfNoun(outer);
  const kind = ofOuter ?? kindOfNoun(head);
  if (kind === 'count' && NUMBER_NOUNS.has(head)) return { kind, focus: focus.slice(0, -1), formal };
  const isOneOfItsKind = tokens.slice(start, focus.at(-1)).some(({ word }) => SUPERLATIVE.test(word));
  if (kind && (!afterVerb || FIGURE_KINDS.has(kind) || outer === 'name' || isOneOfItsKind)) {
    // Hardly anything is like a year or a day in meaning but other lengths of time.
    if (kind === 'date') return { kind, focus: [], formal: focus };
    return { kind, focus, formal: ofOuter !== undefined || outer === 'name' ? formal : [] };
  }
  const generic = GENERIC_HEADS.has(head);
  if (!afterVerb || generic) return { kind: 'thing', focus, formal: generic ? formal : [] };
  const content = rest.filter(({ stop }) => !stop);
  const endsWithFocus = focus.at(-1) === tokens.length - 1;
  return { kind: endsWithFocus && content.length <= 3 ? 'definition' : 'thing', focus, formal: [] };
}
