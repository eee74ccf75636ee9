import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../../src/user-error.js';
import { readText } from './json-lines.js';
import type { NewsArticle } from './news.js';

/** A few articles on one event, and questions that they answer or do not. */
export interface Dossier {
  readonly name: string;
  readonly articles: readonly NewsArticle[];
  readonly questions: readonly DossierQuestion[];
}

export interface DossierQuestion {
  readonly question: string;
  /** The words of the articles that answer, any of them; none for a question that the articles leave open. */
  readonly gold: readonly string[];
  /** What is asked for; of the others, how they miss: half-topic, near-miss, off-topic. */
  readonly kind: string;
}

const schema = z.array(
  z.object({
    name: z.string(),
    articles: z.array(z.string()),
    questions: z.array(
      z.object({
        question: z.string(),
        kind: z.string(),
        /** Number of the article in the dossier, and where in its text the answer begins and ends. */
        gold: z.array(z.tuple([z.number(), z.number(), z.number()])),
      }),
    ),
  }),
);

/**
 * Reads our own questions about articles of the news set. They name answers by their place, so that they hold no text of
 * the articles. Dossiers whose articles are not at hand are left out.
 * @throws UserError when the file is not of this form
 */
export function readDossiers(project: string, news: readonly NewsArticle[]): Dossier[] {
  const known = new Map(news.map((article) => [article.id, article]));
  return parseDossiers(project).flatMap(({ name, articles, questions }) => {
    const held = articles.flatMap((id) => known.get(id) ?? []);
    if (held.length < articles.length) return [];
    return [
      {
        name,
        articles: held,
        questions: questions.map(({ question, kind, gold }) => ({
          question,
          kind,
          gold: gold.map(([article, start, end]) => (held[article]?.text ?? '').slice(start, end)),
        })),
      },
    ];
  });
}

/** What dossiers ask, whether their articles are at hand or not. @throws UserError when the file is not of this form */
export function readDossierQuestions(project: string): Pick<DossierQuestion, 'question' | 'kind'>[] {
  return parseDossiers(project).flatMap(({ questions }) => questions);
}

function parseDossiers(project: string): z.infer<typeof schema> {
  const file = path.join(project, 'bench/questions/dossiers.json');
  const parsed = schema.safeParse(JSON.parse(readText(file)));
  if (!parsed.success) {
    throw new UserError(
      'eval-bad-questions',
      `${file}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`,
    );
  }
  return parsed.data;
}

/** Whether a text holds one of the answers; white space and the form of quotation marks do not count. */
export function holdsGold(text: string, { gold }: DossierQuestion): boolean {
  const folded = foldText(text);
  return gold.some((words) => folded.includes(foldText(words)));
}

/** One form of quotation marks, one space for each run of white space. */
export function foldText(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ');
}
