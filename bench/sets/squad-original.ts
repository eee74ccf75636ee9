import { z } from 'zod';
import { splitSentences } from '../../src/text/sentences.js';
import { UserError } from '../../src/user-error.js';
import { readText } from './json-lines.js';
import type { SquadParagraph, SquadQuestion, SquadSentence, SquadSet } from './squad-set.js';

const original = z.object({
  data: z
    .array(
      z.object({
        title: z.string(),
        paragraphs: z.array(
          z.object({
            context: z.string(),
            qas: z.array(
              z.object({
                id: z.string(),
                question: z.string(),
                is_impossible: z.boolean().optional(),
                answers: z.array(z.object({ text: z.string(), answer_start: z.int() })),
              }),
            ),
          }),
        ),
      }),
    )
    .min(1),
});

/**
 * Reads SQuAD as it is published (1.1 or 2.0). Sentences are split by Clippings; a question's right sentences are those
 * that hold one of its answers where the annotators marked it.
 */
export function readOriginalSquad(file: string): SquadSet {
  const paragraphs: SquadParagraph[] = [];
  const sentences: SquadSentence[] = [];
  const questions: SquadQuestion[] = [];
  const unanswerable: { id: string; question: string; paragraph: string }[] = [];
  for (const article of parse(file).data) {
    for (const [number, { context, qas }] of article.paragraphs.entries()) {
      const id = `${article.title}#${number}`;
      paragraphs.push({ id, title: article.title.replaceAll('_', ' '), text: context });
      const own = splitSentences(context).map(({ start, end }, at) => ({
        id: `${id}_${at}`,
        paragraph: id,
        start,
        end,
        text: context.slice(start, end),
      }));
      sentences.push(...own);
      for (const { id: questionId, question, answers, is_impossible } of qas) {
        if (is_impossible === true || answers.length === 0) {
          unanswerable.push({ id: questionId, question, paragraph: id });
          continue;
        }
        const gold = own.filter(({ start, end }) =>
          answers.some(({ answer_start: at }) => at >= start && at < end),
        );
        questions.push({
          id: questionId,
          question: question.trim(),
          gold: gold.map((sentence) => sentence.id),
          unambiguous: null,
          answers: [...new Set(answers.map((answer) => answer.text))],
        });
      }
    }
  }
  return { paragraphs, sentences, questions: questions.filter(({ gold }) => gold.length > 0), unanswerable };
}

function parse(file: string): z.infer<typeof original> {
  let json: unknown;
  try {
    json = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('eval-bad-json', `${file} is not JSON.`, null, { cause: error });
  }
  const parsed = original.safeParse(json);
  if (parsed.success) return parsed.data;
  const reason = z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' ');
  throw new UserError('eval-not-squad', `${file} is not a SQuAD file: ${reason}`);
}
