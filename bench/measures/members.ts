import type { MembersEngine, ShownToMember } from '../engines/engine.js';
import { mean, share } from '../metrics/ranking.js';
import { auroc } from '../metrics/separation.js';
import { percentile } from '../metrics/times.js';
import type { StartProgress } from '../progress.js';
import type { EngineResult, Failure } from '../results.js';
import type { MembersQuestion } from '../sets/members.js';

export interface MembersOutcome {
  readonly result: EngineResult;
  readonly failures: readonly Failure[];
}

interface Asked {
  readonly question: MembersQuestion;
  readonly shown: ShownToMember;
}

/** Asks every question, and judges verdict, quotes and values as a member sees them. */
export async function measureMembers(
  engine: MembersEngine,
  questions: readonly MembersQuestion[],
  startProgress: StartProgress,
): Promise<MembersOutcome> {
  const progress = startProgress(`members, ${engine.name}`, questions.length);
  const asked: Asked[] = [];
  for (const question of questions) {
    asked.push({ question, shown: await engine.ask(question) });
    progress.tick();
  }
  progress.done();
  const times = asked.map(({ shown }) => shown.time);
  return {
    result: {
      engine: engine.name,
      figures: figuresOf(asked),
      time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
    },
    failures: failuresOf(asked),
  };
}

function figuresOf(asked: readonly Asked[]): EngineResult['figures'] {
  const answerable = asked.filter(({ question }) => question.answerable);
  const unanswerable = asked.filter(({ question }) => !question.answerable);
  const near = unanswerable.filter(({ question }) => question.group === 'near');
  const answers = answerable.filter(isAnswered);
  const confidence = ({ shown }: Asked): number => shown.confidence;
  const chance = ({ shown }: Asked): number => shown.answerable;
  const shownValues = asked.filter(isAnswered).filter(({ question }) => judgesValues(question));
  const bolds = (from: number, to: number): boolean[] =>
    shownValues.flatMap(({ question, shown }) =>
      shown.quotes
        .slice(from, to)
        .flatMap(({ bold }) => (bold === null ? [] : [isRightValue(question, bold)])),
    );
  const lines = shownValues.filter(({ shown }) => shown.values.length > 0);
  return {
    questions: asked.length,
    'right first quote, as an answer': share(answerable, (one) => isAnswered(one) && rightAt(one, 1)),
    'right first quote, seen at all': share(answerable, (one) => rightAt(one, 1)),
    'right among three, as an answer': share(answerable, (one) => isAnswered(one) && rightAt(one, 3)),
    'right among three, seen at all': share(answerable, (one) => rightAt(one, 3)),
    'answered, of answerable': share(answerable, isAnswered),
    'answers whose first quote is right': share(answers, (one) => rightAt(one, 1)),
    'answered, of unanswerable': share(unanswerable, isAnswered),
    'told none, of answerable': share(answerable, ({ shown }) => shown.verdict === 'none'),
    'AUROC, answerable': auroc(answerable.map(chance), unanswerable.map(chance)),
    'AUROC, answerable against near': auroc(answerable.map(chance), near.map(chance)),
    'AUROC, right first quote': auroc(
      answerable.filter((one) => rightAt(one, 1)).map(confidence),
      answerable.filter((one) => !rightAt(one, 1)).map(confidence),
    ),
    'answers that may show values': shownValues.length,
    'answers with a wrong value': share(asked.filter(isAnswered), hasWrongValue),
    'first bolds': bolds(0, 1).length,
    'first bold right': mean(bolds(0, 1).map(Number)),
    'later bolds': bolds(1, 9).length,
    'later bold right': mean(bolds(1, 9).map(Number)),
    'lines of values': lines.length,
    'lines all right': share(lines, ({ question, shown }) =>
      shown.values.every((value) => isRightValue(question, value)),
    ),
    'questions with a value, of those that want one': share(
      answerable.filter(({ question }) => question.value.length > 0),
      ({ shown }) => shown.values.length > 0 || shown.quotes.some(({ bold }) => bold !== null),
    ),
    'latest, first': share(
      answerable.filter(({ question }) => question.group === 'latest'),
      (one) => isAnswered(one) && rightAt(one, 1),
    ),
    ...firstByGroup(answerable),
  };
}

/** Whether the best quote is right, shown as what it may be, for each group of questions. */
function firstByGroup(answerable: readonly Asked[]): Record<string, number> {
  const groups = [...new Set(answerable.map(({ question }) => question.group))].sort();
  return Object.fromEntries(
    groups.map((group) => [
      `  seen first: ${group}`,
      share(
        answerable.filter(({ question }) => question.group === group),
        (one) => rightAt(one, 1),
      ),
    ]),
  );
}

const isAnswered = ({ shown }: Asked): boolean => shown.verdict === 'answer';

/** A right quote is among the first few; where nothing is shown, there is none. */
function rightAt({ question, shown }: Asked, depth: number): boolean {
  if (shown.verdict === 'none') return false;
  return shown.quotes.slice(0, depth).some(({ text }) => matches(question.quote, text));
}

/** Values are right or wrong where a short answer is known, or where nothing can be right. */
const judgesValues = ({ answerable, value }: MembersQuestion): boolean => !answerable || value.length > 0;

const isRightValue = ({ answerable, value }: MembersQuestion, text: string): boolean =>
  answerable && matches(value, text);

function hasWrongValue({ question, shown }: Asked): boolean {
  if (!judgesValues(question)) return false;
  const bolds = shown.quotes.flatMap(({ bold }) => (bold === null ? [] : [bold]));
  return [...bolds, ...shown.values].some((value) => !isRightValue(question, value));
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

function failuresOf(asked: readonly Asked[]): Failure[] {
  return asked
    .filter((one) => (one.question.answerable ? !rightAt(one, 1) || hasWrongValue(one) : isAnswered(one)))
    .map(({ question, shown }) => ({
      question: [question.question, question.previous === null ? '' : `(after: ${question.previous})`].join(
        ' ',
      ),
      wanted: [question.answerable ? question.quote.map(({ source }) => source).join(' | ') : 'no answer'],
      got: [
        `values: ${shown.values.join(' · ')}`,
        ...shown.quotes.map(({ text, bold }) => (bold === null ? text : `[${bold}] ${text}`)),
      ],
      verdict: `${question.group}, ${shown.verdict} with ${shown.confidence.toFixed(2)}`,
    }));
}
