import type { PartOfSpeech } from '../text/parts-of-speech.js';
import { stem } from '../text/stems.js';
import type { Token } from '../text/tokens.js';

/** What a question wants to hear. */
export type AnswerKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'measure'
  | 'date'
  | 'span'
  | 'age'
  | 'person'
  | 'place'
  | 'organisation'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'statement'
  | 'yes or no'
  | 'thing';

/** The kind of answer wanted and the words that say so. */
export interface Wanted {
  readonly kind: AnswerKind;
  /** Token positions of the noun phrase that is asked for ("US troops" in "how many US troops"); may be empty. */
  readonly focus: readonly number[];
  /** Token positions of words that only name the kind ("year" in "what year") and need not stand in an answer. */
  readonly formal: readonly number[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const PERSON_NOUNS =
  words(`person man woman boy girl president leader minister senator actor actress singer artist author writer director
  player king queen pope general commander founder ceo executive scientist inventor mayor governor official politician candidate star
  comedian musician rapper athlete coach quarterback philosopher physicist mathematician explorer emperor prince princess spokesman
  spokesperson cleric lawyer judge lawmaker celebrity secretary chancellor quarterback guitarist poet composer architect engineer doctor
  host journalist reporter figure saint duke bishop speaker individual people`);
const PLACE_NOUNS =
  words(`country countries city cities state states place nation continent town village county region island islands
  province river mountain lake location area district venue stadium capital neighborhood territory street park sea ocean planet`);
const ORGANISATION_NOUNS =
  words(`company organization organisation team party agency university college school band group network
  institution corporation firm bank brand studio newspaper magazine channel airline retailer airlines church club league government
  department ministry committee union franchise publisher publication militia`);
const DATE_NOUNS = words('year date day month century decade season time era period');
const SPAN_NOUNS = words(
  'year years month months week weeks day days hour hours minute minutes decade decades second seconds',
);
const PERCENT_NOUNS = words('percent percentage proportion share fraction');
const MONEY_NOUNS = words(
  'price cost salary fee fine budget revenue profit amount sum income debt tax worth value',
);
const NUMBER_NOUNS = words('number numbers total population score toll figure rate size tally count');
const MEASURE_WORDS = words(
  'far tall high fast big large deep heavy hot cold wide thick close low loud small strong',
);
const MONEY_VERBS = words(
  'cost pay spend earn make worth owe raise charge donate sell buy invest lose award fine price paid spent money',
);
const SPEECH_TERMS: ReadonlySet<string> = new Set(
  `say tell call warn announce claim state declare describe think believe argue demand ask urge respond react
  promise vow threaten suggest reveal add explain comment tweet write mean want propose`
    .split(/\s+/)
    .map(stem),
);
/** "Do you know when …", "I want to know who …". */
const POLITE_VERBS = words('know tell say show explain remember remind want wonder wondering');
const REASON_WORDS = words('why cause causes caused reason reasons motive prompted');
const AUXILIARIES =
  words(`is are was were am do does did has have had can could will would should shall may might must isnt arent wasnt
  werent dont doesnt didnt hasnt havent hadnt cant couldnt wont wouldnt shouldnt`);
const WH = words(`who whom whose what which when where why how whats whos wheres whens hows`);
const GENERIC_HEADS = words(
  'name names kind kinds type types sort sorts title term word form part one example piece',
);

/** Reads from a question's words what it wants to hear. `parts` are the parts of speech of `tokens`. */
export function readWanted(tokens: readonly Token[], parts: readonly PartOfSpeech[]): Wanted {
  const at = questionWord(tokens);
  if (at < 0) {
    const first = tokens[0]?.word ?? '';
    return AUXILIARIES.has(first) && tokens.length > 2 ? bare('yes or no') : readKeywords(tokens, parts);
  }
  const wanted = readAsked(tokens, parts, at);
  const polite = tokens.slice(0, at).flatMap(({ word }, index) => (POLITE_VERBS.has(word) ? [index] : []));
  return { ...wanted, formal: [...polite, ...wanted.formal] };
}

function readAsked(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number): Wanted {
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

const bare = (kind: AnswerKind): Wanted => ({ kind, focus: [], formal: [] });

/** The question word that asks: the last sentence's, where several sentences set the scene; the first in it. */
function questionWord(tokens: readonly Token[]): number {
  const first = tokens[0]?.word ?? '';
  const candidates = tokens.flatMap((token, at) => (WH.has(token.word) ? [at] : []));
  if (AUXILIARIES.has(first) && tokens.length > 2 && !opensPolitely(tokens)) return -1;
  if (candidates.length <= 1) return candidates[0] ?? -1;
  // "who", "which" and "when" also open relative clauses: a question word that opens the question wins,
  // else the one before an auxiliary or after a preposition.
  const opening = candidates.find((at) => at <= 1);
  if (opening !== undefined) return opening;
  const asking = candidates.find((at) => {
    const next = tokens[at + 1]?.word ?? '';
    return (
      AUXILIARIES.has(next) ||
      (tokens[at]?.word === 'how' && /^(?:many|much|long|old|far)$/.test(next)) ||
      /^\p{Lu}/u.test(tokens[at]?.text ?? '')
    );
  });
  return asking ?? candidates[candidates.length - 1] ?? -1;
}

/** "Can you tell me who …", "does anybody know when …". */
function opensPolitely(tokens: readonly Token[]): boolean {
  const [, second, ...rest] = tokens.map(({ word }) => word);
  const asks = rest.slice(0, 2).some((word) => POLITE_VERBS.has(word));
  return asks && /^(?:you|we|i|anyone|anybody|someone|somebody)$/.test(second ?? '');
}

/** "Who is Mike Pompeo?": who somebody is, rather than which person did something. */
function asksIdentity(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number): boolean {
  const rest = tokens.slice(at + 1).map((token, offset) => ({ token, part: parts[at + 1 + offset] }));
  const verb = /^(?:is|was|are|were)$/.test(rest[0]?.token.word ?? '') || tokens[at]?.word === 'whos';
  const subject = rest.filter(({ token }) => !AUXILIARIES.has(token.word));
  return (
    verb &&
    subject.length > 0 &&
    subject.length <= 4 &&
    subject.every(({ token, part }) => part === 'name' || /^\p{Lu}/u.test(token.text))
  );
}

/** Bare keywords: "number of US troops in iraq", "date of the vote", "saddam ousted year". */
function readKeywords(tokens: readonly Token[], parts: readonly PartOfSpeech[]): Wanted {
  const { focus, head, outer } = nounPhrase(tokens, parts, 0);
  if (NUMBER_NOUNS.has(outer) && outer !== head) return { kind: 'count', focus, formal: [] };
  const last = tokens.length - 1;
  const figure = (at: number): AnswerKind | undefined =>
    KIND_OF_NOUN.find(([nouns, kind]) => FIGURE_KINDS.has(kind) && nouns.has(tokens[at]?.word ?? ''))?.[1];
  const opening = focus.at(-1) ?? 0;
  const isOpened = /^(?:of|for)$/.test(tokens[opening + 1]?.word ?? '');
  if (isOpened && REASON_WORDS.has(head)) return { kind: 'reason', focus: [], formal: [opening] };
  const at = isOpened && figure(opening) ? opening : last;
  const kind = figure(at);
  return kind && tokens.length > 1 ? { kind, focus: [], formal: [at] } : bare('thing');
}

function readHow(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number, next: string): Wanted {
  const rest = tokens.slice(at + 1);
  if (next === 'come') return bare('reason');
  if (next === 'old') return { kind: 'age', focus: [], formal: [at + 1] };
  if (next === 'long' || next === 'often') return { kind: 'span', focus: [], formal: [at + 1] };
  if (next === 'many') {
    const { focus, head } = nounPhrase(tokens, parts, at + 2);
    // In "troops iraq how many" the noun comes first.
    if (focus.length === 0) return { kind: 'count', focus: firstNoun(tokens, parts), formal: [at + 1] };
    const kind = SPAN_NOUNS.has(head) ? 'span' : PERCENT_NOUNS.has(head) ? 'percent' : 'count';
    return { kind, focus, formal: [at + 1] };
  }
  if (next === 'much') {
    const money = rest.some(({ word }) => MONEY_VERBS.has(word) || MONEY_NOUNS.has(word));
    return {
      kind: money ? 'money' : 'measure',
      focus: nounPhrase(tokens, parts, at + 2).focus,
      formal: [at + 1],
    };
  }
  if (MEASURE_WORDS.has(next)) return bare('measure');
  const asksOpinion = rest.some(({ word }) => /^(?:respond|react|describ|characteri)/.test(word));
  return bare(AUXILIARIES.has(next) && asksOpinion ? 'statement' : 'manner');
}

/** Nouns that tell the kind of answer when they are what is asked for: "which country", "what was the price". */
const KIND_OF_NOUN: readonly (readonly [ReadonlySet<string>, AnswerKind])[] = [
  [DATE_NOUNS, 'date'],
  [PERCENT_NOUNS, 'percent'],
  [NUMBER_NOUNS, 'count'],
  [MONEY_NOUNS, 'money'],
  [SPAN_NOUNS, 'span'],
  [words('age ages'), 'age'],
  [PLACE_NOUNS, 'place'],
  [ORGANISATION_NOUNS, 'organisation'],
  [PERSON_NOUNS, 'person'],
];
/** "What was the reaction of the party" wants no party: after a verb only what is a figure or a date. */
const FIGURE_KINDS: ReadonlySet<AnswerKind> = new Set(['date', 'percent', 'count', 'money', 'age']);

function readWhat(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number): Wanted {
  const next = tokens[at + 1]?.word ?? '';
  const rest = tokens.slice(at + 1);
  if (rest.slice(0, 4).some(({ word }) => REASON_WORDS.has(word))) return bare('reason');
  // "Graham said what", "what does jus cogens mean", "what happened in Beirut"
  if (next === '' && SPEECH_TERMS.has(tokens[at - 1]?.term ?? '')) return bare('statement');
  if (next === 'does' && tokens.at(-1)?.word === 'mean') return bare('definition');
  if (tokens[at + 1]?.term === 'happen') return bare('thing');
  const contracted = tokens[at]?.word === 'whats';
  const afterVerb = AUXILIARIES.has(next) || contracted;
  if (/^(?:did|does|do|has|have|had)$/.test(next)) return bare(asksStatement(rest) ? 'statement' : 'thing');
  if (afterVerb && rest.some(({ word }) => OPINIONS.has(word))) return bare('statement');
  const phrase = nounPhrase(tokens, parts, afterVerb && !contracted ? at + 2 : at + 1);
  const { focus, head, outer } = phrase;
  // In "number of soldiers" the number is only the kind.
  const kindAt = outer === head ? (focus.at(-1) ?? -1) : tokens.findIndex(({ word }) => word === outer);
  const formal = kindAt < 0 ? [] : [kindAt];
  const found = KIND_OF_NOUN.find(([nouns]) => nouns.has(outer) || nouns.has(head));
  if (found?.[1] === 'count' && NUMBER_NOUNS.has(head))
    return { kind: 'count', focus: focus.slice(0, -1), formal };
  if (found && (!afterVerb || FIGURE_KINDS.has(found[1]) || outer === 'name')) {
    return { kind: found[1], focus, formal: found[0].has(outer) || outer === 'name' ? formal : [] };
  }
  const generic = GENERIC_HEADS.has(head);
  if (!afterVerb || generic) return { kind: 'thing', focus, formal: generic ? formal : [] };
  const content = rest.filter(({ stop }) => !stop);
  const endsWithFocus = focus.at(-1) === tokens.length - 1;
  return { kind: endsWithFocus && content.length <= 3 ? 'definition' : 'thing', focus, formal: [] };
}

const OPINIONS = words('reaction response opinion comment comments statement view stance position message');

/** "What did Graham say". */
function asksStatement(rest: readonly Token[]): boolean {
  return rest.slice(1).some(({ term }) => SPEECH_TERMS.has(term));
}

function skip(tokens: readonly Token[], from: number): number {
  let at = from;
  while (/^(?:the|a|an|his|her|their|its|some|this|that)$/.test(tokens[at]?.word ?? '')) at += 1;
  return at;
}

interface NounPhrase {
  readonly focus: readonly number[];
  /** The last noun of the focus. */
  readonly head: string;
  /** The noun before "of" in "number of soldiers"; else the head. */
  readonly outer: string;
}

/** The noun phrase that starts at a token: "US troops"; "type of building" is a building, "number of soldiers" soldiers. */
function nounPhrase(tokens: readonly Token[], parts: readonly PartOfSpeech[], from: number): NounPhrase {
  const focus: number[] = [];
  let at = skip(tokens, from);
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    const part = parts[at];
    if (!token || token.stop || part === 'adverb' || part === 'other') break;
    if (part === 'verb' && focus.length > 0) break;
    focus.push(at);
  }
  const head = tokens[focus.at(-1) ?? -1]?.word ?? '';
  if ((GENERIC_HEADS.has(head) || NUMBER_NOUNS.has(head)) && tokens[at]?.word === 'of') {
    const inner = nounPhrase(tokens, parts, at + 1);
    if (inner.focus.length > 0) return { ...inner, outer: head };
  }
  return { focus, head, outer: head };
}

function firstNoun(tokens: readonly Token[], parts: readonly PartOfSpeech[]): number[] {
  const at = tokens.findIndex((token, index) => parts[index] === 'noun' && !token.stop);
  return at < 0 ? [] : [at];
}
