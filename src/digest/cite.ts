import { articleLabel } from '../archive/label.js';
import type { ArchivedArticle } from '../archive/passage.js';
import type { CitedArticle, KeySentence } from './digest.js';
import type { StorySentence } from './telling/story-sentences.js';

/** What a citation of an article is made from. */
export function cite(article: ArchivedArticle): CitedArticle {
  const { id, title, publisher, published, url } = article;
  return { article: id, label: articleLabel(article), title, publisher, published, url };
}

/** A sentence of a story with its citation. */
export function quote({ article, sentence }: StorySentence): KeySentence {
  return {
    ...cite(article),
    text: sentence.text,
    paragraph: sentence.paragraph + 1,
    number: sentence.number,
  };
}
