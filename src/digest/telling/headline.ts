import type { ArchivedArticle } from '../../archive/passage.js';
import { indexTerms } from '../../text/analyser.js';
import { countTerms, dot, type TermVector, type TermWeight, termVector } from '../term-vector.js';
import weights from './headline-weights.json' with { type: 'json' };

/** What decides which title becomes the headline, each 0 to 1. */
export interface TitleFeatures {
  /** How much it says of the story; 1 for the title that says most. */
  readonly close: number;
  /** How close its article is to the middle of the story; 1 for the closest. */
  readonly central: number;
  readonly question: number;
  /** It promises to tell instead of telling: "Here's what …", "5 takeaways", "What to know". */
  readonly teaser: number;
  /** A live blog's or a recap's label. */
  readonly live: number;
  /** A column's, an analysis' or a review's. */
  readonly column: number;
  /** Somebody's words rather than what happened. */
  readonly quoted: number;
  /** A few words: a label. */
  readonly short: number;
  /** The page cut it off. */
  readonly cut: number;
}

export type TitleWeights = Readonly<Record<keyof TitleFeatures, number>>;

const QUESTION =
  /\?\s*(?:\||$)|^(?:how|why|what|when|where|who|which|is|are|was|can|could|will|would|should|do|does|did|has|have)\b(?!.*\b(?:says?|said)\b)|: (?:how|why|what|when|where|who|which|is|are|can|will|should|does)\b/i;
const TEASER =
  /\bhere['’](?:s|re)\b|\bhere (?:are|is)\b|\b(?:what|things|everything|all) (?:we know|to know|you need|you should|to expect|to watch|happens|comes|it means)|\btakeaways?\b|\bexplain(?:ed|er|s)\b|^\d+ (?:things|ways|reasons|tips|photos|facts|questions|takeaways)|^(?:meet|inside|watch|see|look|photos?|video|maps?|the story behind)\b|\bphotos:|\b(?:we|we're|we’re|our|you|your)\b|^(?:my|their|his|her)\b|\bthis is (?:how|why|what)\b|\bin (?:pictures|photos)\b|\btimeline\b|\bfact check\b/i;
const LIVE =
  /\blive (?:updates?|blog|coverage)\b|\bas it happened\b|\b(?:re)?cap\b|\bupdates?:|\blatest (?:news|updates?)\b|^(?:the latest|latest|updates?)\b/i;
const COLUMN =
  /^(?:opinion|analysis|column|editorial|commentary|review|perspective|op-ed|letters?)\b|\((?:opinion|analysis)\)|\| (?:opinion|analysis)|[:|-] (?:opinion|analysis)\b/i;
const QUOTES = /“[^”]+”|"[^"]+"|(?<![\p{L}])['‘][^'’]{8,}['’](?!\p{L})/gu;
/** "Senate passes the …", also with the name of the site behind it. */
const CUT = /(?:\.\.\.|…)\s*(?:[|–—-]\s*[^|–—]{2,40})?$/u;
const FULL_WORDS = 7;

/**
 * Returns the article whose title says best what happened in the story; the most central one if none has a
 * title.
 * @param articles the most central first
 */
export function headlineArticle(
  articles: readonly ArchivedArticle[],
  weight: TermWeight,
  centre: TermVector,
  learned: TitleWeights = weights,
): ArchivedArticle | undefined {
  const titled = titleFeatures(articles, weight, centre).map(({ article, features }) => ({
    article,
    score: titleScore(features, learned),
  }));
  return titled.sort((a, b) => b.score - a.score)[0]?.article ?? articles[0];
}

export function titleFeatures(
  articles: readonly ArchivedArticle[],
  weight: TermWeight,
  centre: TermVector,
): { readonly article: ArchivedArticle; readonly features: TitleFeatures }[] {
  const titled = articles.flatMap((article) =>
    article.title === null ? [] : [{ article, title: article.title }],
  );
  const closeness = titled.map(({ title }) => dot(termVector(countTerms(indexTerms(title)), weight), centre));
  const most = Math.max(0, ...closeness) || 1;
  return titled.map(({ article, title }, at) => {
    const quotes = Array.from(title.matchAll(QUOTES), ([quote]) => quote.length);
    return {
      article,
      features: {
        close: (closeness[at] ?? 0) / most,
        central: 1 - articles.indexOf(article) / articles.length,
        question: flag(QUESTION.test(title)),
        teaser: flag(TEASER.test(title)),
        live: flag(LIVE.test(title)),
        column: flag(COLUMN.test(title)),
        quoted: quotes.reduce((total, length) => total + length, 0) / title.length,
        short: Math.max(0, 1 - title.split(/\s+/).length / FULL_WORDS),
        cut: flag(CUT.test(title)),
      },
    };
  });
}

export function titleScore(features: TitleFeatures, learned: TitleWeights): number {
  return (Object.keys(learned) as (keyof TitleFeatures)[]).reduce(
    (sum, name) => sum + learned[name] * features[name],
    0,
  );
}

const flag = (is: boolean): number => (is ? 1 : 0);
