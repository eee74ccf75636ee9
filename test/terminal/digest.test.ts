import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDigestCommand } from '../../src/terminal/commands/digest.js';
import { runCommand } from './command-run.js';

const run = async (...words: string[]) => runCommand(addDigestCommand, ['digest', ...words]);

const story = z.object({
  headline: z.string(),
  outlets: z.array(z.string()),
  articles: z.array(z.object({ article: z.string(), url: z.string().nullable() })),
  sentences: z.array(
    z.object({
      text: z.string(),
      article: z.string(),
      publisher: z.string().nullable(),
      published: z.string().nullable(),
      url: z.string().nullable(),
      paragraph: z.number().int().positive(),
    }),
  ),
  figures: z.array(
    z.object({ value: z.string(), thing: z.number(), course: z.boolean(), article: z.string() }),
  ),
});
const digest = z.object({ date: z.string(), stories: z.array(story), articles: z.number() });

describe('digest', () => {
  it('prints the newest day of the archive when none is named', async () => {
    const { output } = await run();
    expect(output).toContain('The news of 12 March 2024');
    expect(output).toContain('Ferries replaced the closed harbour bridge on Tuesday.');
    expect(output).toContain('— Radio North');
  });

  it('prints the day that is named', async () => {
    const { output } = await run('--date', '2024-03-11');
    expect(output).toContain('The news of 11 March 2024');
    expect(output).toContain('Harbour bridge closed for repairs');
  });

  it('tells of several days as one digest, and shows figures that differ', async () => {
    const { output } = await run('--from', '2024-03-11', '--to', '2024-03-12');
    expect(output).toContain('11 March 2024 to 12 March 2024 (2 articles');
  });

  it('prints a digest as one line of JSON', async () => {
    const { output } = await run('--date', '2024-03-11', '--json');
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    const { date, stories, articles } = digest.parse(JSON.parse(output));
    expect({ date, articles }).toEqual({ date: '2024-03-11', articles: 1 });
    expect(stories[0]).toMatchObject({
      headline: 'Harbour bridge closed for repairs',
      outlets: ['The Port Gazette'],
    });
    expect(stories[0]?.sentences[0]).toMatchObject({
      ...{ article: 'bridge', publisher: 'The Port Gazette' },
      ...{ url: 'https://example.org/bridge', paragraph: 1 },
    });
  });

  it('says where the news is when a day has none', async () => {
    const { output, failure } = await run('--date', '2024-03-20');
    expect(failure).toBeNull();
    expect(output).toContain('no articles on 20 March 2024');
    expect(output).toContain('--date 2024-03-12');
  });

  it.each([
    [['--date', 'soon'], 'Write a day like 2020-01-05'],
    [['--date', '2024-02-30'], 'Write a day like 2020-01-05'],
    [['--to', '2024-03-11'], '--to needs a first day'],
    [['--from', '2024-03-12', '--to', '2024-03-11'], 'is after'],
    [['--date', '2024-03-11', '--from', '2024-03-11'], 'cannot be used with'],
  ])('says what is wrong with %j', async (words, complaint) => {
    const { failure } = await run(...words);
    expect(String(failure)).toContain(complaint);
  });
});
