import { decide } from '../src/answer/answerability/decide.js';
import { likelyValues } from '../src/answer/extraction/values.js';
import { readQuestion } from '../src/answer/question/question.js';
import { selectQuotes } from '../src/answer/quotes/select.js';
import { FEATURE_NAMES } from '../src/answer/ranking/features/index.js';
import { type RankedSentence, rankSentences } from '../src/answer/ranking/rank.js';
import weights from '../src/answer/ranking/weights.json' with { type: 'json' };
import type { Archive } from '../src/archive/archive.js';
import { table } from './report.js';

const LINE_WIDTH = 160;

/**
 * Why the best sentences stand where they stand: a table of features, a column a sentence. Features that are the same
 * for all of them, or weigh nothing, are left out.
 */
export async function explain(archive: Archive, text: string, count = 5): Promise<string> {
  const question = readQuestion(text);
  const ranked = await rankSentences(archive, question);
  const { verdict, answerable, right } = decide({
    ranked,
    values: likelyValues(ranked),
    quote: selectQuotes(ranked, 1, 0)[0],
  });
  const shown = ranked.slice(0, count);
  const terms = question.terms.map(({ term, share }) => (share === 1 ? term : `${term} (${share})`));
  return [
    `wanted: ${question.type}; focus: ${question.terms[question.focus]?.term ?? 'none'}; terms: ${terms.join(', ')}`,
    `verdict: ${verdict}; answerable: ${answerable.toFixed(3)}; best quote right: ${right.toFixed(3)}; ${ranked.length} candidates`,
    '',
    ...shown.map(
      ({ article, sentence }, index) =>
        `${index + 1}. [${article.id} ${sentence.number}] ${sentence.text.replace(/\s+/g, ' ').slice(0, LINE_WIDTH)}`,
    ),
    '',
    table([
      ['feature × weight', ...shown.map((_, index) => `${index + 1}.`)],
      ...contributions(shown),
      ['score', ...shown.map(({ score }) => score.toFixed(2))],
    ]),
    '',
  ].join('\n');
}

/** One row a feature, those that tell the sentences apart most first. */
function contributions(shown: readonly RankedSentence[]): string[][] {
  const learned: Readonly<Record<string, number>> = weights;
  return FEATURE_NAMES.map((name, index) => {
    const weight = learned[name] ?? 0;
    const parts = shown.map(({ features }) => (features[index] ?? 0) * weight);
    return { name, parts, spread: Math.max(...parts) - Math.min(...parts) };
  })
    .filter(({ spread }) => spread >= 0.005)
    .sort((a, b) => b.spread - a.spread)
    .map(({ name, parts }) => [name, ...parts.map((part) => part.toFixed(2))]);
}
