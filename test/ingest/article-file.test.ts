import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, toBlocks } from '../../src/articles/block.js';
import { type Metadata, NO_METADATA } from '../../src/articles/compose.js';
import { readDraft } from '../../src/articles/read-article.js';
import { articleBody, articleFile, articlePath } from '../../src/ingest/article-file.js';

const HOSTILE = [
  '---',
  '---\ntitle: forged\n---',
  'title: forged',
  '<script>alert(1)</script>',
  '</p><p>',
  '<!-- ',
  '&lt;b&gt; &amp;amp; &#x41;',
  '# Not a heading',
  '[link](javascript:alert(1))',
  '![x](y)',
  '```',
  '    indented',
  '\u001B[2J\u001B]0;forged\u0007',
  '"quoted" \'title\': {a: [1]} # no comment',
  '!!js/function "x"',
  '&anchor *alias',
  '\u202Eright to left',
  '../../etc/passwd',
  '2020-01-05',
  'null',
];

const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' }), fc.lorem());
const blocks = fc
  .array(
    fc.tuple(words, fc.constantFrom<Block['kind']>('text', 'heading', 'caption', 'embedded post', 'row')),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.flatMap(([text, kind]) => toBlocks([text], kind)));
const title = words.map((text) => toBlocks([text])[0]?.text ?? null);

function reread(metadata: Metadata, content: readonly Block[]) {
  const file = articleFile(metadata, 'ab12', articleBody(content));
  return readDraft('article.md', new TextEncoder().encode(file));
}

describe('an article that is written and read again', () => {
  it('is the same, whatever its text and title hold', () => {
    fc.assert(
      fc.property(blocks, title, fc.array(title), (content, name, authors) => {
        const metadata: Metadata = {
          ...NO_METADATA,
          title: name,
          publisher: name,
          published: '2024-03-11T08:00:00Z',
          authors: authors.filter((author) => author !== null),
          copies: [{ publisher: name, url: null }],
        };
        const read = reread(metadata, content);
        expect(read.metadata).toEqual(metadata);
        // What cannot be a part of text (half a surrogate pair) is replaced in any UTF-8 file.
        const expected = content.map((block) => ({ ...block, text: block.text.toWellFormed() }));
        expect(read.blocks).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it.each(HOSTILE)('keeps %j as text', (text) => {
    const content = toBlocks([text, 'Next.']);
    expect(reread({ ...NO_METADATA, title: 'A title' }, content).blocks).toEqual(content);
  });
});

describe('the path of an article', () => {
  it('never leads out of the folder, whatever the title', () => {
    fc.assert(
      fc.property(words, fc.string(), (name, key) => {
        const path = articlePath(name, '2024-03-11', key);
        expect(path).toMatch(/^2024-03\/[a-z0-9-]{1,40}-[0-9a-f]{10}\.md$/);
        expect(posix.normalize(path)).toBe(path);
      }),
    );
  });

  it('can be read by people', () => {
    expect(articlePath('Iran’s Élysée visit: “No deal”', '2024-03-11', 'x')).toMatch(
      /^2024-03\/irans-elysee-visit-no-deal-/,
    );
  });
});

it('leaves a line without a space as it is, however long', () => {
  const line = '橋'.repeat(500_000);
  expect(articleBody([{ text: line, kind: 'text' }])).toContain(line);
});
