import { setImmediate } from 'node:timers/promises';
import { articleLabel } from '../archive/label.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { indexTerms } from '../text/analyser.js';
import { foldCopies } from './copies.js';
import type { CitedArticle, DigestStory, KeySentence } from './digest.js';
import { findDifferingFigures } from './figures.js';
import { importance } from './importance.js';
import { selectKeySentences } from './key-sentences.js';
import { independentOutlets, outletsOf } from './outlets.js';
import type { Period } from './schedule/period.js';
import { firstSentences, type StorySentence } from './story-sentences.js';
import { countTerms, dot, sum, type TermVector, type TermWeight, termVector } from './term-vector.js';

/** A story as it is shown, and how much it matters. */
export interface ToldStory {
  readonly story: DigestStory;
  readonly importance: number;
}

const MOST_SENTENCES = 3;

/** Tells the story of some articles in their own sentences. Yields to other work between its steps. */
export async function tellStory(
  members: readonly ArchivedArticle[],
  vectors: ReadonlyMap<ArchivedArticle, TermVector>,
  weight: TermWeight,
  period: Period,
): Promise<ToldStory> {
  const centre = sum(members.map((article) => vectors.get(article) ?? new Map()));
  const articles = mostAlike(members, (article) => vectors.get(article) ?? new Map(), centre);
  const copies = foldCopies(articles);
  const texts = copies.flatMap(([fullest]) => fullest ?? []);
  const outlets = independentOutlets(copies);
  await setImmediate();
  const sentences = keySentences(texts, Math.min(outlets, MOST_SENTENCES), weight);
  await setImmediate();
  const figures = findDifferingFigures(texts);
  await setImmediate();
  return {
    story: {
      headline: headlineOf(articles, weight, centre),
      outlets: outletNames(articles),
      articles: articles.map(cite),
      sentences: sentences.map(quote),
      figures: figures.map((mentions) => ({
        values: mentions.map((mention) => ({ ...quote(mention), value: mention.value })),
      })),
    },
    importance: importance(texts, outlets, period),
  };
}

/**
 * Selects the sentences that tell the story. If none stands alone, takes the first one, as a story without a
 * quote would tell nothing.
 */
function keySentences(
  texts: readonly ArchivedArticle[],
  limit: number,
  weight: TermWeight,
): readonly StorySentence[] {
  const chosen = selectKeySentences(texts, limit, weight);
  return chosen.length > 0 ? chosen : firstSentences(texts).slice(0, 1);
}

/** Sorts the articles by how close they are to the middle of the story, closest first. */
function mostAlike(
  articles: readonly ArchivedArticle[],
  vectorOf: (article: ArchivedArticle) => TermVector,
  centre: TermVector,
): ArchivedArticle[] {
  const likeness = new Map(articles.map((article) => [article, dot(vectorOf(article), centre)]));
  return [...articles].sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0));
}

/**
 * Returns the title that says most about the story, or the opening words of the most central article if none
 * has a title.
 */
function headlineOf(articles: readonly ArchivedArticle[], weight: TermWeight, centre: TermVector): string {
  const titled = articles.filter(({ title }) => title !== null);
  const titleVector = ({ title }: ArchivedArticle): TermVector =>
    termVector(countTerms(indexTerms(title ?? '')), weight);
  const [best] = titled.length > 0 ? mostAlike(titled, titleVector, centre) : articles;
  return best ? articleLabel(best) : '';
}

function outletNames(articles: readonly ArchivedArticle[]): string[] {
  const named = articles.flatMap((article) =>
    outletsOf(article).map(({ key, publisher }) => [key, publisher ?? articleLabel(article)] as const),
  );
  return [...new Map(named).values()];
}

function cite(article: ArchivedArticle): CitedArticle {
  const { id, title, publisher, published, url } = article;
  return { article: id, label: articleLabel(article), title, publisher, published, url };
}

function quote({ article, sentence }: StorySentence): KeySentence {
  return { ...cite(article), text: sentence.text, paragraph: sentence.paragraph + 1 };
}
