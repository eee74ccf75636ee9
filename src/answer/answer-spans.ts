import type { Name, NameKind } from '../text/names.js';
import type { Quantity, QuantityKind } from '../text/quantities.js';
import type { AnalysedText } from './analysed-text.js';
import type { TermMatcher } from './term-matcher.js';

/** Words of a sentence that may be what the question wants to hear. */
export interface AnswerSpan {
  /** Character offsets in the sentence, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Token positions, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** How well it fits the kind wanted: 1 for "5,200 troops" where troops are counted, less for what merely could be it. */
  readonly fit: number;
}

const STRONG = 1;
const FAIR = 0.6;
const WEAK = 0.3;

/** All spans of a sentence that may answer, best fit first; those that the question holds itself are no news and left out. */
export function findAnswerSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const spans = spansOfKind(matcher, sentence);
  return spans.filter((span) => !standsInQuestion(matcher, sentence, span)).sort((a, b) => b.fit - a.fit);
}

function spansOfKind(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  switch (matcher.question.kind) {
    case 'count':
      return quantitySpans(sentence, (quantity) => countFit(matcher, sentence, quantity));
    case 'money':
      return quantitySpans(sentence, byKind({ money: STRONG, count: WEAK, percent: WEAK }));
    case 'percent':
      return quantitySpans(sentence, byKind({ percent: STRONG, count: WEAK }));
    case 'measure':
      return quantitySpans(
        sentence,
        byKind({ measure: STRONG, percent: FAIR, count: FAIR, money: FAIR, duration: WEAK }),
      );
    case 'date':
      return dateSpans(sentence);
    case 'span':
      return quantitySpans(sentence, byKind({ duration: STRONG, count: WEAK, year: WEAK }));
    case 'age':
      return ageSpans(sentence);
    case 'person':
      return nameSpans(sentence, { person: STRONG, unknown: FAIR, organisation: WEAK, place: 0 });
    case 'place':
      return nameSpans(sentence, { place: STRONG, unknown: FAIR, organisation: FAIR, person: WEAK });
    case 'organisation':
      return nameSpans(sentence, { organisation: STRONG, unknown: FAIR, person: WEAK, place: WEAK });
    case 'reason':
      return cueSpans(sentence, REASON_CUES);
    case 'manner':
      return cueSpans(sentence, MANNER_CUES);
    case 'definition':
      return definitionSpans(matcher, sentence);
    case 'statement':
      return statementSpans(sentence);
    case 'thing':
      return thingSpans(matcher, sentence);
    case 'yes or no':
      return [];
  }
}

/** More than half of its content words are the question's own. */
function standsInQuestion(matcher: TermMatcher, sentence: AnalysedText, span: AnswerSpan): boolean {
  if (/^(?:reason|manner|definition|statement)$/.test(matcher.question.kind)) return false;
  let content = 0;
  let known = 0;
  for (let at = span.first; at <= span.last; at++) {
    const token = sentence.tokens[at];
    if (!token || token.stop) continue;
    content += 1;
    if (matcher.matches(token).some(({ strength }) => strength >= 0.8)) known += 1;
  }
  return content === 0 ? false : known > content / 2;
}

const byKind =
  (fits: Partial<Record<QuantityKind, number>>) =>
  (quantity: Quantity): number =>
    fits[quantity.kind] ?? 0;

function quantitySpans(sentence: AnalysedText, fitOf: (quantity: Quantity) => number): AnswerSpan[] {
  return sentence.quantities.flatMap(({ start, end, first, last, ...rest }) => {
    const fit = fitOf({ start, end, first, last, ...rest });
    return fit > 0 ? [{ start, end, first, last, fit }] : [];
  });
}

/** A number that counts the focus is better than any number. */
function countFit(matcher: TermMatcher, sentence: AnalysedText, quantity: Quantity): number {
  const fits: Partial<Record<QuantityKind, number>> = { count: FAIR, percent: WEAK, ordinal: 0.1 };
  const fit = fits[quantity.kind] ?? 0;
  if (quantity.kind !== 'count') return fit;
  const { focus } = matcher.question;
  if (focus.length === 0) return FAIR;
  const counted = sentence.tokens
    .slice(quantity.last + 1, quantity.last + 8)
    .filter((token) => quantity.counted.includes(token.term));
  const head = focus[focus.length - 1] ?? '';
  const fitting = Math.max(
    0,
    ...counted.flatMap((token) =>
      matcher.matches(token).map(({ term, strength }) => (term.term === head ? strength : 0)),
    ),
  );
  // A tally ("170-0") counts without saying what.
  const isTally =
    quantity.counted.length === 0 && /^\d+[-–]\d+$/.test(sentence.text.slice(quantity.start, quantity.end));
  // "5,200 troops" rather than "two militia forces" where troops are counted.
  // "Two of his soldiers" counts some of them, not them all.
  const isPartitive = sentence.tokens[quantity.last + 1]?.word === 'of';
  if (fitting >= 0.5) return isPartitive ? FAIR : FAIR + (STRONG - FAIR) * fitting;
  return isTally ? FAIR : WEAK;
}

const CALENDAR =
  /\b(?:(?:next |last |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|week|month|year|weekend)|yesterday|today|tomorrow|New Year['’]s (?:Eve|Day)|the \d{4}s|(?:early|mid|late)[- ]\d{4}s?)\b/gi;

function dateSpans(sentence: AnalysedText): AnswerSpan[] {
  const exact = quantitySpans(sentence, byKind({ date: STRONG, year: STRONG, clock: FAIR, ordinal: 0.1 }));
  const loose = [...sentence.text.matchAll(CALENDAR)].flatMap((match) => {
    const bare = /^(?:week|month|year|weekend|may|march)$/i.test(match[0]) && !/^[A-Z]/.test(match[0]);
    return bare ? [] : withTokens(sentence, match.index, match.index + match[0].length, 0.7);
  });
  return [
    ...exact,
    ...loose.filter((span) => !exact.some((other) => span.start < other.end && other.start < span.end)),
  ];
}

const AGE = /\b(?:aged? (?:of )?|turned |turning )?\d{1,3}(?:[- ]years?[- ]olds?)?\b/g;

/** "45 years old", "the 45-year-old", "aged 45", "Smith, 45,". */
function ageSpans(sentence: AnalysedText): AnswerSpan[] {
  return [...sentence.text.matchAll(AGE)].flatMap((match) => {
    const [before, after] = [
      sentence.text.slice(0, match.index),
      sentence.text.slice(match.index + match[0].length),
    ];
    const inApposition = /, $/.test(before) && /^[,.]/.test(after);
    const explicit = /year|age|turn/.test(match[0]);
    return explicit || inApposition
      ? withTokens(sentence, match.index, match.index + match[0].length, explicit ? STRONG : FAIR)
      : [];
  });
}

function nameSpans(sentence: AnalysedText, fits: Record<NameKind, number>): AnswerSpan[] {
  return sentence.names.flatMap(({ kind, start, end, first, last }: Name) =>
    fits[kind] > 0 ? [{ start, end, first, last, fit: fits[kind] }] : [],
  );
}

// A full stop after a single letter or before a digit ends no clause: "U.S.", "3.5".
interface Cue {
  readonly pattern: RegExp;
  readonly fit: number;
}

const REASON_CUES: readonly Cue[] = [
  {
    pattern:
      /\b(?:because|due to|owing to|thanks to|in response to|on the grounds|in retaliation|as a result of|blamed?|reason)\b(?:[^.;]|(?<=\b\p{L})\.|\.(?=\d))*/giu,
    fit: STRONG,
  },
  {
    pattern:
      /\b(?:in order to|so that|so as to|since|caused by|amid|citing|to avoid|to protect|to prevent|led to|leading to|prompted|triggered|after)\b(?:[^.;]|(?<=\b\p{L})\.|\.(?=\d))*/giu,
    fit: FAIR,
  },
  { pattern: /\bto [a-z]+\b(?:[^,.;]|(?<=\b\p{L})\.|\.(?=\d))*/giu, fit: WEAK },
];

const MANNER_CUES: readonly Cue[] = [
  {
    pattern: /\b(?:by [a-z-]+ing|by means of|using|through|via)\b(?:[^,.;]|(?<=\b\p{L})\.|\.(?=\d))*/giu,
    fit: STRONG,
  },
  { pattern: /\b(?:by|with|as)\b(?:[^,.;]|(?<=\b\p{L})\.|\.(?=\d))*/giu, fit: WEAK },
];

function cueSpans(sentence: AnalysedText, cues: readonly Cue[]): AnswerSpan[] {
  return cues.flatMap(({ pattern, fit }) =>
    [...sentence.text.matchAll(pattern)].flatMap((match) =>
      withTokens(sentence, match.index, match.index + match[0].length, fit),
    ),
  );
}

/** "X is a …", "X, the leader of Y,", "Y's leader X", "X refers to": what says who or what X is. */
function definitionSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const asked = sentence.tokens.flatMap((token, at) =>
    matcher.matches(token).some(({ strength }) => strength >= 0.8) ? [at] : [],
  );
  return asked.flatMap((at) => {
    const end = sentence.tokens[at]?.end ?? 0;
    const start = sentence.tokens[at]?.start ?? 0;
    const after = sentence.text.slice(end);
    const is =
      /^\)?(?:, [^,]{0,60},)? (?:is|was|are|were|refers? to|means|stands for|became|remains|consists? of) (?:[^.;]|(?<=\b\p{L})\.|\.(?=\d))+/u.exec(
        after,
      );
    if (is) return withTokens(sentence, end + 1, end + is[0].length, STRONG);
    const apposition =
      /^,? (?:\()?(?:who|which|the|a|an|one of)\b[^,.;]+/.exec(after) ??
      /^, [^,.;]{3,80}(?=[,.])/.exec(after);
    if (apposition?.[0].startsWith(','))
      return withTokens(sentence, end + 2, end + apposition[0].length, STRONG);
    const before =
      /(?:^|[\s(])((?:[\p{L}'’.-]+ ){0,6}(?:leader|minister|president|speaker|general|cleric|commander|secretary|senator|chief|head|spokesperson|spokesman|director|founder|expert|actor|singer|author|group|company|city|country|Gen\.|Sen\.)\s(?:[\p{Lu}][\p{L}.-]* ){0,2})$/u.exec(
        sentence.text.slice(0, start),
      );
    return before ? withTokens(sentence, start - (before[1]?.length ?? 0), start, FAIR) : [];
  });
}

function statementSpans(sentence: AnalysedText): AnswerSpan[] {
  const quoted = [...sentence.text.matchAll(/[“"][^“”"]+[”"]?/g)];
  const reported = [
    ...sentence.text.matchAll(
      /\b(?:said|says|told|warned|announced|claimed|called|calls|described|demanded|urged|vowed|revealed|noted|insisted|argued|added|threatened|decried|criticized|criticised|declared|saying|claiming|calling|claims|believes|asked)\b(?:[^.]|(?<=\b\p{L})\.|\.(?=\d))*/giu,
    ),
  ];
  return [
    ...quoted.flatMap((match) =>
      withTokens(sentence, match.index, match.index + match[0].length, match[0].length > 20 ? STRONG : FAIR),
    ),
    ...reported.flatMap((match) => withTokens(sentence, match.index, match.index + match[0].length, FAIR)),
  ];
}

/** Names and nouns that the question does not hold; best beside the noun that is asked for ("Fox News" for "which network"). */
function thingSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const { focus } = matcher.question;
  const head = focus[focus.length - 1];
  const names = nameSpans(sentence, { person: FAIR, place: FAIR, organisation: FAIR, unknown: FAIR });
  const inNames = new Set(names.flatMap(({ first, last }) => range(first, last)));
  const nouns = nounPhrases(sentence, (at) => {
    const token = sentence.tokens[at];
    return !token || inNames.has(at) || matcher.matches(token).some(({ strength }) => strength >= 0.8);
  });
  if (head === undefined) return [...names, ...nouns];
  const isHead = (at: number): boolean => {
    const token = sentence.tokens[at];
    return (
      token !== undefined &&
      matcher.matches(token).some(({ term, strength }) => term.term === head && strength >= 0.5)
    );
  };
  return [...names, ...nouns].map((span) =>
    isHead(span.last + 1) || isHead(span.first - 1) || isHead(span.first - 2)
      ? { ...span, fit: STRONG }
      : span,
  );
}

/** Runs of nouns and what stands before them, which `isOther` tokens end. */
function nounPhrases(sentence: AnalysedText, isOther: (at: number) => boolean): AnswerSpan[] {
  const phrases: AnswerSpan[] = [];
  for (const [at, { start, end, stop }] of sentence.tokens.entries()) {
    if (stop || isOther(at) || !/^(?:noun|adjective|number)$/.test(sentence.parts[at] ?? '')) continue;
    const before = phrases.at(-1);
    const joins = before?.last === at - 1 && /^[ -]$/.test(sentence.text.slice(before.end, start));
    if (before && joins) phrases[phrases.length - 1] = { ...before, end, last: at };
    else phrases.push({ start, end, first: at, last: at, fit: WEAK });
  }
  return phrases;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** A span by its characters, with the tokens that lie in it; none where it holds no token. */
function withTokens(sentence: AnalysedText, start: number, end: number, fit: number): AnswerSpan[] {
  const first = sentence.tokens.findIndex((token) => token.start >= start);
  let last = first;
  while ((sentence.tokens[last + 1]?.end ?? Infinity) <= end) last += 1;
  return first < 0 || (sentence.tokens[first]?.start ?? end) >= end ? [] : [{ start, end, first, last, fit }];
}
