import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWhiteSpace } from '../../src/articles/block.js';
import { readArticle } from '../../src/articles/read-article.js';
import { UserError } from '../../src/user-error.js';

function read(file: string, content: string | Uint8Array) {
  return readArticle(file, Buffer.from(content));
}

function errorOf(file: string, content: string | Uint8Array): UserError {
  try {
    read(file, content);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`${file} was read`);
}

const texts = (article: ReturnType<typeof read>) => article.paragraphs.map(({ text }) => text);

describe('a text file', () => {
  it('is known by its path without the ending', () => {
    expect(read('2020/iraq/vote.txt', 'They voted.')).toMatchObject({
      id: '2020/iraq/vote',
      file: '2020/iraq/vote.txt',
    });
  });

  it('gives what its front matter says', () => {
    const article = read(
      'a.txt',
      '---\r\ntitle: 1984\r\npublisher: The  Post\r\nurl: https://post.example/a\r\npublished: 2020-01-05T18:30:00+01:00\r\nadded: 2020-01-06\r\nmood: grim\r\n---\r\nThey voted.\r\n',
    );
    expect(article).toMatchObject({
      title: '1984',
      publisher: 'The Post',
      url: 'https://post.example/a',
      published: '2020-01-05T18:30:00+01:00',
      added: '2020-01-06',
      paragraphs: [{ text: 'They voted.', afterBreak: false }],
    });
  });

  it('has no name or password in its addresses: a link would pose as another site', () => {
    const article = read(
      'a.txt',
      '---\nurl: https://www.bbc.co.uk:x@evil.example/a?b#c\ncopies:\n  - url: https://bbc.co.uk@evil.example/b\n---\nThey voted.\n',
    );
    expect(article.url).toBe('https://evil.example/a?b#c');
    expect(article.copies).toEqual([{ publisher: null, url: 'https://evil.example/b' }]);
  });

  it.each([
    ['2020-02-30', null],
    ['31 Sep 2020', null],
    ['2020-01-05T24:00:00Z', '2020-01-05'],
    ['5 January 2020', '2020-01-05'],
  ])('that is dated %s is of %s, and is no worse for it', (written, published) => {
    const article = read('a.txt', `---\npublished: ${written}\nupdated: ${written}\n---\nThey voted.`);
    expect(article.published).toBe(published);
    expect(article.updated).toBe(published ?? undefined);
    expect(texts(article)).toEqual(['They voted.']);
  });

  it('needs no front matter, and none of its keys', () => {
    expect(read('a.txt', 'They voted.')).toMatchObject({
      title: null,
      publisher: null,
      url: null,
      published: null,
      added: null,
    });
    expect(read('a.txt', '---\ntitle:\n---\nThey voted.').title).toBeNull();
    expect(texts(read('a.txt', '---\n---\nThey voted.'))).toEqual(['They voted.']);
  });

  it('may begin with a rule that is no front matter', () => {
    expect(texts(read('a.txt', '---\nThey voted.\n---\nThey left.'))).toEqual(['They voted.', 'They left.']);
  });

  it('has a paragraph a line, or a paragraph between empty lines when its lines are wrapped', () => {
    expect(texts(read('a.txt', 'They voted.\nThey left.\n\nIt rained.'))).toEqual([
      'They voted.',
      'They left.',
      'It rained.',
    ]);
    const wrapped =
      'The parliament of the country voted on Sunday to\nexpel the troops of all others from its soil, and\nthen it rose.\n\nIt rained.';
    expect(texts(read('a.txt', wrapped))).toEqual([
      'The parliament of the country voted on Sunday to expel the troops of all others from its soil, and then it rose.',
      'It rained.',
    ]);
  });

  it('has white space folded and what cannot be seen left out', () => {
    expect(texts(read('a.txt', 'They\u00A0\u00A0voted\u200B \t to\u00AD\u2009go.'))).toEqual([
      'They voted to go.',
    ]);
  });

  it('has its headline above an interview, whose turns may be short', () => {
    const text = 'Interview with the mayor\n\nKELLY: Is it closed?\n\nBRANDT: Until May.\n\nKELLY: Why?';
    expect(read('talk.txt', text).title).toBe('Interview with the mayor');
  });

  it('shows its headline in the line above the story, and takes its date from a scrape header', () => {
    const story = 'The Iraqi parliament passed a resolution on Sunday to expel all foreign troops.';
    expect(read('a.txt', `Parliament votes to expel troops\n\n${story}`)).toMatchObject({
      title: 'Parliament votes to expel troops',
      paragraphs: [{ text: story }],
      removed: [{ reason: 'headline' }],
    });
    expect(read('a.txt', `date 2020-02-30 ${story}`).published).toBeNull();
    expect(read('a.txt', ` date 2020-01-05 ${story}`)).toMatchObject({
      title: null,
      published: '2020-01-05',
    });
    expect(read('a.txt', `${story}\n\n${story.toUpperCase()} AGAIN.`).title).toBeNull();
    expect(read('a.txt', `What the government said today:\n\n${story}`).title).toBeNull();
  });

  it.each([
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x48, 0x69]],
    ['UTF-16, little end first', [0xff, 0xfe, 0x48, 0x00, 0x69, 0x00]],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x48, 0x00, 0x69]],
  ])('may be written in %s', (_, bytes) => {
    expect(texts(read('a.txt', Uint8Array.from(bytes)))).toEqual(['Hi']);
  });
});

describe('a Markdown file', () => {
  it('loses its markup and keeps its words', () => {
    const article = read(
      'a.md',
      '---\npublisher: The Post\n---\n# They voted &amp; left\n\nThe *first* [link](http://x.example) had `code`, 5 < 6, and\nanother line.\n\n> A quote by **her**.\n\n## Next\n\n- one\n- two\n\n![photo](x.jpg)\n\n<script>alert(1)</script>\n',
    );
    expect(article).toMatchObject({ title: 'They voted & left', publisher: 'The Post' });
    expect(article.paragraphs).toEqual([
      { text: 'The first link had code, 5 < 6, and another line.', afterBreak: false },
      { text: 'A quote by her.', afterBreak: false },
      { text: 'Next', afterBreak: true, kind: 'heading' },
      { text: 'one', afterBreak: true },
      { text: 'two', afterBreak: false },
    ]);
    expect(article.removed).toEqual([{ text: 'They voted & left', reason: 'headline' }]);
  });
});

describe('a broken file is refused by name:', () => {
  it.each([
    ['empty', 'article-empty', 'a.txt', '', /a\.txt is empty/],
    ['only white space', 'article-empty', 'a.txt', ' \n\u00A0\n', /is empty/],
    ['an empty page', 'article-empty', 'a.html', '', /is empty/],
    ['nothing but boilerplate', 'article-empty', 'a.txt', 'Advertisement', /holds no story/],
    [
      'binary',
      'article-binary',
      'a.txt',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0]),
      /not a text/,
    ],
    ['unknown ending', 'article-kind', 'a.xyz', 'text', /a\.xyz is no kind/],
    ['a PDF', 'article-kind', 'a.pdf', 'text', /a\.pdf is a PDF/],
    ['too large', 'article-too-large', 'a.txt', new Uint8Array(50 * 1024 * 1024), /50 MB; 10 MB at most/],
    [
      'front matter without an end',
      'article-front-matter',
      'a.txt',
      '---\ntitle: x\nThey voted.',
      /closing "---" is missing/,
    ],
    [
      'front matter that is no YAML',
      'article-front-matter',
      'a.md',
      '---\na: 1\ntitle:\n  - a\n b: c\n---\nHi',
      /line \d is not YAML/,
    ],
    [
      'a date that is none',
      'article-front-matter',
      'a.txt',
      '---\npublished: yesterday\n---\nHi',
      /published must be a date/,
    ],
    [
      'a date that may be of two days',
      'article-front-matter',
      'a.txt',
      '---\npublished: 05/01/2020\n---\nHi',
      /published must be a date/,
    ],
    [
      'an address that is none',
      'article-front-matter',
      'a.txt',
      '---\nurl: javascript:alert(1)\n---\nHi',
      /url must be an address/,
    ],
    ['nested too deeply', 'article-unreadable', 'a.html', '<b>'.repeat(3000), /levels deep/],
    ['a word without end', 'article-empty', 'a.md', '_a__b'.repeat(5000), /is empty/],
    ['nested lists', 'article-unreadable', 'a.md', `${'- '.repeat(9000)}a`, /nested too deeply/],
  ])('%s', (_, code, file, content, message) => {
    const error = errorOf(file, content);
    expect(error.code).toBe(code);
    expect(error.message).toContain(file);
    expect(error.message).toMatch(message);
  });
});

describe('any bytes whatsoever', () => {
  const file = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.xyz', '.txt', 'a');
  const markup = fc
    .array(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b>',
        '<',
        '&amp;',
        '&#0;',
        '---\n',
        'title: ',
        '\n',
        '- ',
        '> ',
        '# ',
        '| a |',
        '[x](y)',
        '<!--',
        '<script>',
        '<html>',
        '<table><td>',
        'They voted.',
        '\u0000',
        '\u200B',
        '```',
      ),
      { maxLength: 30 },
    )
    .map((parts) => Buffer.from(parts.join('')));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    markup,
    fc.string({ unit: 'binary', maxLength: 100 }).map((text) => Buffer.from(text)),
  );

  it('give an article or a UserError', () => {
    fc.assert(
      fc.property(file, bytes, (name, content) => {
        try {
          const article = readArticle(name, content);
          expect(article.paragraphs.length).toBeGreaterThan(0);
          for (const { text } of article.paragraphs) expect(foldWhiteSpace(text)).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
