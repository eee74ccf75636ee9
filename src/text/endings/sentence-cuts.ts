import { SENTENCE_OPENERS } from '../lexicon/sentence-openers.js';

/** A place where a text might be split in two. */
interface Cut {
  /** The text up to the cut, without white space at its end. */
  readonly before: string;
  /** The text from the cut on, without white space at its start. */
  readonly after: string;
  /** Whether there is white space at the cut. */
  readonly spaced: boolean;
}

/** The number of characters on either side of a cut that the rules look at. */
const CONTEXT = 80;

/** Titles and the like. A name or a number follows, so their full stop never ends a sentence. */
const LEADING_ABBREVIATION =
  /(?:^|[\s("“‘'[—–-])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Maj|Brig|Lt|Col|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Pfc|Sen|Sens|Rep|Reps|Gov|Govs|Sec|Atty|Rev|Fr|Hon|Pres|Supt|Det|Insp|vs|v|e\.g|i\.e|cf|al|approx|www|pic\.twitter)\.$/;

/** "No. 5", "N°. 5": without a number after it, "No." is an answer. */
const NUMBER_SIGN = /(?:^|[\s("“‘'[—–-])(?:Nos?|N[°º])\.$/;

/** Months shorten before a day: "Jan. 4". */
const MONTH_ABBREVIATION = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;

/** "?” Smith asked": up to four capitalised words, or a pronoun, and a verb of saying. */
const SPEAKER_AND_VERB =
  /^(?:I|(?:[A-Z][\p{L}.’'-]*\s+){0,3}[A-Z][\p{L}.’'-]*)\s+(?:said|says|asked|asks|told|wrote|writes|tweeted|added|adds|replied|shouted|yelled|exclaimed|wondered|quipped|joked|declared|recalled|continued)(?:[.,:;]|\s+(?:in|on|at|during|after|before|to|of|when|while|as|with|from|last)\b)/u;

/** The number or letter of an item, alone or after the sentence before it. */
const ITEM_NUMBER = /(?:^|(?<![A-Z][a-z]{1,4})(?<=[a-z]{3})[.!?]["”’)]?\s|[•⁃▪◦‣]\s?)\d{1,3}(?:\.\)|\)|\.)$/;

/** A quotation this short is not cut: the titles of songs and films, and cries. */
const SHORT_QUOTATION = 60;

/** Rules for cuts that are wrong. Each suffices on its own. */
const FALSE_CUTS: readonly ((cut: Cut) => boolean)[] = [
  function insideWord({ before, after, spaced }) {
    const newSentenceWithoutSpace =
      /(?:[a-z]{2}|\d)[.!?]["”’)]?$/.test(before) && /^["“‘]?[A-Z][a-z]*\s/.test(after);
    return !spaced && !newSentenceWithoutSpace;
  },
  function goesOnInLowerCase({ after }) {
    const brandOrTerm = /^[a-z]{1,2}[A-Z]/; // "iPhone", "mRNA"
    return /^\p{Ll}/u.test(after) && !brandOrTerm.test(after);
  },
  function closesWhatWasOpened({ after }) {
    return /^[”’)\],;:]/.test(after);
  },
  function leadingAbbreviation({ before, after }) {
    return LEADING_ABBREVIATION.test(before) || (NUMBER_SIGN.test(before) && /^\d/.test(after));
  },
  function numberOfAListItem({ before }) {
    return ITEM_NUMBER.test(before);
  },
  function dayAfterMonth({ before, after }) {
    return MONTH_ABBREVIATION.test(before) && /^\d/.test(after);
  },
  function quotedQuestionIsAttributed({ before, after }) {
    return /[?!]["”’]$/.test(before) && SPEAKER_AND_VERB.test(after);
  },
  function dotsStandAlone({ after }) {
    return /^(?:…|\.{3,4})["”]?\s+["“(]?\p{Lu}/u.test(after);
  },
  function oneWordIsCried({ before, after }) {
    return /(?:^|[.!?]["”]? )["“]\p{L}+!["”]$/u.test(before) && /^(?:He|She|They|I|We) \p{Ll}/u.test(after);
  },
  function insideShortQuotation({ before, after }) {
    const opened = /(?:“([^“”]*)|(?:^|[\s(])"([^"]*))$/.exec(before);
    const closed = /^[^“”"]*[”"](?= \p{Ll})/u.exec(after);
    if (opened === null || closed === null) return false;
    const inside = opened[1] ?? opened[2] ?? '';
    return inside.length + closed[0].length <= SHORT_QUOTATION;
  },
];

/** Words that may follow a clock time in its own sentence: "8 p.m. ET", "6 a.m. Eastern time", "9 p.m. Sunday". */
const AFTER_CLOCK = String.raw`(?:\p{Lu}{2,5}\b|\p{Lu}[\p{L}.]*(?:\s\p{L}+)?\stime\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)|(?:Eastern|Central|Mountain|Pacific|Greenwich|Moscow|Kyiv|Daily|Mass|Sir|Dr\.|Gov\.|Sen\.|Rep\.|Prof\.|Official|Free|Cost|Tickets?|Admission|Details)\b)`;

const OPENER = String.raw`["“‘]?(?:${[...SENTENCE_OPENERS].join('|')})\b(?![.-])`;

/** Sentence ends that the segmenter misses, in the white space between the two; each is tried where that begins. */
const MISSED_CUTS: readonly RegExp[] = [
  // One quote closes and the next opens: “No.” “Yes.”
  /(?<=[.!?…]["”])\s+(?=["“])/y,
  // A word that it mistakes for an abbreviation ("ill.", "sun.", "no."), though a capital follows.
  /(?<=\s(?!(?:vs|etc|approx|est|al|cf|ca)\.)[a-z]{2,}\.["”’]{0,3})\s+(?=["“]?\p{Lu})/uy,
  // "at 9 p.m. Republicans"
  new RegExp(
    String.raw`(?<=(?:[\p{L}\p{N}’',-]{1,24}\s){3}\d[\d:]{0,4}\s?[AaPp]\.?[Mm]\.)\s+(?!${AFTER_CLOCK})(?=["“]?\p{Lu})`,
    'uy',
  ),
  // "in the U.S. Three", "Acme Corp. They", "you and I. Did"
  new RegExp(
    String.raw`(?<=(?:\p{L}\.){2,}|\s\p{Lu}\.|\b(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|St|Ave)\.)\s+(?=${OPENER})`,
    'uy',
  ),
  // "Acme Corp. Rivals said": an ordinary word in the plural and one in lower case.
  /(?<=\b(?:Inc|Corp|Co|Ltd|LLC|Bros)\.)\s+(?=\p{Lu}\p{Ll}+s \p{Ll})/uy,
  // "Drummond Co. “It’s about time”": what is quoted begins anew.
  /(?<=\b(?:Inc|Corp|Co|Ltd|Jr|Sr|D\.C)\.)\s+(?=["“](?!Inc\b)\p{Lu}[\p{Ll}’']+,? \p{Ll})/uy,
  // "World War I. Photos"
  /(?<=\b(?:War|Division|Type|Phase|Part|Class|Title) I\.)\s+(?=["“]?\p{Lu})/uy,
  // "He waited... Then"; "I ... I" goes on.
  /(?<=(?<!\b(?:and|or|but|so|the|an?|to|of|in|for|with|is|was|are|be|just|if|not))(?<=\p{L})(?:\.{3,4}|…)["”]?)\s+(?=["“(]?\p{Lu})(?!I\b)/uy,
  // "It is going on. … Things are said"
  /(?<=[.!?]["”]? (?:\.{3}|…)["”]?)\s+(?=["“(]?\p{Lu})/uy,
  // "at https://example.com/a. See"
  /(?<=https?:\/\/\S{1,200}\.)\s+(?=["“]?\p{Lu}\p{Ll})/uy,
];

/** "for £3.50.The rest" */
const WITHOUT_SPACE = /(?<=\d\.)(?=\p{Lu}\p{Ll}+\s)/gu;

/** White space after what may end a sentence, and before what may begin one. */
const BETWEEN = /(?<=[.!?…"”’])\s+(?![\sa-z])/g;

/** Where the rules see a sentence end, in any order: the segmenter may have missed it. */
export function missedCuts(text: string): number[] {
  const cuts = Array.from(text.matchAll(WITHOUT_SPACE), ({ index }) => index);
  for (const { index, 0: space } of text.matchAll(BETWEEN)) {
    const isCut = MISSED_CUTS.some((pattern) => {
      pattern.lastIndex = index;
      return pattern.test(text);
    });
    if (isCut) cuts.push(index + space.length);
  }
  return cuts;
}

/** Whether a sentence surely goes on at a place where it might be cut. */
export function isFalseCut(text: string, at: number): boolean {
  const cut = cutAt(text, at);
  return FALSE_CUTS.some((holds) => holds(cut));
}

function cutAt(text: string, at: number): Cut {
  const left = text.slice(Math.max(0, at - CONTEXT), at);
  const right = text.slice(at, at + CONTEXT);
  const before = left.trimEnd();
  const after = right.trimStart();
  return { before, after, spaced: before.length < left.length || after.length < right.length };
}
