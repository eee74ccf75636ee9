import type { Article } from '../articles/article.js';

const OPENING_CHARACTERS = 60;

/** Returns an article's label: its title, or its opening words if it has none. */
export function articleLabel(article: Pick<Article, 'title' | 'paragraphs'>): string {
  if (article.title !== null) return article.title;
  const opening = article.paragraphs[0]?.text ?? '';
  if (opening.length <= OPENING_CHARACTERS) return opening;
  const cut = opening.lastIndexOf(' ', OPENING_CHARACTERS);
  return `${opening.slice(0, cut > 0 ? cut : OPENING_CHARACTERS).replace(/(?<![\s,;:.–—-])[\s,;:.–—-]+$/u, '')} …`;
}
