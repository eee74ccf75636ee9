import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/archive.js';
import { articleLabel } from '../archive/label.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { indexTerms } from '../text/analyser.js';
import { foldCopies } from './copies.js';
import type { CitedArticle, Edition, KeySentence, StoryDigest } from './edition.js';
import { findDifferingFigures } from './figures.js';
import { importance } from './importance.js';
import { type StorySentence, selectKeySentences } from './key-sentences.js';
import { independentOutlets, outletsOf } from './outlets.js';
import type { Period } from './period.js';
import { articleVector, groupStories } from './stories.js';
import {
  countTerms,
  dot,
  inverseFrequency,
  sum,
  type TermVector,
  type TermWeight,
  termVector,
} from './term-vector.js';

/** Of a period with more articles the newest are read: time grows with the square of their number. */
const MOST_ARTICLES = 600;
const MOST_SENTENCES = 3;

/** The digest of a period: its stories, those that matter first, each told in the outlets' own sentences. */
export async function composeEdition(archive: Archive, period: Period): Promise<Edition> {
  const summaries = archive.articles().filter((article) => period.includes(article));
  const read = await Promise.all(summaries.slice(0, MOST_ARTICLES).map(({ id }) => archive.article(id)));
  const articles = read.filter((article) => article !== undefined);
  const weight = await archiveWeights(archive, articles);
  const stories: { readonly digest: StoryDigest; readonly importance: number }[] = [];
  for (const members of groupStories(articles, weight)) {
    // A long day takes a second or more: let the bot answer between two stories.
    await setImmediate();
    stories.push(tellStory(members, weight, period));
  }
  stories.sort((a, b) => b.importance - a.importance);
  return { date: period.date, stories: stories.map(({ digest }) => digest), articles: summaries.length };
}

function tellStory(
  members: readonly ArchivedArticle[],
  weight: TermWeight,
  period: Period,
): { readonly digest: StoryDigest; readonly importance: number } {
  const { articles, headline } = arrange(members, weight);
  const copies = foldCopies(articles);
  const texts = copies.flatMap(([fullest]) => fullest ?? []);
  const outlets = independentOutlets(copies);
  const sentences = selectKeySentences(texts, Math.min(outlets, MOST_SENTENCES), weight);
  return {
    digest: {
      headline,
      outlets: outletNames(articles),
      articles: articles.map(cite),
      sentences: sentences.map(quote),
      figures: findDifferingFigures(texts).map((mentions) => ({
        values: mentions.map((mention) => ({ ...quote(mention), value: mention.value })),
      })),
    },
    importance: importance(texts, outlets, period),
  };
}

/** Most central article first; the headline is the title that says most of what the story is about. */
function arrange(
  members: readonly ArchivedArticle[],
  weight: TermWeight,
): { readonly articles: readonly ArchivedArticle[]; readonly headline: string } {
  const vectors = new Map(members.map((article) => [article, articleVector(article, weight)]));
  const centre = sum(vectors.values());
  const byCentrality = (vectorOf: (article: ArchivedArticle) => TermVector): ArchivedArticle[] => {
    const centrality = new Map(members.map((article) => [article, dot(vectorOf(article), centre)]));
    return [...members].sort((a, b) => (centrality.get(b) ?? 0) - (centrality.get(a) ?? 0));
  };
  const articles = byCentrality((article) => vectors.get(article) ?? new Map());
  const byTitle = byCentrality(({ title }) => termVector(countTerms(indexTerms(title ?? '')), weight));
  const headlined = byTitle.find(({ title }) => title !== null) ?? articles[0];
  return { articles, headline: headlined ? articleLabel(headlined) : '' };
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

/** How much each term of the articles tells, by how often the whole archive has it. */
async function archiveWeights(archive: Archive, articles: readonly ArchivedArticle[]): Promise<TermWeight> {
  const terms = new Set<string>();
  for (const { title, sentences } of articles) {
    for (const text of [title ?? '', ...sentences.map((sentence) => sentence.text)]) {
      for (const term of indexTerms(text)) terms.add(term);
    }
  }
  const known = [...terms];
  const frequencies = await archive.documentFrequencies(known);
  const weights = new Map(
    known.map((term, at) => [term, inverseFrequency(archive.passageCount, frequencies[at] ?? 0)]),
  );
  return (term) => weights.get(term) ?? inverseFrequency(archive.passageCount, 0);
}
