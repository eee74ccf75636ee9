import { isKnownPlace } from '../../src/text/lexicon/places.js';
import { type NameFeatures, nameFeatures } from '../../src/text/name-features.js';
import { type KindChances, NAME_KINDS } from '../../src/text/name-kinds.js';
import { findNames } from '../../src/text/names.js';
import { type Token, tokenise } from '../../src/text/tokens.js';
import type { MarkedName, NamedText } from '../sets/named-texts.js';

/** A name with what it is. */
export interface NameCase {
  readonly features: NameFeatures;
  /** Position in `NAME_KINDS`. */
  readonly kind: number;
  /** What marked it: people, or `findNames`, or both alike. */
  readonly from: 'marked' | 'found' | 'both';
  /** Whether people marked a name there at all. */
  readonly isName: boolean;
}

type Model = (features: NameFeatures) => KindChances;

/**
 * The names that people marked and those that `findNames` finds, which are of the kind of the marked one they end with.
 * @param chancesOf decides for `findNames` what is a whole person; left out, nothing is
 */
export function nameCases(texts: readonly NamedText[], chancesOf: Model = () => []): NameCase[] {
  return texts.flatMap(({ sentences }) =>
    sentences.flatMap(({ text, names }) => sentenceCases(text, names, chancesOf)),
  );
}

function sentenceCases(text: string, names: readonly MarkedName[], chancesOf: Model): NameCase[] {
  const tokens = tokenise(text);
  const marked = names.flatMap((name) => spanOf(tokens, name) ?? []);
  const found = findNames(text, tokens, chancesOf);
  const make = (
    first: number,
    last: number,
    kind: number,
    from: NameCase['from'],
    isName: boolean,
  ): NameCase => ({
    features: nameFeatures(text, tokens, first, last),
    kind,
    from,
    isName,
  });
  const same = (a: { first: number; last: number }, b: { first: number; last: number }) =>
    a.first === b.first && a.last === b.last;
  return [
    ...marked.map((span) =>
      make(
        span.first,
        span.last,
        span.kind,
        found.some((name) => same(name, span)) ? 'both' : 'marked',
        true,
      ),
    ),
    ...found
      .filter((name) => !marked.some((span) => same(name, span)))
      .map(({ first, last }) => {
        const under = markedUnder(marked, first, last);
        return make(first, last, under?.kind ?? NAME_KINDS.indexOf('other'), 'found', under !== undefined);
      }),
  ];
}

interface MarkedSpan {
  readonly first: number;
  readonly last: number;
  readonly kind: number;
}

function spanOf(tokens: readonly Token[], { start, end, kind }: MarkedName): MarkedSpan | null {
  const first = tokens.findIndex((token) => token.start >= start && token.start < end);
  const last = tokens.findLastIndex((token) => token.start >= start && token.start < end);
  const opens = tokens[first]?.text ?? '';
  if (first < 0 || !/^\p{Lu}/u.test(opens)) return null;
  const whole = tokens
    .slice(first, last + 1)
    .map(({ word }) => word)
    .join(' ');
  return { first, last, kind: NAME_KINDS.indexOf(isKnownPlace(whole) ? 'place' : kind) };
}

/** "Iranian Gen. Qasem Soleimani" is what its last part is: the marked name that holds its end, or the last within. */
function markedUnder(marked: readonly MarkedSpan[], first: number, last: number): MarkedSpan | undefined {
  return (
    marked.find((span) => span.first <= last && span.last >= last) ??
    marked.findLast((span) => span.first <= last && span.last >= first)
  );
}
