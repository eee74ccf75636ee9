import type { QuoteEngine, Quotes } from '../engines/engine.js';
import { holdsAnswer } from '../metrics/answer-text.js';
import { mean, share } from '../metrics/ranking.js';
import { percentile, timed } from '../metrics/times.js';
import type { StartProgress } from '../progress.js';
import type { EngineResult, Failure } from '../results.js';
import type { NewsQuestion } from '../sets/news.js';

/** As long as Clippings' snippets get: a longer quote hits more easily. */
const SNIPPET_CHARACTERS = 350;
const READ_CHARACTERS = 1000;

export interface NewsOutcome {
  readonly result: EngineResult;
  readonly failures: readonly Failure[];
  /** One a question; null where the engine gives none. */
  readonly confidences: readonly (number | null)[];
}

/** Whether an answer string stands in what the engine quotes, within the same number of characters for every engine. */
export async function measureNews(
  engine: QuoteEngine,
  questions: readonly NewsQuestion[],
  startProgress: StartProgress,
): Promise<NewsOutcome> {
  const times: number[] = [];
  const asked: Asked[] = [];
  const progress = startProgress(`news, ${engine.name}`, questions.length);
  for (const question of questions) {
    const quotes = await timed(times, () => engine.quote(question.question, question.asked));
    asked.push({ question, quotes });
    progress.tick();
  }
  progress.done();
  const judges = asked.some(({ quotes }) => quotes.confidence !== null);
  const shown = asked.filter(({ quotes }) => quotes.answered);
  // Plain engines never refuse; so what is quoted is compared whether it is shown as an answer or as a near miss.
  const quoted = asked.map(withRelated);
  return {
    result: {
      engine: engine.name,
      figures: {
        'hit@1': share(quoted, (one) => hit(one, SNIPPET_CHARACTERS, 1)),
        'hit@1000': share(quoted, (one) => hit(one, READ_CHARACTERS)),
        'hit@1, whole quote': share(quoted, (one) => hit(one, Number.POSITIVE_INFINITY, 1)),
        'hit@3, whole quotes': share(quoted, (one) => hit(one, Number.POSITIVE_INFINITY, 3)),
        'article@1': articleAt(1, quoted),
        'article@5': articleAt(5, quoted),
        'characters of first quote': mean(quoted.map(({ quotes }) => quotes.quotes[0]?.text.length ?? 0)),
        ...(judges
          ? {
              answered: shown.length / asked.length,
              'hit@1 of those answered': share(shown, (one) => hit(one, SNIPPET_CHARACTERS, 1)),
              'hit@1, refused ones missed': share(asked, (one) => hit(one, SNIPPET_CHARACTERS, 1)),
              'hit@1000, refused ones missed': share(asked, (one) => hit(one, READ_CHARACTERS)),
            }
          : {}),
      },
      time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
    },
    failures: failuresOf(asked),
    confidences: asked.map(({ quotes }) => quotes.confidence),
  };
}

interface Asked {
  readonly question: NewsQuestion;
  readonly quotes: Quotes;
}

/** An answer stands in the first `count` quotes, within their first `characters` together. */
function hit({ question, quotes }: Asked, characters: number, count = Number.POSITIVE_INFINITY): boolean {
  return holdsAnswer(firstCharacters(quotes.quotes.slice(0, count), characters), question.answers);
}

function firstCharacters(quotes: Quotes['quotes'], characters: number): string {
  return quotes
    .map((quote) => quote.text)
    .join('\n')
    .slice(0, characters);
}

function withRelated({ question, quotes }: Asked): Asked {
  return { question, quotes: { ...quotes, quotes: [...quotes.quotes, ...quotes.related] } };
}

/** Share of the questions with a known article whose article is among the first `depth` different ones. */
function articleAt(depth: number, asked: readonly Asked[]): number {
  const known = asked.filter(({ question }) => question.articles.length > 0);
  return share(known, ({ question, quotes }) =>
    [...new Set(quotes.quotes.map((quote) => quote.article))]
      .slice(0, depth)
      .some((article) => question.articles.includes(article)),
  );
}

function failuresOf(asked: readonly Asked[]): Failure[] {
  return asked
    .filter((one) => !hit(one, SNIPPET_CHARACTERS, 1))
    .sort((a, b) => (b.quotes.confidence ?? 0) - (a.quotes.confidence ?? 0))
    .map((one) => ({
      question: one.question.question,
      wanted: [one.question.answers.join(' / '), ...one.question.articles],
      got: [...one.quotes.quotes, ...one.quotes.related]
        .slice(0, 3)
        .map((quote) => `[${quote.article}] ${quote.text}`),
      verdict: verdictOf(one),
    }));
}

function verdictOf(one: Asked): string {
  const { answered, confidence } = one.quotes;
  const sure = confidence === null ? '' : ` with ${confidence.toFixed(2)}`;
  if (!answered) return `refused${sure}`;
  return hit(one, READ_CHARACTERS) ? `found further down${sure}` : `not found${sure}`;
}
