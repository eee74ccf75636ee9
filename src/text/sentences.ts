import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { withoutLongTokens } from './long-tokens.js';

/** A stretch of a text: character offsets `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place where the text might be split in two. */
interface Cut {
  /** The text up to the cut, without white space at its end. */
  readonly before: string;
  /** The text from the cut on, without white space at its start. */
  readonly after: string;
  /** Whether there is white space at the cut. */
  readonly spaced: boolean;
}

/** The number of characters on either side of a cut that the rules look at. */
const CONTEXT = 60;

/**
 * Finds sentence boundaries only, which halves the time. Made when it is first needed, as a saved index needs
 * none.
 */
let segmenter: ReturnType<typeof winkNLP> | undefined;

/** A text in which only the last character could end a sentence, as in half of the paragraphs of news. */
const SINGLE = /^[\p{L}\p{N} ,;:'"“”‘’()$%&–—-]*[.?!]?["”’)]?$/u;

/** A run of words with nothing but commas between them. Only this many words are kept at either end. */
const PLAIN_WORDS_KEPT = 3;
const PLAIN_WORDS = /(?<!\S)(?:[\w'’-]+,? ){8,}/g;

/** Titles and the like. A name or a number follows, so their full stop never ends a sentence. */
const LEADING_ABBREVIATION =
  /(?:^|[\s("“‘'[—–-])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Maj|Brig|Lt|Col|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Pfc|Sen|Sens|Rep|Reps|Gov|Govs|Sec|Atty|Rev|Fr|Hon|Pres|Supt|Det|Insp|vs|v|e\.g|i\.e|cf|al|approx|No|Nos|www|pic\.twitter)\.$/;

/** Months shorten before a day: "Jan. 4". */
const MONTH_ABBREVIATION = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;

/** "?” Smith asked": up to four capitalised words, or a pronoun, and a verb of saying. */
const SPEAKER_AND_VERB =
  /^(?:I|(?:[A-Z][\p{L}.’'-]*\s+){0,3}[A-Z][\p{L}.’'-]*)\s+(?:said|says|asked|asks|told|wrote|writes|tweeted|added|adds|replied|shouted|yelled|exclaimed|wondered|quipped|joked|declared|recalled|continued)(?:[.,:;]|\s+(?:in|on|at|during|after|before|to|of|when|while|as|with|from|last)\b)/u;

/** Rules for cuts of the segmenter that are wrong. Each suffices on its own. */
const FALSE_CUTS: readonly ((cut: Cut) => boolean)[] = [
  function insideWord({ before, after, spaced }) {
    const newSentenceWithoutSpace =
      /[a-z]{2}[.!?]["”’)]?$/.test(before) && /^["“‘]?[A-Z][a-z]*\s/.test(after);
    return !spaced && !newSentenceWithoutSpace;
  },
  function goesOnInLowerCase({ after }) {
    const brandOrTerm = /^[a-z]{1,2}[A-Z]/; // "iPhone", "mRNA"
    return /^\p{Ll}/u.test(after) && !brandOrTerm.test(after);
  },
  function closesWhatWasOpened({ after }) {
    return /^[”’)\],;:]/.test(after);
  },
  function leadingAbbreviation({ before }) {
    return LEADING_ABBREVIATION.test(before);
  },
  function numberOfAListItem({ before }) {
    return /^\d{1,3}\.$/.test(before);
  },
  function dayAfterMonth({ before, after }) {
    return MONTH_ABBREVIATION.test(before) && /^\d/.test(after);
  },
  function quotedQuestionIsAttributed({ before, after }) {
    return /[?!]["”’]$/.test(before) && SPEAKER_AND_VERB.test(after);
  },
];

/** Sentence ends that the segmenter misses. */
const MISSED_CUTS: readonly RegExp[] = [
  // One quote closes and the next opens: “No.” “Yes.”
  /(?<=[.!?…]["”])\s+(?=["“])/g,
  // A word that it mistakes for an abbreviation ("ill.", "sun.", "no."), though a capital follows.
  /(?<=\s(?!(?:vs|etc|approx|est|al|cf|ca)\.)[a-z]{2,}\.["”’]*)\s+(?=["“]?\p{Lu})/gu,
];

/**
 * Splits a paragraph into sentences with wink-nlp, and corrects its mistakes in news ("R-S.C.,",
 * "pic.twitter.com/x", "?” he asked"). Spans are in order, do not overlap, begin and end with a visible
 * character, and cover every visible character.
 */
export function splitSentences(text: string): Span[] {
  if (SINGLE.test(text)) return spansBetween(text, []);
  const cuts = [...segmenterCuts(text), ...missedCuts(text)]
    .filter((at) => !isFalseCut(cutAt(text, at)))
    .sort((a, b) => a - b);
  return spansBetween(text, cuts);
}

function segmenterCuts(text: string): number[] {
  // The segmenter drops byte order marks; spaces in their place keep the offsets right.
  const { short, placeOf } = abridge(withoutLongTokens(text.replaceAll('\uFEFF', ' ')));
  const cuts: number[] = [];
  let end = 0;
  segmenter ??= winkNLP(model, ['sbd']);
  for (const sentence of segmenter.readDoc(short).sentences().out()) {
    const start = short.indexOf(sentence, end);
    if (start < 0) break; // The segmenter altered odd characters; the rest stays one sentence.
    cuts.push(placeOf(start));
    end = start + sentence.length;
  }
  return cuts;
}

/**
 * Shortens a text by cutting the middles out of its long runs of plain words, and maps positions back to the
 * whole text. The segmenter looks no further than a few words, and takes its time over each.
 */
function abridge(text: string): { short: string; placeOf: (at: number) => number } {
  let short = '';
  let next = 0;
  const gaps: { readonly at: number; readonly length: number }[] = [];
  for (const { index, 0: run } of text.matchAll(PLAIN_WORDS)) {
    const start = index + afterSpaces(run, PLAIN_WORDS_KEPT);
    const end = index + beforeSpaces(run, PLAIN_WORDS_KEPT);
    short += text.slice(next, start);
    gaps.push({ at: short.length, length: end - start });
    next = end;
  }
  short += text.slice(next);
  return {
    short,
    placeOf: (at) => gaps.reduce((place, gap) => (gap.at <= at ? place + gap.length : place), at),
  };
}

/** Returns the position after the first `count` spaces. */
function afterSpaces(text: string, count: number): number {
  let at = 0;
  for (let found = 0; found < count; found++) at = text.indexOf(' ', at) + 1;
  return at;
}

/** Returns the position of the last `count` words of a text that ends with a space. */
function beforeSpaces(text: string, count: number): number {
  let at = text.length - 1;
  for (let found = 0; found < count; found++) at = text.lastIndexOf(' ', at - 1);
  return at + 1;
}

function missedCuts(text: string): number[] {
  return MISSED_CUTS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => match.index + match[0].length),
  );
}

function isFalseCut(cut: Cut): boolean {
  return FALSE_CUTS.some((holds) => holds(cut));
}

function cutAt(text: string, at: number): Cut {
  const left = text.slice(Math.max(0, at - CONTEXT), at);
  const right = text.slice(at, at + CONTEXT);
  const before = left.trimEnd();
  const after = right.trimStart();
  return { before, after, spaced: before.length < left.length || after.length < right.length };
}

function spansBetween(text: string, cuts: readonly number[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const to of [...cuts, text.length]) {
    const piece = text.slice(from, to);
    const visible = piece.trim();
    if (visible !== '') {
      const start = from + piece.indexOf(visible);
      spans.push({ start, end: start + visible.length });
    }
    from = Math.max(from, to);
  }
  return spans;
}
