import { isKnownWord } from '../text/lexicon/common-words.js';
import { joinPhrasalVerbs } from '../text/lexicon/phrasal-verbs.js';
import { namesPlace } from '../text/lexicon/places.js';
import { relatedTerms } from '../text/lexicon/related-words.js';
import { lengthenShortForms } from '../text/lexicon/short-forms.js';
import { type PartOfSpeech, partsOfSpeech } from '../text/parts-of-speech.js';
import { splitSentences } from '../text/sentences.js';
import { type Token, tokenise } from '../text/tokens.js';
import { UserError } from '../user-error.js';
import { type AnswerKind, readWanted, type Wanted } from './answer-kind.js';
import { saysWhen } from './asked-period.js';
import { AUXILIARIES, stems } from './kind-words.js';
import { withoutMarkup } from './question-markup.js';
import { standInTerms } from './stand-ins.js';

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
  /** Other terms that may stand for it, with how well they do. */
  readonly related: ReadonlyMap<string, number>;
  /** 1 for a word of the question, less for words that only name the kind of answer or come from an earlier question. */
  readonly share: number;
}

/** An analysed question. */
export interface Question {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly kind: AnswerKind;
  /** Terms of the noun phrase that is asked for; its head is the last. */
  readonly focus: readonly string[];
  /** Each content word once, in order. */
  readonly terms: readonly QuestionTerm[];
  /** The earlier question whose terms were carried over, if any. */
  readonly followsUp: string | null;
}

/** @throws UserError `question-empty`, `question-long` */
export function checkQuestion(text: string): void {
  const { length } = withoutMarkup(text);
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

const FORMAL_SHARE = 0.25;
/** Of what a yes/no question asks for: the rest only says of whom. */
const PREDICATE_SHARE = 1.6;
const MODIFYING_SHARE = 0.5;
const CARRIED_SHARE = 0.5;
/** Of those in a clause that only says when. */
const SUBORDINATE_SHARE = 0.7;
/** Of words that stand only in sentences before the one that asks. */
const SCENE_SHARE = 0.4;

/**
 * Analyses a question: what it wants to hear, and the words it goes by.
 * @param previous the question before this one in a conversation; terms that are missing here are carried over
 */
export function readQuestion(text: string, previous: string | null = null): Question {
  const trimmed = withoutMarkup(text);
  const tokens = joinPhrasalVerbs(meaningOfUs(lengthenShortForms(tokenise(trimmed))));
  const parts = partsOfSpeech(trimmed, tokens);
  const asking = startOfAsking(trimmed, tokens);
  const wanted = shifted(readWanted(tokens.slice(asking), parts.slice(asking)), asking);
  const own = contentTerms(tokens, parts, asking, new Set(wanted.formal));
  const earlier = previous === null || withoutMarkup(previous) === '' ? null : readQuestion(previous);
  // "And in Syria?" wants what the question before it wanted.
  const asksAnew = earlier === null || wanted.kind !== 'thing' || wanted.focus.length > 0;
  const known = new Set(own.map(({ term }) => term));
  const carried = (earlier?.terms ?? [])
    .filter(({ term }) => !known.has(term))
    .map((term) => ({ ...term, share: term.share * CARRIED_SHARE }));
  return {
    text: trimmed,
    tokens,
    kind: asksAnew ? wanted.kind : earlier.kind,
    focus: asksAnew ? wanted.focus.flatMap((at) => tokens[at]?.term ?? []) : earlier.focus,
    terms: [...own, ...carried],
    followsUp: earlier === null ? null : earlier.text,
  };
}

/** Position of the first token of the sentence that asks: the last one, where others set the scene before it. */
function startOfAsking(text: string, tokens: readonly Token[]): number {
  const start = splitSentences(text).at(-1)?.start ?? 0;
  const asking = tokens.findIndex((token) => token.start >= start);
  return Math.max(0, asking);
}

function shifted({ kind, focus, formal }: Wanted, by: number): Wanted {
  return { kind, focus: focus.map((at) => at + by), formal: formal.map((at) => at + by) };
}

/** In hasty writing "us troops" means the country: "us" before a content word, or after "the". */
function meaningOfUs(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const next = tokens[at + 1];
    const isCountry =
      token.word === 'us' && (tokens[at - 1]?.word === 'the' || (next !== undefined && !next.stop));
    return isCountry ? { ...token, word: 'u.s.', term: 'u.s.', stop: false } : token;
  });
}

function contentTerms(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  asking: number,
  formal: ReadonlySet<number>,
): QuestionTerm[] {
  const asked = new Set(tokens.slice(asking).map(({ term }) => term));
  const seen = new Set<string>();
  return tokens.flatMap((token, at) => {
    const measuring = /^(?:many|much)$/.test(token.word) && tokens[at - 1]?.word === 'how';
    if (token.stop || measuring || seen.has(token.term)) return [];
    seen.add(token.term);
    const part = parts[at] ?? 'other';
    const standIns = standInTerms(tokens, at);
    const continuesName = standIns?.size === 0;
    return [
      {
        token,
        term: token.term,
        part,
        particular: !continuesName && isParticular(token, part, at === 0),
        known: isKnownWord(token.term),
        related: standIns ?? relatedTerms(token.term),
        share:
          continuesName ||
          formal.has(at) ||
          saysLittle(tokens, at) ||
          opensScene(tokens, at) ||
          saysWhen(tokens, at)
            ? FORMAL_SHARE
            : isPredicate(tokens, parts, at)
              ? PREDICATE_SHARE
              : isScene(tokens, at)
                ? SUBORDINATE_SHARE
                : saysWhichKind(parts, at, formal) || isSpokenTo(tokens, parts, at)
                  ? MODIFYING_SHARE
                  : asked.has(token.term)
                    ? 1
                    : SCENE_SHARE,
      },
    ];
  });
}

/** "International" in "which international body": an answer names one and need not say that it is. */
function saysWhichKind(parts: readonly PartOfSpeech[], at: number, formal: ReadonlySet<number>): boolean {
  return parts[at] === 'adjective' && formal.has(at + 1);
}

/** In "what did Trump ask [the Iraqi prime minister] to do" who is asked: mostly "him" where it is told. */
function isSpokenTo(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number): boolean {
  const verb = tokens.slice(0, at).findLastIndex(({ term }) => TURNING_TO.has(term));
  const asksAbout = tokens.slice(0, verb).some(({ word }) => /^(?:what|why)$/.test(word));
  if (verb < 2 || !asksAbout || parts[at] === 'verb') return false;
  return tokens
    .slice(verb + 1, at)
    .every(({ word, stop }) => !stop || /^(?:the|a|an|his|her|its|their|of)$/.test(word));
}

/** "Binding" in "is the vote to expel them binding": the adjective or participle that closes a question with "is"; "only", wherever it stands. */
function isPredicate(tokens: readonly Token[], parts: readonly PartOfSpeech[], at: number): boolean {
  if (tokens[at]?.word === 'only' && AUXILIARIES.has(tokens[0]?.word ?? '')) return true;
  return (
    at === tokens.length - 1 &&
    at > 1 &&
    !isScene(tokens, at) &&
    /^(?:is|are|was|were)$/.test(tokens[0]?.word ?? '') &&
    /^(?:adjective|verb)$/.test(parts[at] ?? '')
  );
}

/** In "was Congress told before the general was killed" the "before" itself. */
function opensScene(tokens: readonly Token[], at: number): boolean {
  return isScene(tokens, at) && !isScene(tokens, at - 1);
}

/** In "was Congress told [before the general was killed]": a clause at the end that only says when, after another that asks. */
function isScene(tokens: readonly Token[], at: number): boolean {
  const opening = tokens.findIndex(
    ({ word }, index) => index > 1 && /^(?:before|after|when|while)$/.test(word),
  );
  const asked = tokens.slice(0, opening).filter(({ stop }) => !stop);
  return opening > 0 && at >= opening && asked.length > 1;
}

const TURNING_TO = stems('ask urge order warn request beg invite phone call');

/** Words that tell hardly anything of what is asked about. */
const SAYING_LITTLE = new Set(
  'else exactly actually really besides altogether overall anyway guy dude bloke pls'.split(' '),
);

/** "Why was he there in the first place", "who governs at the moment", "who died along with him". */
const PHRASES_SAYING_LITTLE = [
  ['in', 'the', 'first', 'place'],
  ['at', 'the', 'moment'],
  ['along', 'with'],
  ['together', 'with'],
  ['take', 'place'],
  ['takes', 'place'],
  ['took', 'place'],
  ['taken', 'place'],
  ['taking', 'place'],
];

function isPartOf(phrase: readonly string[], tokens: readonly Token[], at: number): boolean {
  return phrase.some((_, offset) =>
    phrase.every((word, index) => tokens[at - offset + index]?.word === word),
  );
}

/** "Else"; "total" in "how many has it in total". */
function saysLittle(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  if (PHRASES_SAYING_LITTLE.some((phrase) => isPartOf(phrase, tokens, at))) return true;
  return SAYING_LITTLE.has(word) || (word === 'total' && tokens[at - 1]?.word === 'in');
}

/** Abbreviations of what is no name. */
const ABBREVIATED_NOUNS = new Set(
  'tv tvs mp mps ceo ceos pm pms vip vips hq suv suvs dna id cv pc pcs'.split(' '),
);

/** In lower case they are hardly places. */
const ALSO_ORDINARY = new Set(['nice', 'queens', 'polish']);

/** Names, numbers, and places though they are typed in lower case: "russia", "iraqi". */
function isParticular(token: Token, part: PartOfSpeech, opens: boolean): boolean {
  if (ABBREVIATED_NOUNS.has(token.word)) return false;
  const capitalised = !opens && /^\p{Lu}/u.test(token.text);
  return (
    capitalised ||
    part === 'name' ||
    /\d/.test(token.term) ||
    token.term === 'u.s.' ||
    (namesPlace(token.word) && !ALSO_ORDINARY.has(token.text))
  );
}
