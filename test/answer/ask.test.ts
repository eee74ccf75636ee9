import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, NoAnswer, Snippet } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import { QUESTION_LIMIT } from '../../src/answer/question/question.js';
import type { Archive } from '../../src/archive/archive.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { UserError } from '../../src/user-error.js';
import { anArticle } from '../archive/fixtures.js';
import { anyText } from '../text/any-text.js';
import { seedArticles, seedBodies, withoutSpace } from './fixtures.js';

let archive: Archive;

beforeAll(async () => {
  archive = await buildArchive(seedArticles());
}, 120_000);

async function answer(question: string): Promise<Answer> {
  const result = await ask(archive, question);
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

/** The best quotes, whatever the verdict. */
async function bestQuotes(question: string): Promise<readonly Snippet[]> {
  return quotes(await ask(archive, question));
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
    'hey, does anyone know how many troops are in iraq? thanks',
  ];

  it.each(PHRASINGS)('finds a sentence that says so: %s', async (question) => {
    const shown = await bestQuotes(question);
    expect(shown.some(({ text }) => FIGURES.test(text))).toBe(true);
  });

  it('is the same question with what a chat puts around it', async () => {
    const plain = await ask(archive, 'how many troops are in Iraq?');
    const chatted = '<@157> how many troops are in Iraq? <:eyes:42> https://news.example/a @somebody look';
    expect(await ask(archive, chatted)).toEqual(plain);
    const followUp = (previous: string) => ask(archive, 'and in Syria?', { previous });
    expect(await followUp(chatted)).toEqual(await followUp(plain.question));
  });

  it('is answered', async () => {
    expect(await answer('how many troops are in Iraq?')).toMatchObject({ answered: true, verdict: 'answer' });
  });

  it('is understood as it was meant', async () => {
    const { reading, question } = await ask(archive, '  how many troops are in Iraq? ');
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
  ])('has the right sentence among the first three: %s', async (question, pattern) => {
    expect((await bestQuotes(question)).some(({ text }) => pattern.test(text))).toBe(true);
  });

  it.each([
    ['Who was Suleimani?', /Soleimani|Suleimani/],
    ['who was soleimani', /Soleimani|Suleimani/],
    ['what did moqtada al sadr call for', /al-Sadr|Sadr/],
    ['what did halbousi say', /Halbousi|Halbusi/],
  ])('finds names in other spellings: %s', async (question, name) => {
    expect((await bestQuotes(question))[0]?.text).toMatch(name);
  });

  it('is answered alike with a name in capitals or not, with dots or without', async () => {
    const [first, second] = [
      await bestQuotes('what did graham say'),
      await bestQuotes('What did Graham say?'),
    ];
    expect(first[0]?.text).toBe(second[0]?.text);
    const [dots, none] = [
      await bestQuotes('U.S. embassy attacked when'),
      await bestQuotes('US embassy attacked when'),
    ];
    expect(dots).toEqual(none);
  });
});

describe('a question that the articles do not answer', () => {
  it.each([
    'What is the capital of France?',
    'how do I bake sourdough bread',
    'who won the world cup in 2018?',
    'asdf qwer zxcv',
    'who is it?',
    '?!',
    '__proto__',
    'constructor',
  ])('is refused: %s', async (question) => {
    const { reason } = await refusal(question);
    expect(reason).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('is told what is missing, and has near misses without anything in bold', async () => {
    const { reason, related } = await refusal('How many troops are in Afghanistan?');
    expect(reason).toContain('“Afghanistan”');
    expect(related[0]?.text).toMatch(/troop|soldiers/);
    for (const { highlight } of related) expect(highlight).toBeNull();
  });

  it('has no near misses where nothing is near', async () => {
    expect(await refusal('asdf qwer zxcv')).toMatchObject({ verdict: 'none', related: [], confidence: 0 });
  });

  it('is refused by an archive without articles', async () => {
    expect(await ask(await buildArchive([]), 'how many troops are in Iraq?')).toMatchObject({
      answered: false,
      verdict: 'none',
      related: [],
      confidence: 0,
    });
  });
});

describe('a message that asks nothing of the articles', () => {
  it.each(['hello', 'thanks!', 'what happened today'])('is not looked up: %s', async (message) => {
    expect(await refusal(message)).toMatchObject({ verdict: 'none', related: [], confidence: 0 });
  });

  it.each(['¿cuántos soldados hay en Irak?', 'combien de soldats sont en irak', 'сколько солдат в Ираке'])(
    'is told that only English is read: %s',
    async (question) => {
      expect(await refusal(question)).toMatchObject({
        verdict: 'none',
        reason: 'I read English only.',
        related: [],
      });
    },
  );

  it('is told why', async () => {
    expect((await refusal('thank you')).reason).toMatch(/asks nothing/);
    expect((await refusal('news today')).reason).toMatch(/digest/);
  });
});

describe('a question for the latest of a topic', () => {
  const printed = (id: string, ...sentences: string[]) =>
    anArticle({ id, title: 'Dock strike', published: id, paragraphs: [sentences.join(' ')] });

  it('has the newest article first', async () => {
    const strike = await buildArchive([
      printed('2022-05-01', 'The dock strike began with 300 workers.'),
      printed('2022-05-09', 'The dock strike ended after 52 talks.'),
      printed('2022-05-05', 'The dock strike grew to 900 workers.'),
    ]);
    const result = await ask(strike, 'latest on the dock strike', { asked: '2022-05-10' });
    expect(quotes(result)[0]?.source.published).toBe('2022-05-09');
  });
});

describe('a follow-up', () => {
  it('is read along with the question before it', async () => {
    const result = await ask(archive, 'and when was he killed?', { previous: 'Who was Soleimani?' });
    expect(quotes(result)[0]?.text).toMatch(/Soleimani|Suleimani/);
    expect(result.reading.followsUp).toBe('Who was Soleimani?');
  });

  it('about something that no article tells of holds none of it', async () => {
    const result = await ask(archive, 'and in Afghanistan?', { previous: 'How many troops are in Iraq?' });
    expect(result.reading.matched).not.toContain('Afghanistan');
  });
});

describe('the values of an answer', () => {
  it('are each different, and point at its quotes', async () => {
    const { values, snippets } = await answer('how many troops are in Iraq?');
    for (const { value, mentions } of values) {
      expect(value).toMatch(/\d/);
      for (const { snippet } of mentions) expect(snippets[snippet]).toBeDefined();
    }
    expect(new Set(values.map(({ canonical }) => canonical)).size).toBe(values.length);
  });
});

describe('the number of snippets', () => {
  it.each([1, 2, 5])('is at most as asked: %i', async (top) => {
    for (const question of ['how many troops are in Iraq?', 'How many troops are in Afghanistan?']) {
      expect(quotes(await ask(archive, question, { top })).length).toBeLessThanOrEqual(top);
    }
  });

  it('is three unless asked otherwise', async () => {
    expect(quotes(await ask(archive, 'who voted to expel the troops?')).length).toBeLessThanOrEqual(3);
    expect(quotes(await ask(archive, 'who voted?', { top: 9 })).length).toBeGreaterThan(3);
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

  it('has values that stand in its quotes where their places say', async () => {
    await fc.assert(
      fc.asyncProperty(ofTheNews, async (question) => {
        const result = await ask(archive, question);
        for (const { value, mentions } of result.answered ? result.values : []) {
          const words = mentions.map(({ snippet, start, end }) =>
            quotes(result)[snippet]?.text.slice(start, end),
          );
          expect(words[0]).toBe(value);
          for (const said of words) expect(said).toMatch(/[\p{L}\p{N}]/u);
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
