import type { AnalysedText } from '../../text/analysed-text.js';
import { clauseNumbers } from '../../text/clauses.js';
import type { AnswerType } from '../question/answer-type.js';
import type { Question } from '../question/question.js';
import { kindsOfFocus } from '../ranking/features/meaning.js';
import { closeness } from '../ranking/features/type.js';
import { quantityAt } from '../types/figures.js';
import type { Mention, Support } from './mention.js';
import { traitsOf } from './value-traits.js';

/** Evidence that a value answers this question about this event; each feature 0 to 1 wherever it can be. */
export type ValueFeature = (mention: Mention, support: Support) => number;

const terms = ({ sentence }: Mention) => sentence.matcher.question.terms;

/** Tokens from a span to a token outside it, 1 for its neighbour; 0 for a token of its own. */
const distance = ({ span: { first, last } }: Mention, at: number): number =>
  at < first ? first - at : at > last ? at - last : 0;

/** How well the words that a figure counts stand for the noun asked for; null where it counts nothing, or none is asked for. */
function countedFocus(mention: Mention): number | null {
  const { sentence, span } = mention;
  const { matcher, analysed } = sentence;
  const { focus } = matcher.question;
  const quantity = quantityAt(analysed, span);
  if (quantity === undefined || focus < 0 || quantity.counted.length === 0) return null;
  let best = 0;
  for (const form of analysed.forms.slice(quantity.last + 1, quantity.last + 9)) {
    if (!quantity.counted.includes(form.term)) continue;
    for (const { index, strength } of matcher.matches(form))
      if (index === focus) best = Math.max(best, strength);
    best = Math.max(best, (matcher.similarity(form)[focus] ?? 0) - 0.2);
  }
  return best;
}

/** The nearest place of a term with a property, 1 for a neighbour. */
function nearTerm(
  mention: Mention,
  test: (index: number) => boolean,
  side: 'before' | 'after' | 'both' = 'both',
): number {
  let best = 0;
  for (const { at, match } of mention.sentence.evidence.places) {
    if (!test(match.index)) continue;
    if (side === 'before' && at > mention.span.first) continue;
    if (side === 'after' && at < mention.span.last) continue;
    const apart = distance(mention, at);
    if (apart > 0) best = Math.max(best, match.strength / (1 + (apart - 1) / 3));
  }
  return best;
}

const isVerb =
  (mention: Mention) =>
  (index: number): boolean =>
    terms(mention)[index]?.part === 'verb';

/** What the answer is to the verb of a question. */
interface Asked {
  /** "Who won", "which company makes it": the answer does what the verb says. */
  readonly subject: boolean;
  readonly object: boolean;
}

const asked = new WeakMap<Question, Asked>();

/** Read once for a question, as some hundred mentions ask for it. */
function askedOf({ sentence: { matcher } }: Mention): Asked {
  const { question } = matcher;
  const known = asked.get(question);
  if (known !== undefined) return known;
  const words = question.tokens.map(({ word }) => word);
  const helps = (from: number): boolean => words.slice(from).some((word) => /^(?:did|does|do)$/.test(word));
  const forSubject = words.findIndex((word) => /^(?:who|what|which)$/.test(word));
  const forObject = words.findIndex((word) => /^(?:who|whom|what|which|where)$/.test(word));
  const read = {
    subject: forSubject >= 0 && !helps(forSubject),
    object: forObject >= 0 && helps(forObject),
  };
  asked.set(question, read);
  return read;
}

function clauseCoverage({ sentence, span }: Mention): number {
  const { analysed, evidence, matcher } = sentence;
  const clauses = clauseNumbers(analysed);
  const own = clauses[span.first];
  const within = evidence.strengths.map(() => 0);
  for (const { at, match } of evidence.places)
    if (clauses[at] === own) within[match.index] = Math.max(within[match.index] ?? 0, match.strength);
  return matcher.coverage(within);
}

const wordBefore = ({ sentence: { analysed }, span }: Mention): string => {
  let at = span.first - 1;
  if (/^(?:the|a|an|his|her|their|its)$/.test(analysed.forms[at]?.word ?? '')) at -= 1;
  return analysed.forms[at]?.word ?? '';
};

const textAfter = ({ sentence: { analysed }, span }: Mention): string =>
  analysed.text.slice(span.end, span.end + 12);

const isOf =
  (...types: readonly AnswerType[]) =>
  ({ type }: Mention): boolean =>
    types.includes(type);
const isName = isOf('person', 'place', 'organisation');
const isFigure = isOf('count', 'money', 'percent', 'measure', 'duration', 'age');

const only =
  (test: (mention: Mention) => boolean, feature: ValueFeature): ValueFeature =>
  (mention, support) =>
    test(mention) ? feature(mention, support) : 0;

const titleHolds = ({ sentence: { surroundings }, canonical }: Mention): number =>
  surroundings.title !== null && holds(surroundings.title, canonical) ? 1 : 0;

function holds(text: AnalysedText, canonical: string): boolean {
  const last = canonical.split(' ').at(-1) ?? '';
  return last !== '' && text.words.has(last);
}

const lackingAround = ({ sentence }: Mention): number => {
  const { matcher, surroundings } = sentence;
  return 1 - matcher.coverage(surroundings.passage);
};

const VALUE_FEATURES = {
  always: () => 1,
  isCount: (mention) => Number(isOf('count')(mention)),
  isAmount: (mention) => Number(isOf('money', 'percent', 'measure', 'duration', 'age')(mention)),
  isDate: (mention) => Number(isOf('date')(mention)),
  isPerson: (mention) => Number(isOf('person')(mention)),
  isPlace: (mention) => Number(isOf('place')(mention)),
  isOrganisation: (mention) => Number(isOf('organisation')(mention)),
  fit: ({ span }) => span.fit,
  thingFit: only(isOf('thing'), ({ span }) => span.fit),
  typeChance: ({ sentence, type }) => sentence.matcher.question.typeChances[type] ?? 0,
  share: ({ share }) => share,
  first: ({ rank }) => (rank === 0 ? 1 : 0),
  closeness: ({ sentence, span }) => closeness(sentence, span),
  clauseCoverage,
  coverage: ({ sentence: { matcher, evidence } }) => matcher.coverage(evidence.strengths),
  lackingAround,
  support: (_, support) => support.share,
  agreement: (_, support) => support.agreement,
  articles: (_, support) => Math.log(support.articles),
  countsFocus: (mention) => countedFocus(mention) ?? 0,
  countsOther: only(isFigure, (mention) => ((countedFocus(mention) ?? 1) < 0.3 ? 1 : 0)),
  countsNothing: only(isOf('count'), (mention) => (countedFocus(mention) === null ? 1 : 0)),
  nearFocus: (mention) => nearTerm(mention, (index) => index === mention.sentence.matcher.question.focus),
  nearVerb: (mention) => nearTerm(mention, isVerb(mention)),
  isSubject: only(
    (mention) => askedOf(mention).subject,
    (mention) => nearTerm(mention, isVerb(mention), 'after'),
  ),
  isObject: only(
    (mention) => askedOf(mention).object,
    (mention) => nearTerm(mention, isVerb(mention), 'before'),
  ),
  nearName: (mention) => nearTerm(mention, (index) => terms(mention)[index]?.particular ?? false),
  kindOfFocus: ({ sentence: { matcher, analysed }, span }) => {
    const head = analysed.forms[span.last]?.word;
    return head !== undefined && kindsOfFocus(matcher)?.(head) ? 1 : 0;
  },
  likeFocus: ({ sentence: { matcher, analysed }, span }) => {
    const head = analysed.forms[span.last];
    return head === undefined ? 0 : Math.max(0, matcher.similarity(head)[matcher.question.focus] ?? 0);
  },
  focusBeside: (mention) => {
    const { matcher, analysed } = mention.sentence;
    const { focus } = matcher.question;
    const beside = [analysed.forms[mention.span.first - 1], analysed.forms[mention.span.last + 1]];
    return Math.max(
      0,
      ...beside.map((form) => (form === undefined ? 0 : (matcher.similarity(form)[focus] ?? 0))),
    );
  },
  thereBefore: only(isOf('place'), (mention) =>
    /^(?:in|at|near|outside|inside|on|across)$/.test(wordBefore(mention)) ? 1 : 0,
  ),
  byBefore: only(isName, (mention) => (wordBefore(mention) === 'by' ? 1 : 0)),
  whenBefore: only(isOf('date'), (mention) =>
    /^(?:on|in|since|by|until)$/.test(wordBefore(mention)) ? 1 : 0,
  ),
  possessive: (mention) => (/^['’]s?\b/.test(textAfter(mention)) ? 1 : 0),
  comma: only(isName, (mention) => (/^,/.test(textAfter(mention)) ? 1 : 0)),
  saysSo: only(isName, (mention) =>
    /^,? (?:said|says|told|added|tweeted|wrote)\b/.test(textAfter(mention)) ? 1 : 0,
  ),
  opens: ({ span }) => (span.first <= 1 ? 1 : 0),
  words: ({ span }) => Math.min(1, (span.last - span.first + 1) / 6),
  alone: ({ sentence, span }) => 1 / (1 + sentence.spans.filter((other) => other.fit >= span.fit).length),
  titleHolds,
  day: only(isOf('date'), ({ canonical }) => (/^\d{4}-\d\d-\d\d$/.test(canonical) ? 1 : 0)),
  unresolved: only(isOf('date'), ({ canonical }) => (/^\d{4}-/.test(canonical) ? 0 : 1)),
  vague: only(isFigure, ({ canonical }) => (/\d/.test(canonical) ? 0 : 1)),
} as const satisfies Readonly<Record<string, ValueFeature>>;

/** Types whose evidence is weighed alike. */
const GROUP: Readonly<Record<AnswerType, string>> = {
  count: 'figure',
  money: 'figure',
  percent: 'figure',
  measure: 'figure',
  duration: 'figure',
  age: 'figure',
  date: 'date',
  person: 'name',
  place: 'name',
  organisation: 'name',
  thing: 'thing',
  reason: 'prose',
  manner: 'prose',
  definition: 'prose',
  statement: 'prose',
  event: 'prose',
  'yes or no': 'prose',
};

/** What counts for more or less with the group of the type. */
const BY_GROUP = [
  'share',
  'first',
  'closeness',
  'clauseCoverage',
  'agreement',
  'support',
  'fit',
  'nearVerb',
  'nearFocus',
  'articles',
  'nearName',
  'typeChance',
  'coverage',
] as const satisfies readonly ValueFeatureName[];

/** The names of these with each group: joined once, as an answer asks for them some hundred times. */
const NAMES_BY_GROUP: Readonly<
  Record<string, readonly { readonly name: ValueFeatureName; readonly inGroup: string }[]>
> = Object.fromEntries(
  Object.values(GROUP).map((group) => [
    group,
    BY_GROUP.map((name) => ({ name, inGroup: `${group} ${name}` })),
  ]),
);

/** Keeps the logarithm of a share of nothing finite. */
const LEAST_SHARE = 0.01;

/**
 * Visits all evidence about a value where it is said.
 * @param visit is given the name under which the weights know a piece of evidence, and its value
 */
export function eachEvidence(
  mention: Mention,
  support: Support,
  visit: (name: string, value: number) => void,
): void {
  const { type } = mention;
  const found: Partial<Record<ValueFeatureName, number>> = {};
  for (const name of VALUE_FEATURE_NAMES) {
    const value = VALUE_FEATURES[name](mention, support);
    found[name] = value;
    if (value !== 0) visit(name, value);
  }
  for (const { name, inGroup } of NAMES_BY_GROUP[GROUP[type]] ?? []) visit(inGroup, found[name] ?? 0);
  const { share = 0, agreement = 0, closeness = 0 } = found;
  const logAgreement = Math.log(agreement + LEAST_SHARE);
  visit('logShare', Math.log(share + LEAST_SHARE));
  visit('logAgreement', logAgreement);
  visit(`${type} logAgreement`, logAgreement);
  visit('shareAndCloseness', share * closeness);
  visit('agreementAndCloseness', agreement * closeness);
  for (const trait of traitsOf(mention)) visit(trait, 1);
}

type ValueFeatureName = keyof typeof VALUE_FEATURES;

// Object.keys types its result as plain strings; these are the keys of a constant.
const VALUE_FEATURE_NAMES = Object.keys(VALUE_FEATURES) as readonly ValueFeatureName[];
