import type { QuoteEngine, Quotes } from '../engines/engine.js';
import { share } from '../metrics/ranking.js';
import { percentile, timed } from '../metrics/times.js';
import type { EngineResult, Failure } from '../results.js';
import { answersSeed, type SeedQuestion, type SeedQuestions } from '../sets/seeds.js';

export interface SeedsOutcome {
  readonly result: EngineResult;
  readonly failures: readonly Failure[];
}

/** Questions about the five articles that ship with Clippings: answered by the quotes, or rightly refused. */
export async function measureSeeds(engine: QuoteEngine, questions: SeedQuestions): Promise<SeedsOutcome> {
  const times: number[] = [];
  const ask = (question: string) => timed(times, () => engine.quote(question));
  const answerable: Asked[] = [];
  for (const question of questions.answerable)
    answerable.push({ question, quotes: await ask(question.question) });
  const unanswerable: { question: string; quotes: Quotes }[] = [];
  for (const { question } of questions.unanswerable)
    unanswerable.push({ question, quotes: await ask(question) });
  const judges = [...answerable, ...unanswerable].some(({ quotes }) => quotes.confidence !== null);
  return {
    result: {
      engine: engine.name,
      figures: {
        'first quote answers': share(answerable, (asked) => answeredWithin(asked, 1)),
        'one of three answers': share(answerable, (asked) => answeredWithin(asked, 3)),
        ...(judges
          ? {
              'first answers, near misses too': share(answerable, (asked) =>
                answeredWithin(withRelated(asked), 1),
              ),
              'one of three, near misses too': share(answerable, (asked) =>
                answeredWithin(withRelated(asked), 3),
              ),
            }
          : {}),
        'unanswerable refused': judges ? share(unanswerable, ({ quotes }) => !quotes.answered) : null,
      },
      time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
    },
    failures: [
      ...answerable.filter((asked) => !answeredWithin(asked, 1)).map(wrongAnswer),
      ...(judges
        ? unanswerable
            .filter(({ quotes }) => quotes.answered)
            .map(({ question, quotes }) => ({
              question,
              wanted: ['a refusal'],
              got: texts(quotes.quotes).slice(0, 1),
              verdict: `shown${sure(quotes)}`,
            }))
        : []),
    ],
  };
}

interface Asked {
  readonly question: SeedQuestion;
  readonly quotes: Quotes;
}

function answeredWithin({ question, quotes }: Asked, depth: number): boolean {
  return texts(quotes.quotes)
    .slice(0, depth)
    .some((text) => answersSeed(question, text));
}

/** As if nothing were refused: tells a wrong ranking from a wrong refusal. */
function withRelated({ question, quotes }: Asked): Asked {
  return { question, quotes: { ...quotes, quotes: [...quotes.quotes, ...quotes.related] } };
}

function wrongAnswer(asked: Asked): Failure {
  const { question, quotes } = asked;
  const found = texts(quotes.quotes).findIndex((text) => answersSeed(question, text));
  return {
    question: question.question,
    wanted: question.answers.map((answer) => answer.source),
    got: [...texts(quotes.quotes), ...texts(quotes.related).map((text) => `(near miss) ${text}`)].slice(0, 3),
    verdict: `${quotes.answered ? (found < 0 ? 'not in the quotes' : `in quote ${found + 1}`) : 'refused'}${sure(quotes)}`,
  };
}

function sure({ confidence }: Quotes): string {
  return confidence === null ? '' : ` with ${confidence.toFixed(2)}`;
}

function texts(quotes: Quotes['quotes']): string[] {
  return quotes.map((quote) => quote.text);
}
