import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, NoAnswer, Snippet } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import { QUESTION_LIMIT } from '../../src/answer/question.js';
import type { Archive } from '../../src/archive/archive.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { UserError } from '../../src/user-error.js';
import { anyText } from '../text/any-text.js';
import { seedArticles, seedBodies, withoutSpace } from './fixtures.js';

let archive: Archive;

beforeAll(async () => {
  archive = await buildArchive(seedArticles());
}, 60_000);

async function answer(question: string, previous?: string): Promise<Answer> {
  const result = await ask(archive, question, previous === undefined ? {} : { previous });
  if (!result.answered) throw new Error(`refused: ${result.reason}`);
  return result;
}

async function refusal(question: string): Promise<NoAnswer> {
  const result = await ask(archive, question);
  if (result.answered) throw new Error(`answered: ${result.snippets[0]?.text}`);
  return result;
}

function quotes(result: Answer | NoAnswer): readonly Snippet[] {
  return result.answered ? result.snippets : result.related;
}

describe('how many troops are in Iraq?', () => {
  const FIGURES = /more than 5,000 U\.S\. soldiers|5,200 U\.S\. troops|5,000 US troops/;
  const PHRASINGS = [
    'how many troops are in Iraq?',
    'How many U.S. troops are in Iraq?',
    'HOW MANY TROOPS ARE IN IRAQ',
    'how many us soldiers in iraq',
    'troops iraq how many',
    'number of US forces in iraq',
  ];

  it.each(PHRASINGS)('is answered first by a sentence that says so: %s', async (question) => {
    const { snippets } = await answer(question);
    expect(snippets[0]?.text).toMatch(FIGURES);
  });

  it('is the same question with what a chat puts around it', async () => {
    const plain = await answer('how many troops are in Iraq?');
    const chatted = '<@157> how many troops are in Iraq? <:eyes:42> https://news.example/a @somebody look';
    expect(await answer(chatted)).toEqual(plain);
    const followUp = (previous: string) => ask(archive, 'and in Syria?', { previous });
    expect(await followUp(chatted)).toEqual(await followUp(plain.question));
  });

  it('is answered by three articles, each with its own figure', async () => {
    const { snippets } = await answer('how many troops are in Iraq?');
    expect(new Set(snippets.map(({ source }) => source.article)).size).toBe(3);
    for (const { text } of snippets) expect(text).toMatch(FIGURES);
  });

  it('has the words that answer highlighted', async () => {
    const { snippets } = await answer('how many troops are in Iraq?');
    const words = snippets.map(({ text, highlight }) => highlight && text.slice(...highlight));
    expect([...words].sort()).toEqual(['more than 5,000', 'the estimated 5,000', 'the estimated 5,200']);
  });

  it('has the different figures side by side, each with its source', async () => {
    const { figures, snippets } = await answer('how many troops are in Iraq?');
    expect(figures.map(({ value }) => value).sort()).toEqual([
      'estimated 5,000',
      'estimated 5,200',
      'more than 5,000',
    ]);
    for (const { value, snippets: places } of figures) {
      expect(places.map((place) => snippets[place]?.text.includes(value))).toEqual([true]);
    }
  });

  it('is understood as it was meant', async () => {
    const { reading, question } = await answer('  how many troops are in Iraq? ');
    expect(question).toBe('how many troops are in Iraq?');
    expect(reading).toMatchObject({ wanted: 'a number', terms: ['troops', 'Iraq'], followsUp: null });
  });
});

describe('a question that the articles answer', () => {
  it.each([
    ['when did Abdul-Mahdi resign?', /resigned (?:in November|last year)/],
    ['What did Lindsey Graham say about the vote?', /a bit concerning/],
    ['how many US servicemen were killed in Beirut in 1983', /killed 241 U\.S\. servicemen/],
    ['Where was Soleimani killed?', /Baghdad/],
    ['is the vote binding?', /not binding|nonbinding|legally binding|does not formally revoke/],
    ['who is Toby Dodge', /a Middle East expert at the London School of Economics/],
    ['how many iranian targets did trump pick', /identified 52 targets/],
  ])('is answered by the right sentence among the first three: %s', async (question, pattern) => {
    const { snippets } = await answer(question);
    expect(snippets.some(({ text }) => pattern.test(text))).toBe(true);
  });

  it.each([
    ['Who was Suleimani?', /Soleimani|Suleimani/],
    ['who was soleimani', /Soleimani|Suleimani/],
    ['what did moqtada al sadr call for', /al-Sadr|Sadr/],
    ['what did halbousi say', /Halbousi|Halbusi/],
  ])('finds names in other spellings: %s', async (question, name) => {
    const { snippets } = await answer(question);
    expect(snippets[0]?.text).toMatch(name);
  });

  it('is answered alike with a name in capitals or not, with dots or without', async () => {
    const [first, second] = [await answer('what did graham say'), await answer('What did Graham say?')];
    expect(first.snippets[0]?.text).toBe(second.snippets[0]?.text);
    const [dots, none] = [
      await answer('U.S. embassy attacked when'),
      await answer('US embassy attacked when'),
    ];
    expect(dots.snippets).toEqual(none.snippets);
  });
});

describe('a question that the articles do not answer', () => {
  it.each([
    'What is the capital of France?',
    'how do I bake sourdough bread',
    'who won the world cup in 2018?',
    'asdf qwer zxcv',
    'How many troops are in Afghanistan?',
    'who is it?',
    '?!',
    '__proto__',
    'constructor',
  ])('is refused: %s', async (question) => {
    const { reason } = await refusal(question);
    expect(reason).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('is told what is missing, and has near misses that are marked as such', async () => {
    const { reason, related } = await refusal('How many troops are in Afghanistan?');
    expect(reason).toContain('“Afghanistan”');
    expect(related[0]?.text).toMatch(/troop|soldiers/);
    for (const { highlight } of related) expect(highlight).toBeNull();
  });

  it('has no near misses where nothing is near', async () => {
    expect((await refusal('how do I bake sourdough bread')).related).toEqual([]);
  });

  it('is refused by an archive without articles', async () => {
    expect(await ask(await buildArchive([]), 'how many troops are in Iraq?')).toMatchObject({
      answered: false,
      related: [],
      confidence: 0,
    });
  });
});

describe('a follow-up', () => {
  it('is read along with the question before it', async () => {
    const { snippets, reading } = await answer('and when was he killed?', 'Who was Soleimani?');
    expect(snippets[0]?.text).toMatch(/Soleimani|Suleimani/);
    expect(reading.followsUp).toBe('Who was Soleimani?');
  });

  it('about something that no article tells of is refused', async () => {
    const result = await ask(archive, 'and in Afghanistan?', { previous: 'How many troops are in Iraq?' });
    expect(result.answered).toBe(false);
  });
});

describe('the number of snippets', () => {
  it.each([1, 2, 5])('is at most as asked: %i', async (top) => {
    for (const question of ['how many troops are in Iraq?', 'How many troops are in Afghanistan?']) {
      expect(quotes(await ask(archive, question, { top })).length).toBeLessThanOrEqual(top);
    }
  });

  it('is three unless asked otherwise', async () => {
    expect((await answer('who voted to expel the troops?')).snippets).toHaveLength(3);
  });
});

describe('what is no question', () => {
  it.each([
    ['', 'question-empty'],
    [' \n ', 'question-empty'],
    ['why '.repeat(101), 'question-long'],
  ])('is a mistake that is named: %j', async (question, code) => {
    await expect(ask(archive, question)).rejects.toMatchObject({ name: 'UserError', code });
  });
});

describe('any question', () => {
  const bodies = seedBodies();
  const vocabulary = [
    ...new Set(seedArticles().flatMap(({ paragraphs }) => paragraphs[0]?.text.split(/\s+/) ?? [])),
  ];
  const ofTheNews = fc
    .tuple(
      fc.constantFrom('how many', 'who', 'what did', 'when did', 'where', 'why', 'is', ''),
      fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 7 }),
    )
    .map(([opening, words]) => `${opening} ${words.join(' ')}`);
  const odd = fc.constantFrom(
    '\ud800',
    '\udc00?',
    '\u0000\u0007',
    '👨‍👩‍👧 troops 🇮🇶',
    '__proto__ constructor toString',
    'hasOwnProperty valueOf',
    'a'.repeat(QUESTION_LIMIT),
    '?'.repeat(QUESTION_LIMIT),
    `${'a-'.repeat(199)}a`,
    'https://example.org/troops?in=iraq',
    'troops"); DROP TABLE articles; --',
    '<script>troops</script>',
    'troops\u202eqari',
    '5,200 5200 170-0 1.5bn $3 50%',
  );
  const anyQuestion = fc.oneof(anyText(QUESTION_LIMIT + 20), ofTheNews, odd);

  it('gives a result or a UserError', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, fc.option(anyQuestion, { nil: '' }), async (question, previous) => {
        try {
          const { answered, confidence } = await ask(archive, question, { previous });
          expect(typeof answered).toBe('boolean');
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is answered in words of the articles only, white space aside', async () => {
    await fc.assert(
      fc.asyncProperty(ofTheNews, async (question) => {
        for (const { text, source } of quotes(await ask(archive, question))) {
          expect(bodies.get(source.article)).toContain(withoutSpace(text));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has highlights that lie inside their quotes and hold a word', async () => {
    await fc.assert(
      fc.asyncProperty(ofTheNews, async (question) => {
        for (const { text, highlight } of quotes(await ask(archive, question))) {
          if (highlight === null) continue;
          const [start, end] = highlight;
          expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has figures that point at its quotes, each value printed in one of them', async () => {
    await fc.assert(
      fc.asyncProperty(ofTheNews, async (question) => {
        const result = await ask(archive, question);
        for (const { value, snippets } of result.answered ? result.figures : []) {
          expect(snippets.length).toBeGreaterThan(0);
          for (const place of snippets) expect(place < quotes(result).length).toBe(true);
          expect(quotes(result)[snippets[0] ?? -1]?.text).toContain(value);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is answered alike each time, and by the same articles in another order', async () => {
    const articles = seedArticles();
    const orders = fc.shuffledSubarray(articles, { minLength: articles.length });
    await fc.assert(
      fc.asyncProperty(orders, ofTheNews, async (shuffled, question) => {
        const expected = await ask(archive, question);
        expect(await ask(archive, question)).toEqual(expected);
        expect(await ask(await buildArchive(shuffled), question)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });
});
