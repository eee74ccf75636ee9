import { expect, test } from 'vitest';
import { shownHeadline } from '../../src/digest/shown-headline.js';

const shown = (headline: string, ...outlets: string[]) => shownHeadline({ headline, outlets });

test.each([
  ['Bitcoin falls below $30,000 | CNN Business', 'Bitcoin falls below $30,000'],
  ['Bitcoin falls below $30,000 - CNN', 'Bitcoin falls below $30,000'],
  ['Bitcoin falls below $30,000 | CNNPolitics', 'Bitcoin falls below $30,000'],
  [
    'Bitcoin falls below $30,000 as investors flee ... - CNN',
    'Bitcoin falls below $30,000 as investors flee …',
  ],
])('the name of the site is left out: %s', (headline, expected) => {
  expect(shown(headline, 'CNN')).toBe(expected);
});

test.each(['Bitcoin falls - and it may go on', 'Storm hits coast | Ferry lost', 'CNN names a new chief'])(
  'other words stay: %s',
  (headline) => {
    expect(shown(headline, 'CNN')).toBe(headline);
  },
);

test('a title that was cut ends in an ellipsis', () => {
  expect(shown('Prime minister resigns amid protests over economic ...', 'CNN')).toBe(
    'Prime minister resigns amid protests over economic …',
  );
});
