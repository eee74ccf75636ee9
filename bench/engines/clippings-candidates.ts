import { rankAmong } from '../../src/answer/ranking/rank.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import type { SelectionQuestion } from '../sets/selection.js';
import type { CandidateEngine } from './engine.js';

/**
 * Clippings over given candidates; how rare a word is, is known from the candidates of all questions.
 * @param arrangement whether the ranking may see a candidate's place and neighbours
 */
export async function clippingsCandidates(
  questions: readonly SelectionQuestion[],
  arrangement: 'together' | 'apart',
): Promise<CandidateEngine> {
  const articlesOf = new Map<string, ArchivedArticle[]>();
  for (const question of questions) articlesOf.set(question.id, candidateArticles(question, arrangement));
  const archive = await buildArchive([...articlesOf.values()].flat());
  return {
    name: arrangement === 'together' ? 'Clippings + position' : 'Clippings',
    score: async ({ id, question }) => {
      const among = (articlesOf.get(id) ?? []).flatMap((article) =>
        article.sentences.map((sentence) => ({ article, sentence })),
      );
      const scores = new Map(
        (await rankAmong(archive, question, among)).map(({ article, sentence, score }) => [
          sentenceKey(article.id, sentence.number),
          score,
        ]),
      );
      // A candidate that was not worth a closer look comes last.
      return among.map(
        ({ article, sentence }) =>
          scores.get(sentenceKey(article.id, sentence.number)) ?? Number.NEGATIVE_INFINITY,
      );
    },
  };
}

/**
 * A question's candidates as articles. Together: sentences of one article, in their order, so that place and
 * neighbours are known. Apart: each an article of its own.
 */
export function candidateArticles(
  { id, candidates }: SelectionQuestion,
  arrangement: 'together' | 'apart',
): ArchivedArticle[] {
  const texts = candidates.map(({ text }) => text);
  if (arrangement === 'together') return [bareArticle(id, texts)];
  return texts.map((text, index) => bareArticle(`${id} ${index}`, [text]));
}

/** An article that is one paragraph of these sentences, and has no title or date. */
function bareArticle(id: string, sentences: readonly string[]): ArchivedArticle {
  return {
    id,
    file: id,
    title: null,
    publisher: null,
    url: null,
    published: null,
    added: null,
    paragraphs: [{ text: sentences.join(' '), afterBreak: false }],
    removed: [],
    sentences: sentences.map((text, number) => ({
      text,
      paragraph: 0,
      number,
      afterBreak: false,
    })),
  };
}

function sentenceKey(article: string, number: number): string {
  return `${article} ${number}`;
}
