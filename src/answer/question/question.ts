import { isKnownWord } from '../../text/lexicon/common-words.js';
import { namesPlace } from '../../text/lexicon/places.js';
import { relatedTerms } from '../../text/lexicon/related-words.js';
import type { PartOfSpeech } from '../../text/parts-of-speech.js';
import type { Token } from '../../text/tokens.js';
import { UserError } from '../../user-error.js';
import type { AnswerType } from './answer-type.js';
import { classifyQuestion } from './classify-question.js';
import { askedPhrase } from './head-noun.js';
import { saysWhen } from './period.js';
import { questionWords } from './question-words.js';

/** The longest question that is read, in characters. */
export const QUESTION_LIMIT = 400;

/** A content word of a question. */
export interface QuestionTerm {
  readonly token: Token;
  readonly term: string;
  readonly part: PartOfSpeech;
  /** A proper name or a number: something that an answer cannot replace by another word. */
  readonly particular: boolean;
  /** An ordinary English word, as against a name or a slip of the pen. */
  readonly known: boolean;
  /** Other terms that may stand for it, with how well they do, 0 to 1. */
  readonly related: ReadonlyMap<string, number>;
  /** 1 for a word of the question; less for words that only name the type of answer or come from an earlier question. */
  readonly share: number;
}

/** An analysed question. */
export interface Question {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly type: AnswerType;
  /** The chance of each answer type, 0 to 1. */
  readonly typeChances: Readonly<Partial<Record<AnswerType, number>>>;
  /** Position in `terms` of the noun that is asked for, "troops" in "how many troops"; -1 where none is. */
  readonly focus: number;
  /** Each content word once, in order. */
  readonly terms: readonly QuestionTerm[];
  /** The earlier question whose terms were carried over, if any. */
  readonly followsUp: string | null;
}

/** @throws UserError `question-empty`, `question-long` */
export function checkQuestion(text: string): void {
  const { length } = text.trim();
  if (length === 0) {
    throw new UserError(
      'question-empty',
      'There is no question.',
      'Ask something, for example: how many troops are in Iraq?',
    );
  }
  if (length > QUESTION_LIMIT) {
    throw new UserError(
      'question-long',
      `The question has ${length} characters; ${QUESTION_LIMIT} is the most.`,
      'Ask it in fewer words.',
    );
  }
}

/** Of words that only say when, or which type of answer is wanted. */
const FORMAL_SHARE = 0.25;
/** Of words that stand only in sentences before the one that asks. */
const SCENE_SHARE = 0.4;
/** Of words of the question before. */
const CARRIED_SHARE = 0.5;

/**
 * Analyses a question: what it wants to hear, and the words it goes by.
 * @param previous the question before this one in a conversation; terms that are missing here are carried over
 */
export function readQuestion(text: string, previous: string | null = null): Question {
  const trimmed = text.trim();
  const { tokens, parts, asks: start } = questionWords(trimmed);
  const asking = tokens.slice(start);
  const askingParts = parts.slice(start);
  const chances = classifyQuestion(asking, askingParts);
  const phrase = askedPhrase(asking, askingParts);
  const focusToken = phrase === null ? undefined : asking[phrase.head];
  const terms = contentTerms(tokens, parts, start, focusToken, chances.type);
  const earlier = previous === null || previous.trim() === '' ? null : readQuestion(previous);
  const own = new Set(terms.map(({ term }) => term));
  const carried = (earlier?.terms ?? [])
    .filter(({ term }) => !own.has(term))
    .map((term) => ({ ...term, share: term.share * CARRIED_SHARE }));
  const all = [...terms, ...carried];
  // "And in Syria?" wants what the question before it wanted.
  const inherits = earlier !== null && isFragment(asking);
  const focus = inherits ? (earlier.terms[earlier.focus]?.term ?? '') : (focusToken?.term ?? '');
  return {
    text: trimmed,
    tokens,
    type: inherits ? earlier.type : chances.type,
    typeChances: inherits ? earlier.typeChances : chances.chances,
    focus: all.findIndex(({ term }) => term === focus),
    terms: all,
    followsUp: earlier === null ? null : earlier.text,
  };
}

const ASKING_WORD =
  /^(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)$/;

/** "And in Syria?", "what about Syria": at most one content word, and none that asks. */
function isFragment(asking: readonly Token[]): boolean {
  const words = asking.map(({ word }) => word);
  return (
    asking.filter(({ stop }) => !stop).length <= 1 &&
    !words.some((word, at) => ASKING_WORD.test(word) && words[at + 1] !== 'about')
  );
}

function contentTerms(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  start: number,
  focus: Token | undefined,
  type: AnswerType,
): QuestionTerm[] {
  const asked = new Set(tokens.slice(start).map(({ term }) => term));
  const seen = new Set<string>();
  return tokens.flatMap((token, at) => {
    const isMeasuring = /^(?:many|much)$/.test(token.word) && tokens[at - 1]?.word === 'how';
    if (token.stop || isMeasuring || seen.has(token.term)) return [];
    seen.add(token.term);
    const part = parts[at] ?? 'other';
    const isFormal = saysWhen(tokens, at) || (token === focus && namesType(token.word, type));
    return [
      {
        token,
        term: token.term,
        part,
        particular: isParticular(token, part, at === 0),
        known: isKnownWord(token.term),
        related: relatedTerms(token.term),
        share: isFormal ? FORMAL_SHARE : asked.has(token.term) ? 1 : SCENE_SHARE,
      },
    ];
  });
}

/** Nouns that say no more than the type of answer does. */
const NAMES_TYPE: Readonly<Partial<Record<AnswerType, RegExp>>> = {
  date: /^(?:date|day|year|month|time)$/,
  count: /^(?:number|count|amount|total)$/,
  person: /^(?:name|person|guy|man|woman)$/,
  place: /^(?:place|location|city|town|country|state)$/,
  money: /^(?:price|cost|amount)$/,
  percent: /^(?:percentage|percent|share)$/,
  reason: /^(?:reason|cause)$/,
  thing: /^(?:thing|name|kind|type)$/,
};

const namesType = (word: string, type: AnswerType): boolean => NAMES_TYPE[type]?.test(word) ?? false;

/** Abbreviations of what is no name. */
const ABBREVIATED_NOUNS = new Set(
  'tv tvs mp mps ceo ceos pm pms vip vips hq suv suvs dna id cv pc pcs'.split(' '),
);

/** In lower case they are hardly places. */
const ALSO_ORDINARY = new Set(['nice', 'queens', 'polish']);

/** Names, numbers, and places though they are typed in lower case: "russia", "iraqi". */
function isParticular(token: Token, part: PartOfSpeech, opens: boolean): boolean {
  if (ABBREVIATED_NOUNS.has(token.word)) return false;
  const isCapitalised = !opens && /^\p{Lu}/u.test(token.text);
  return (
    isCapitalised ||
    part === 'name' ||
    /\d/.test(token.term) ||
    token.term === 'u.s.' ||
    (namesPlace(token.word) && !ALSO_ORDINARY.has(token.text)) ||
    !isKnownWord(token.term)
  );
}
