import type { Archive } from '../../src/archive/archive.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import type { ArchivedArticle, Sentence } from '../../src/archive/passage.js';
import type { Day } from '../../src/text/dates/calendar.js';
import type { SquadSentence, SquadSet } from '../sets/squad-set.js';

/** As in the product, the day of asking is known. Any day will do: the set's articles have none, and so hold nothing of "this week". */
export const ASKED_ON: Day = '2025-01-01';

/** A SQuAD set as an archive: an article a title, with the set's own sentences. */
export interface SquadArchive {
  readonly archive: Archive;
  /** The set's id of an article's sentence. */
  sentenceId(article: string, sentence: number): string;
}

export async function squadArchive(set: SquadSet): Promise<SquadArchive> {
  const articles = new Map<string, { title: string; paragraphs: { id: string; text: string }[] }>();
  for (const { id, title, text } of set.paragraphs) {
    const name = id.replace(/#.*$/, '');
    const article = articles.get(name) ?? { title, paragraphs: [] };
    article.paragraphs.push({ id, text });
    articles.set(name, article);
  }
  const byParagraph = new Map<string, SquadSentence[]>();
  for (const sentence of set.sentences) {
    const others = byParagraph.get(sentence.paragraph);
    if (others) others.push(sentence);
    else byParagraph.set(sentence.paragraph, [sentence]);
  }
  const ids = new Map<string, readonly string[]>();
  const archived: ArchivedArticle[] = [];
  for (const [name, { title, paragraphs }] of articles) {
    const numbered = paragraphs.flatMap(({ id }, paragraph) =>
      (byParagraph.get(id) ?? []).map((sentence) => ({ sentence, paragraph })),
    );
    const sentences = numbered.map(({ sentence, paragraph }, number): Sentence => {
      return { text: sentence.text, paragraph, number, afterBreak: false };
    });
    ids.set(
      name,
      numbered.map(({ sentence }) => sentence.id),
    );
    archived.push({
      id: name,
      file: name,
      title: title.replaceAll('_', ' '),
      publisher: null,
      url: null,
      published: null,
      added: null,
      // Paragraphs of an encyclopedia do not read on from one another.
      paragraphs: paragraphs.map(({ text }, index) => ({ text, afterBreak: index > 0 })),
      removed: [],
      sentences: sentences.map((sentence, index) => ({
        ...sentence,
        afterBreak: index > 0 && sentences[index - 1]?.paragraph !== sentence.paragraph,
      })),
    });
  }
  return {
    archive: await buildArchive(archived),
    sentenceId: (article, sentence) => ids.get(article)?.[sentence] ?? '',
  };
}
