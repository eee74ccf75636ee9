import fc from 'fast-check';
import { archiveArticle } from '../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import type { Article } from '../../src/articles/article.js';

export interface ArticleParts {
  readonly id?: string;
  readonly title?: string | null;
  readonly published?: string | null;
  readonly added?: string | null;
  /** A paragraph that starts with `--` stands after a break. */
  readonly paragraphs?: readonly string[];
  readonly captions?: readonly string[];
  readonly sources?: readonly string[];
}

export function anArticle(parts: ArticleParts = {}): ArchivedArticle {
  const id = parts.id ?? 'article';
  const article: Article = {
    id,
    file: `${id}.txt`,
    title: parts.title ?? null,
    publisher: null,
    url: null,
    published: parts.published ?? null,
    added: parts.added ?? null,
    paragraphs: (parts.paragraphs ?? ['Parliament met on Sunday.']).map((text) => ({
      text: text.replace(/^--/, ''),
      afterBreak: text.startsWith('--'),
    })),
    ...(parts.captions ? { captions: parts.captions } : {}),
    ...(parts.sources ? { sources: parts.sources } : {}),
    removed: [],
  };
  return archiveArticle(article);
}

/** Few words, so that articles share terms and passages tie. */
const word = fc.constantFrom(
  'troops',
  'Iraq',
  'parliament',
  'voted',
  'the',
  'general',
  'U.S.',
  '5,200',
  'é',
  'oil',
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 40 })
  .map((words) => `Then ${words.join(' ')} left.`);
const paragraph = fc
  .tuple(fc.boolean(), fc.array(sentence, { minLength: 1, maxLength: 6 }))
  .map(([broken, sentences]) => `${broken ? '--' : ''}${sentences.join(' ')}`);

/** Articles of different ids, as a reader might give them. */
export const someArticles: fc.Arbitrary<ArchivedArticle[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z#]{1,4}$/),
      title: fc.option(sentence),
      paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 5 }),
      captions: fc.array(sentence, { maxLength: 2 }),
    }),
    { maxLength: 8, selector: (parts) => parts.id },
  )
  .map((all) => all.map(anArticle));

/** Some words of `someArticles`, weighted, and one that is in none. */
export const someQuery = fc.record({
  terms: fc.array(
    fc.record({
      term: fc.constantFrom(
        'troop',
        'iraq',
        'parliament',
        'vote',
        'general',
        'u.s.',
        'us',
        '5200',
        'oil',
        'zebra',
      ),
      weight: fc.constantFrom(0, 0.5, 1, 2),
    }),
    { maxLength: 6 },
  ),
  limit: fc.integer({ min: 0, max: 20 }),
});
