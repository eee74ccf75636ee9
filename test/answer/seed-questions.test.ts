import { beforeAll, describe, expect, it } from 'vitest';
import { answersSeed, readSeedQuestions } from '../../bench/sets/seeds.js';
import type { Answer, NoAnswer, Snippet } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { seedArticles, seedBodies, withoutSpace } from './fixtures.js';

/** Clearly below what was reached; raise them when answers get better, never lower them without a reason. */
const FLOORS = [
  {
    file: 'seeds.json',
    first: 0.78,
    amongThree: 0.92,
    firstSeen: 0.77,
    amongThreeSeen: 0.9,
    answered: 0.6,
    right: 0.87,
    refused: 0.86,
    offTopicRefused: 0.96,
  },
  {
    file: 'seeds-by-others.json',
    first: 0.71,
    amongThree: 0.84,
    firstSeen: 0.7,
    amongThreeSeen: 0.82,
    answered: 0.5,
    right: 0.84,
    refused: 0.9,
    offTopicRefused: 0.96,
  },
];

/** The day after the newest of the articles; members always ask on a day. */
const ASKED = '2020-01-06';

/** The best quotes, whatever the verdict. */
function best(result: Answer | NoAnswer | undefined): readonly Snippet[] {
  if (result === undefined) return [];
  return result.answered ? result.snippets : result.related;
}

/** Those that are shown, as an answer or as what may answer. */
function seen(result: Answer | NoAnswer | undefined): readonly Snippet[] {
  return result?.verdict === 'none' ? [] : best(result);
}

describe.each(FLOORS)('the questions about the articles that ship: $file', ({ file, ...floor }) => {
  const questions = readSeedQuestions(`test/questions/${file}`);
  let answerable: (Answer | NoAnswer)[];
  let unanswerable: (Answer | NoAnswer)[];

  beforeAll(async () => {
    const archive = await buildArchive(seedArticles());
    const askAll = (all: readonly { readonly question: string }[]) =>
      Promise.all(all.map(({ question }) => ask(archive, question, { asked: ASKED })));
    answerable = await askAll(questions.answerable);
    unanswerable = await askAll(questions.unanswerable);
  }, 300_000);

  /** Share of the answerable questions that one of the first quotes answers. */
  function answeredAmong(count: number, quotesOf: typeof best): number {
    const right = questions.answerable.filter((question, index) =>
      quotesOf(answerable[index])
        .slice(0, count)
        .some(({ text }) => answersSeed(question, text)),
    );
    return right.length / questions.answerable.length;
  }

  /** Share of unanswerable questions that are given no answer; what may answer is none. */
  function refused(...whys: readonly string[]): number {
    const asked = unanswerable.filter((_, index) => whys.includes(questions.unanswerable[index]?.why ?? ''));
    return asked.filter(({ answered }) => !answered).length / asked.length;
  }

  it('are answered by the best quote, whatever the verdict', () => {
    expect(answeredAmong(1, best)).toBeGreaterThanOrEqual(floor.first);
  });

  it('are answered by one of the best three, whatever the verdict', () => {
    expect(answeredAmong(3, best)).toBeGreaterThanOrEqual(floor.amongThree);
  });

  it('are answered by the first quote that is shown, as an answer or as what may be one', () => {
    expect(answeredAmong(1, seen)).toBeGreaterThanOrEqual(floor.firstSeen);
  });

  it('are answered by one of the first three that are shown', () => {
    expect(answeredAmong(3, seen)).toBeGreaterThanOrEqual(floor.amongThreeSeen);
  });

  it('are often given an answer where the articles answer', () => {
    const answered = answerable.filter((result) => result.answered).length / answerable.length;
    expect(answered).toBeGreaterThanOrEqual(floor.answered);
  });

  it('are given an answer whose first quote is right', () => {
    const given = questions.answerable.filter((_, index) => answerable[index]?.answered);
    const right = given.filter((question) => {
      const [first] = best(answerable[questions.answerable.indexOf(question)]);
      return first !== undefined && answersSeed(question, first.text);
    });
    expect(right.length / given.length).toBeGreaterThanOrEqual(floor.right);
  });

  it('are given none where they do not', () => {
    expect(refused('off-topic', 'half-topic', 'nonsense')).toBeGreaterThanOrEqual(floor.refused);
  });

  it('are hardly ever given one where they are about something else, or about nothing', () => {
    expect(refused('off-topic', 'nonsense')).toBeGreaterThanOrEqual(floor.offTopicRefused);
  });

  it('are answered, or nearly, by words that stand in the source files, white space aside', () => {
    const bodies = seedBodies();
    for (const result of [...answerable, ...unanswerable]) {
      for (const { text, source } of best(result))
        expect(bodies.get(source.article)).toContain(withoutSpace(text));
    }
  });
});
