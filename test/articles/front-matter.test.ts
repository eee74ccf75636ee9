import { describe, expect, it, vi } from 'vitest';
import { splitFrontMatter } from '../../src/articles/front-matter.js';
import { UserError } from '../../src/user-error.js';

function read(...lines: string[]) {
  return splitFrontMatter(`---\n${lines.join('\n')}\n---\nThey voted.\n`, 'a.md');
}

describe('front matter as people write it', () => {
  it.each([
    ['Iraq: parliament votes', 'Iraq: parliament votes'],
    ['What now: a guide: part 2', 'What now: a guide: part 2'],
    ['[Video] Bridge closed', '[Video] Bridge closed'],
    ['"Closed" says mayor', '"Closed" says mayor'],
    ["'It's over' – mayor", "'It's over' – mayor"],
    ['@mayor answers', '@mayor answers'],
    ['Rivals meet for #1 spot', 'Rivals meet for #1 spot'],
    ['100% of votes', '100% of votes'],
    ['Bridge closed # a comment', 'Bridge closed'],
    ['"Iraq: a vote"', 'Iraq: a vote'],
    ['1984', '1984'],
  ])('may have the title %j', (written, title) => {
    expect(read(`title: ${written}`).metadata.title).toBe(title);
  });

  it.each([
    ['published: 5 January 2020', '2020-01-05'],
    ['date: 2020-01-05', '2020-01-05'],
    ['Date: January 5, 2020', '2020-01-05'],
    ['date: 2020-01-05 10:00', '2020-01-05'],
    ['date: 2020/1/5', '2020-01-05'],
    ['pubDate: Sun, 05 Jan 2020 10:00:00 +0100', '2020-01-05T10:00:00+01:00'],
  ])('dates an article by %j', (line, published) => {
    expect(read(line)).toMatchObject({ metadata: { published }, notes: [] });
  });

  it('knows other names of its keys, but prefers its own', () => {
    const { metadata, notes } = read(
      'author: Ann Smith',
      'link: https://post.example/a',
      'lastmod: 2020-01-07',
      'published: 2020-01-05',
      'date: 2020-01-06',
    );
    expect(metadata).toMatchObject({
      authors: ['Ann Smith'],
      url: 'https://post.example/a',
      updated: '2020-01-07',
      published: '2020-01-05',
    });
    expect(notes).toEqual(['a.md: line 6 (date) is not used.']);
  });

  it('says what of it is not used, and where that stands', () => {
    expect(read('title: Vote', 'mood: grim', 'published: 2020-02-30').notes).toEqual([
      'a.md: line 3 (mood) is not used.',
      'a.md: line 4 is not used, as 2020-02-30 is no date.',
    ]);
  });

  it('takes a key that every object has for one that is not known', () => {
    expect(read('title: Vote', 'constructor: a').notes).toEqual(['a.md: line 3 (constructor) is not used.']);
  });

  it('names the line that is wrong', () => {
    expect(() => read('title: Vote', 'date: 05/01/2020')).toThrow(/line 3: published must be a date/);
    expect(() => read('title:', '  - a', ' b: c')).toThrow(UserError);
  });
});

it('prints no warning of its own for a tag that YAML does not know', () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  expect(read('title: !unknown Bridge closed', 'topic:', '  - !other x').metadata.title).toBe(
    'Bridge closed',
  );
  expect(warning).not.toHaveBeenCalled();
  warning.mockRestore();
});

it('is refused when it is longer than any can be', () => {
  const copies = (count: number) =>
    `copies:\n${'  - publisher: Post\n    url: https://post.example/a\n'.repeat(count)}`;
  expect(read(copies(100)).metadata.copies).toHaveLength(100);
  expect(() => read(copies(2_000))).toThrow(/cannot be read: it is longer than 65536 characters/);
});
