import { setImmediate } from 'node:timers/promises';
import { searchedWords } from '../../answer/question/intent.js';
import { readQuestion } from '../../answer/question/question.js';
import { matchTerms } from '../../answer/retrieval/candidates.js';
import type { TermMatcher } from '../../answer/retrieval/term-matcher.js';
import type { Archive } from '../../archive/archive.js';
import { type ArchivedArticle, storySentences } from '../../archive/passage.js';
import { analyseText } from '../../text/analysed-text.js';

/** What is looked at of an archive, so that the time does not grow with it. */
const PASSAGES = 300;
const ARTICLES = 150;
/** News says in its title and first sentences what it is about. */
const OPENING = 3;
/** An article is about some words if title and opening hold this share of their information. */
const ABOUT = 0.75;

export interface ArticlesAbout {
  readonly articles: readonly ArchivedArticle[];
  /** Tells how much of the words a text holds. */
  readonly matcher: TermMatcher;
}

/** Finds the articles that are about some words: that say them in their title or opening. */
export async function articlesAbout(archive: Archive, words: string): Promise<ArticlesAbout> {
  const question = readQuestion(searchedWords(words));
  const matcher = await matchTerms(archive, question, null);
  const hits = await archive.search({
    terms: question.terms.map(({ term, share, known }) => ({ term, weight: share, fuzzy: !known })),
    limit: PASSAGES,
  });
  const ids = [...new Set(hits.map(({ passage }) => passage.article))].slice(0, ARTICLES);
  const articles: ArchivedArticle[] = [];
  for (const id of ids) {
    const article = await archive.article(id);
    if (article !== undefined && isAbout(article, matcher)) articles.push(article);
    await setImmediate();
  }
  return { articles, matcher };
}

function isAbout(article: ArchivedArticle, matcher: TermMatcher): boolean {
  const opening = storySentences(article)
    .slice(0, OPENING)
    .map(({ text }) => text);
  return coverage(matcher, [article.title ?? '', ...opening]) >= ABOUT;
}

/** The share of the words' information that some texts hold together, 0 to 1. */
export function coverage(matcher: TermMatcher, texts: readonly string[]): number {
  const strengths = texts.map((text) => matcher.evidence(analyseText(text)).strengths);
  return matcher.coverage(
    matcher.weights.map((_, term) => Math.max(0, ...strengths.map((each) => each[term] ?? 0))),
  );
}
