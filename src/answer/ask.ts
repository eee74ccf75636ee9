import type { Archive } from '../archive/archive.js';
import type { Answer, AskOptions, NoAnswer, Reading } from './answer.js';
import { answerThreshold, confidenceIn } from './confidence.js';
import { passageCoverage } from './features/coverage.js';
import { collectFigures } from './figures.js';
import { highlightedDays } from './highlighted-days.js';
import { checkQuestion, type Question, readQuestion } from './question.js';
import { type RankedSentence, rankSentences } from './rank.js';
import { explainRefusal, readingOf } from './reading.js';
import { selectSnippets } from './select.js';

const USUAL_TOP = 3;
/** The passage of a near miss holds at least this share of the question. */
const NEAR_MISS = 0.3;

/**
 * Answers a question with verbatim snippets, or says that the archive has no answer.
 * @throws UserError `question-empty`, `question-long`
 */
export async function ask(
  archive: Archive,
  question: string,
  options: AskOptions = {},
): Promise<Answer | NoAnswer> {
  const { top = USUAL_TOP, previous = null, asked = null } = options;
  checkQuestion(question);
  const read = readQuestion(question, previous);
  const ranked = await rankSentences(archive, read, asked);
  const confidence = confidenceIn(ranked);
  const reading = readingOf(read, ranked[0]);
  if (confidence < answerThreshold(archive.passageCount))
    return refuse(read, ranked, top, confidence, reading);
  const snippets = selectSnippets(ranked, top);
  const articles = new Map(ranked.map(({ article }) => [article.id, article]));
  return {
    question: read.text,
    answered: true,
    snippets,
    figures: collectFigures(read.kind, snippets, (snippet) => {
      const article = articles.get(snippet.source.article);
      return article ? highlightedDays(snippet, article) : null;
    }),
    confidence,
    reading,
  };
}

function refuse(
  question: Question,
  ranked: readonly RankedSentence[],
  top: number,
  confidence: number,
  reading: Reading,
): NoAnswer {
  const near = ranked.filter(({ candidate }) => passageCoverage(candidate) >= NEAR_MISS);
  return {
    question: question.text,
    answered: false,
    reason: explainRefusal(question, ranked),
    related: selectSnippets(near, top).map((snippet) => ({ ...snippet, highlight: null })),
    confidence,
    reading,
  };
}
