import type { ArchivedArticle, Sentence } from '../../src/archive/passage.js';
import { resolveDates } from '../../src/text/dates.js';
import type { SelectionQuestion } from './selection.js';
import type { SquadSet } from './squad.js';

/** The set as an archive keeps it: an article a title, its sentences exactly those of the set. */
export function squadArticles(set: SquadSet): {
  readonly articles: readonly ArchivedArticle[];
  /** From `sentenceKey` to the set's own name of the sentence. */
  readonly ids: ReadonlyMap<string, string>;
} {
  const sentencesOf = grouped(set.sentences, ({ paragraph }) => paragraph);
  const ids = new Map<string, string>();
  const articles = [...grouped(set.paragraphs, ({ title }) => title)].map(([title, paragraphs]) => {
    const article = title.replaceAll(' ', '_');
    const sentences = paragraphs.flatMap(({ id: of }, paragraph) =>
      (sentencesOf.get(of) ?? [])
        .toSorted((a, b) => a.start - b.start)
        .map(({ id, text }) => ({ id, text, paragraph })),
    );
    for (const [number, { id }] of sentences.entries()) ids.set(sentenceKey(article, number), id);
    return bareArticle(
      article,
      title,
      paragraphs.map(({ text }) => text),
      sentences,
    );
  });
  return { articles, ids };
}

export function sentenceKey(article: string, number: number): string {
  return `${article} ${number}`;
}

/**
 * A question's candidates as articles. Together: sentences of one article, in their order, so that place and
 * neighbours are known. Apart: each an article of its own.
 */
export function candidateArticles(
  { id, candidates }: SelectionQuestion,
  arrangement: 'together' | 'apart',
): ArchivedArticle[] {
  const texts = candidates.map(({ text }) => ({ text, paragraph: 0 }));
  if (arrangement === 'together') {
    return [bareArticle(id, null, [texts.map(({ text }) => text).join(' ')], texts)];
  }
  return texts.map((text, index) => bareArticle(`${id} ${index}`, null, [text.text], [text]));
}

function bareArticle(
  id: string,
  title: string | null,
  paragraphs: readonly string[],
  sentences: readonly Pick<Sentence, 'text' | 'paragraph'>[],
): ArchivedArticle {
  return {
    id,
    file: id,
    title,
    publisher: null,
    url: null,
    published: null,
    added: null,
    paragraphs: paragraphs.map((text) => ({ text, afterBreak: false })),
    removed: [],
    sentences: sentences.map(({ text, paragraph }, number) => ({
      text,
      paragraph,
      number,
      afterBreak: false,
      dates: resolveDates(text, null),
    })),
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
