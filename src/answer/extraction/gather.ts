import { softmax } from '../../text/softmax.js';
import { ANSWER_TYPES, type AnswerType } from '../question/answer-type.js';
import type { RankedSentence } from '../ranking/rank.js';
import { ownWords } from '../ranking/rank.js';
import { TYPES } from '../types/index.js';
import type { ValueSpan } from '../types/value-span.js';
import type { Mention, Support } from './mention.js';

/** Of the ranking, the sentences that are searched for values. */
export const SENTENCES_SEARCHED = 12;

/** A type that is less likely than this is not looked for beside the likeliest. */
const SECOND_TYPE = 0.2;

/** The values in the best sentences, each where it is said; the question's own words are none. */
export function gatherMentions(ranked: readonly RankedSentence[]): Mention[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const { question } = best.matcher;
  const types = ANSWER_TYPES.filter(
    (type) => type === question.type || (question.typeChances[type] ?? 0) >= SECOND_TYPE,
  );
  const searched = ranked.slice(0, SENTENCES_SEARCHED);
  const shares = softmax(searched.map(({ score }) => score));
  return searched.flatMap((sentence, rank) =>
    types.flatMap((type) =>
      mentionsIn(sentence, type).map((mention) => ({ ...mention, rank, share: shares[rank] ?? 0 })),
    ),
  );
}

function mentionsIn(sentence: RankedSentence, type: AnswerType): Omit<Mention, 'rank' | 'share'>[] {
  const { analysed, article } = sentence;
  const published = article.published ?? article.added;
  return spansIn(sentence, type).map((span) => ({
    sentence,
    span,
    type,
    canonical: TYPES[type].canonical(span, { sentence: analysed, published }),
  }));
}

/** Those of the likeliest type are known from the ranking, which does without noun phrases. */
function spansIn(sentence: RankedSentence, type: AnswerType): readonly ValueSpan[] {
  const { analysed, matcher, spans } = sentence;
  if (type === matcher.question.type && type !== 'thing') return spans;
  return TYPES[type].spans(analysed, matcher.question).filter((span) => !ownWords(sentence, span));
}

/** The support of each value, by its canonical form. */
export function supportOf(mentions: readonly Mention[]): ReadonlyMap<string, Support> {
  const found = new Map<string, { sentences: Map<number, number>; articles: Set<string> }>();
  for (const { canonical, rank, share, span, sentence } of mentions) {
    const support = found.get(canonical) ?? { sentences: new Map(), articles: new Set() };
    support.sentences.set(rank, Math.max(support.sentences.get(rank) ?? 0, share * span.fit));
    support.articles.add(sentence.article.id);
    found.set(canonical, support);
  }
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
  const total = sum([...found.values()].map(({ sentences }) => sum(sentences.values()))) || 1;
  return new Map(
    [...found].map(([canonical, { sentences, articles }]) => {
      const share = sum(sentences.values());
      return [canonical, { share, articles: articles.size, agreement: share / total }];
    }),
  );
}
