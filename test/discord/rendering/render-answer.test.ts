import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue, NoAnswer } from '../../../src/answer/answer.js';
import { withComponents } from '../../../src/discord/messages/channel-messages.js';
import { askedIn, componentSchema } from '../../../src/discord/rendering/asked.js';
import { CONTENT } from '../../../src/discord/rendering/limits.js';
import { type Outgoing, plainText } from '../../../src/discord/rendering/message.js';
import { renderAnswer, renderClaim, renderMore } from '../../../src/discord/rendering/render-answer.js';
import { texts } from '../../../src/discord/rendering/texts.js';
import { aNoAnswer, anAnswer, anyAnswer, anyNoAnswer, aSnippet, aValue } from '../answers.js';
import { checkMessage, checkSchema } from '../stand-in/refusals.js';
import { visibleText } from '../stand-in/world.js';

const textOf = (outgoing: Outgoing): string => visibleText({ components: outgoing.components });
const buttonsOf = ({ components }: Outgoing): string[] =>
  [...JSON.stringify(components).matchAll(/"label":"([^"]*)"/g)].map(([, label = '']) => label);

test('an answer shows its question, the values, then each quote with its citation', () => {
  const snippets = [
    aSnippet(),
    aSnippet(
      { text: 'About 5,200 troops are there.', highlight: [0, 11], paragraph: 9 },
      { article: 'time', publisher: 'TIME', title: null, label: 'Iraq’s Parliament called', url: null },
    ),
    aSnippet({ text: 'They are 5,000.', highlight: null, paragraph: 7 }),
  ];
  const values = [aValue({}, [0, 2]), aValue({ value: 'About 5,200' }, [1])];
  expect(textOf(renderAnswer(anAnswer({ snippets, values })))).toMatchInlineSnapshot(`
    "-# How many troops are in Iraq?
    **more than 5,000** [1][3] · **About 5,200** [2]
    > There are **more than 5,000** U.S. soldiers in Iraq.
    -# [1] [Axios](https://example.org/vote#:~:text=There%20are%20more%20than%205%2C000%20U.S.%20soldiers%20in%20Iraq.) · 5 January 2020 · paragraph 2 · Parliament votes
    > **About 5,200** troops are there.
    -# [2] TIME · 5 January 2020 · paragraph 9
    > They are 5,000.
    -# [3] [Axios](https://example.org/vote#:~:text=They%20are%205%2C000.) · 5 January 2020 · paragraph 7 · Parliament votes"
  `);
});

test('an answer to a message does not repeat its question, which Discord shows above it', () => {
  expect(textOf(renderAnswer(anAnswer(), { isKept: true, isReply: true }))).not.toContain('How many');
});

test('an outlet whose name would be markup within a link is linked beside it', () => {
  const shown = textOf(renderAnswer(anAnswer({ snippets: [aSnippet({}, { publisher: 'A] *b' })] })));
  expect(shown).toContain('[1] A\\] \\*b ([open](https://example.org/vote#');
});

test('where the outlet is not known, the headline is the link, or else the opening words', () => {
  const citation = (title: string | null): string =>
    textOf(renderAnswer(anAnswer({ snippets: [aSnippet({}, { publisher: null, title })] }))).split('\n')[2] ??
    '';
  expect(citation('Parliament votes')).toMatch(
    /^-# \[1\] \[Parliament votes\]\(\S+\) · 5 January 2020 · paragraph 2$/,
  );
  expect(citation(null)).toMatch(/^-# \[1\] \[“Parliament votes”\]\(\S+\) · 5 January 2020 · paragraph 2$/);
});

test('a follow-up says which question it was read together with', () => {
  const reading = { ...anAnswer().reading, followsUp: 'Who voted?' };
  expect(textOf(renderAnswer(anAnswer({ reading })))).toContain('-# Read together with: Who voted?');
});

test('a quote that others print too names them', () => {
  const alsoIn = [aSnippet({}, { publisher: 'AP' }).source];
  expect(textOf(renderAnswer(anAnswer({ snippets: [aSnippet({ alsoIn })] })))).toContain(
    '-# Also in [AP](https://example.org/vote)',
  );
});

test('a caption is cited as one', () => {
  const snippets = [aSnippet({ caption: true, paragraph: 31 })];
  expect(textOf(renderAnswer(anAnswer({ snippets })))).toContain('· 5 January 2020 · photo caption ·');
});

test('a link that holds parentheses does not end early', () => {
  const snippets = [aSnippet({}, { url: 'https://example.org/Iraq_(country)' })];
  expect(textOf(renderAnswer(anAnswer({ snippets })))).toContain('https://example.org/Iraq_%28country%29#');
});

describe('the values of an answer', () => {
  const lineOf = (...values: AnswerValue[]): string | undefined =>
    textOf(renderAnswer(anAnswer({ values }))).split('\n')[1];

  test('are not there where none is likely', () => {
    expect(lineOf()).toMatch(/^> /);
  });

  test('say which day a weekday means', () => {
    expect(lineOf(aValue({ value: 'Sunday', type: 'date', day: '2020-01-05' }))).toBe(
      '**Sunday** (5 January 2020) [1]',
    );
  });

  test('do not repeat a day that says its year itself', () => {
    expect(lineOf(aValue({ value: '5 January 2020', type: 'date', day: '2020-01-05' }))).toBe(
      '**5 January 2020** [1]',
    );
  });

  test('are a course, oldest first, where figures are of different days', () => {
    const later = aValue({ value: '60', day: '2020-01-07' });
    const earlier = aValue({ value: '40', day: '2020-01-05' });
    expect(lineOf(later, earlier)).toBe('**40** (5 January 2020) [1] → **60** (7 January 2020) [1]');
  });

  test('stand side by side, likeliest first, where figures are of the same day', () => {
    const day = '2020-01-05';
    expect(lineOf(aValue({ value: '60', day }), aValue({ value: '40', day }))).toBe(
      '**60** [1] · **40** [1]',
    );
  });

  test('show as they stand', () => {
    expect(lineOf(aValue({ value: '**5** @everyone' }))).toBe('**\\*\\*5\\*\\* \\@everyone** [1]');
  });
});

describe('what may answer', () => {
  const result = aNoAnswer({ verdict: 'maybe', related: [aSnippet({ highlight: null })] });

  test('is said to be no more than that, above its quotes', () => {
    expect(textOf(renderAnswer(result))).toMatch(
      /^-# Who counts the troops in Iraq\?\n\*\*This may answer it:\*\*\n> There are more than 5,000 U\.S\. soldiers in Iraq\.\n-# \[1\] \[Axios\]/,
    );
  });

  test('is not said to be missing', () => {
    const shown = textOf(renderAnswer(result));
    expect(shown).not.toContain('has no answer');
    expect(shown).not.toContain(result.reason);
  });

  test('has no buttons below but those of its quotes', () => {
    expect(buttonsOf(renderAnswer(result))).toEqual(['Context']);
  });
});

describe('no answer', () => {
  test('is its reason, without what is close', () => {
    expect(textOf(renderAnswer(aNoAnswer()))).toBe(
      '-# Who counts the troops in Iraq?\n**The archive has no answer to that.** No sentence names anybody.',
    );
  });

  test.each([
    [null, 'Whoever runs this bot can add it.'],
    ['https://example.org/ask_(us)', '[Tell whoever runs this bot.](https://example.org/ask_%28us%29)'],
    ['mailto:news@example.org', 'Write to <news@example.org>.'],
  ])('for want of sources says where to ask for some: %s', (contact, words) => {
    const refused = renderAnswer(aNoAnswer({ isUncovered: true }), { isKept: true, isReply: true, contact });
    expect(textOf(refused)).toContain(`-# Do you know a source on it? ${words}`);
  });

  test('for want of sources leads to the managers of a server that may have its own', () => {
    const refused = renderAnswer(aNoAnswer({ isUncovered: true }), {
      isKept: true,
      isReply: true,
      hasSources: true,
    });
    expect(textOf(refused)).toContain('Managers of this server can add it with `/sources add`.');
  });

  test('has what is close behind a button', () => {
    const refused = renderAnswer(aNoAnswer());
    expect(buttonsOf(refused)).toEqual(['What is close']);
    expect(JSON.stringify(refused.components)).toContain('"more:0"');
  });

  test('has no such button where nothing is close', () => {
    expect(buttonsOf(renderAnswer(aNoAnswer({ related: [] })))).toEqual([]);
  });

  test('is what a reply says that may answer, but quotes nothing', () => {
    const empty = aNoAnswer({ verdict: 'maybe', related: [] });
    expect(textOf(renderAnswer(empty, { isKept: true, isReply: true }))).toContain(texts.noAnswer);
  });

  test('shows what is close from the first quote on', () => {
    expect(textOf(renderMore(aNoAnswer(), 0))).toMatch(
      /^-# Who counts.*\n> There are .*\n-# \[1\] \[Axios\]/,
    );
  });
});

describe('further quotes', () => {
  const snippets = Array.from({ length: 5 }, (_, index) =>
    aSnippet({ text: `Quote ${index + 1}.`, highlight: null, first: index }, { article: `a${index % 2}` }),
  );

  test('come after those that were shown, and are numbered on', () => {
    const shown = textOf(renderMore(anAnswer({ snippets }), 3));
    expect(shown).toMatch(/Quote 4\.\n-# \[4\].*Quote 5\.\n-# \[5\]/s);
    expect(shown).not.toContain('Quote 3');
  });

  test('end with a word that there are no more', () => {
    expect(textOf(renderMore(anAnswer({ snippets }), 5))).toContain('all the archive has');
  });
});

const renderings: [string, (answer: Answer | NoAnswer) => Outgoing][] = [
  ['the answer', (answer) => renderAnswer(answer)],
  ['the answer as a reply', (answer) => renderAnswer(answer, { isKept: true, isReply: true })],
  ['further quotes', (answer) => renderMore(answer, 3)],
  ['what is near to a claim', renderClaim],
];

describe.each(renderings)('%s, however nasty', (_, render) => {
  const anyResult = fc.oneof(anyAnswer, anyNoAnswer);

  test('is a message that Discord takes', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const body = { ...withComponents(render(result)) };
        checkSchema(MessageCreateRequestSchema, body);
        checkMessage(body);
      }),
      { numRuns: 60 },
    );
  });

  test('fits as plain text too', () => {
    fc.assert(
      fc.property(anyResult, (result) => plainText(render(result)).length <= CONTENT),
      { numRuns: 60 },
    );
  });
});

test('an answer carries its questions, so that it can be continued', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const components = renderAnswer(answer).components.map((component) => componentSchema.parse(component));
      const { question, previous } = askedIn(components) ?? {};
      const visibly = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
      return (
        visibly(question ?? '') === visibly(answer.question) &&
        visibly(previous ?? '') === visibly(answer.reading.followsUp ?? '')
      );
    }),
    { numRuns: 60 },
  );
});

test('other messages carry no question', () => {
  expect(askedIn([{ type: 10, content: 'Hello.' }])).toBeNull();
});
