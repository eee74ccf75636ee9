import type { NewsArticle } from '../sets/news.js';
import type { SelectionQuestion } from '../sets/selection.js';
import type { SquadSet } from '../sets/squad-set.js';
import type { CandidateEngine, QuoteEngine, SentenceEngine } from './engine.js';
import { PLAIN_NAMES, type PlainDocument, type PlainFlavour, PlainMiniSearch } from './plain-minisearch.js';

/** Every sentence of the set is a document. */
export function plainSentences(flavour: PlainFlavour, set: SquadSet): SentenceEngine {
  const index = new PlainMiniSearch(flavour, set.sentences);
  return {
    name: PLAIN_NAMES[flavour],
    rank: async (question) => {
      const hits = index.search(question);
      return { ids: hits.map((hit) => hit.id), confidence: index.scorePerTerm(hits, question) };
    },
  };
}

/** Every candidate of every question is a document, so that rare words are known from the whole set. */
export function plainCandidates(
  flavour: PlainFlavour,
  questions: readonly SelectionQuestion[],
): CandidateEngine {
  const idOf = (question: SelectionQuestion, candidate: number) => `${question.id} ${candidate}`;
  const index = new PlainMiniSearch(
    flavour,
    questions.flatMap((question) =>
      question.candidates.map(({ text }, candidate) => ({ id: idOf(question, candidate), text })),
    ),
  );
  return {
    name: PLAIN_NAMES[flavour],
    score: async (question) => {
      const ids = question.candidates.map((_, candidate) => idOf(question, candidate));
      const scores = index.scoresOf(question.question, new Set(ids));
      return ids.map((id) => scores.get(id) ?? 0);
    },
  };
}

/** Documents are passages of about so many characters, under their article's title. */
export function plainPassages(
  flavour: PlainFlavour,
  articles: readonly NewsArticle[],
  characters: number,
): QuoteEngine {
  const articleOf = new Map<string, string>();
  const textOf = new Map<string, string>();
  const documents: PlainDocument[] = [];
  for (const { id: article, title, text } of articles) {
    for (const [number, passage] of cutPassages(text, characters).entries()) {
      const id = `${article}#${number}`;
      articleOf.set(id, article);
      textOf.set(id, passage);
      documents.push({ id, title, text: passage });
    }
  }
  const index = new PlainMiniSearch(flavour, documents, ['title', 'text']);
  return quotesOf(flavour, index, QUOTES, (id) => ({
    text: textOf.get(id) ?? '',
    article: articleOf.get(id) ?? '',
  }));
}

/** The first documents that a plain engine finds, as quotes; it refuses nothing. */
export function quotesOf(
  flavour: PlainFlavour,
  index: PlainMiniSearch,
  limit: number,
  quoteOf: (id: string) => { readonly text: string; readonly article: string },
): QuoteEngine {
  return {
    name: PLAIN_NAMES[flavour],
    quote: async (question) => ({
      answered: true,
      confidence: null,
      quotes: index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => quoteOf(id)),
      related: [],
    }),
  };
}

const QUOTES = 20;

/** Whole sentences until a passage has `characters`: what anyone would write who has no splitter at hand. */
export function cutPassages(text: string, characters: number): string[] {
  const passages: string[] = [];
  let passage = '';
  for (const sentence of text.split(/(?<=[.!?]["”’]?)\s+|\n+/)) {
    passage = passage === '' ? sentence : `${passage} ${sentence}`;
    if (passage.length < characters) continue;
    passages.push(passage);
    passage = '';
  }
  if (passage !== '') passages.push(passage);
  return passages;
}
