import { expect, test } from 'vitest';
import { foldCopies } from '../../src/digest/copies.js';
import { article } from './articles.js';

const WIRE = [
  'A storm sank the ferry Saint Brigid in the harbour of Port Ellen on Monday.',
  'About 120 passengers were brought to safety by fishing boats before noon.',
  'The harbour will be closed for a week while divers look for the wreck.',
];
const OWN = 'The islanders of Islay woke to a harbour without ferries, and with a wreck in the middle of it.';

const ids = (groups: ReturnType<typeof foldCopies>) => groups.map((group) => group.map(({ id }) => id));

test('the same report at two outlets is one text, its fullest version first', () => {
  const short = article('short', WIRE.slice(0, 2).join('\n'));
  const full = article('full', WIRE.join('\n'));
  expect(ids(foldCopies([short, full, article('own', OWN)]))).toEqual([['full', 'short'], ['own']]);
});

test('a report that quotes one sentence of another is a text of its own', () => {
  const quoting = [
    OWN,
    WIRE[0],
    'The last such wreck was in the winter of 1987, older islanders remember well.',
    'Nobody knows yet when the next ferry from the mainland will be able to land here.',
  ];
  expect(foldCopies([article('wire', WIRE.join('\n')), article('quoting', quoting.join('\n'))])).toHaveLength(
    2,
  );
});

test('sentences that stand everywhere make no copies', () => {
  const [a, b] = [
    'He declined to comment.\nThis is a developing story.',
    'He declined to comment.\nThis is a developing story.',
  ];
  expect(foldCopies([article('a', a ?? ''), article('b', b ?? '')])).toHaveLength(2);
});

test('two reports under the same photos are two texts', () => {
  const reports = [WIRE, [OWN]].map((lines, index) =>
    article(`${index}`, lines.join('\n'), { captions: WIRE }),
  );
  expect(foldCopies(reports)).toHaveLength(2);
});
