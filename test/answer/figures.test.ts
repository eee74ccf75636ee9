import { describe, expect, it } from 'vitest';
import { collectFigures } from '../../src/answer/figures.js';
import { snippetOf } from './fixtures.js';

/** A snippet of which the words between asterisks are highlighted. */
function giving(text: string, score = 0) {
  const start = text.indexOf('*');
  const end = text.lastIndexOf('*') - 1;
  const highlight = start < 0 ? null : ([start, end] as const);
  return snippetOf({ text: text.replaceAll('*', ''), highlight, score });
}

describe('the figures of several sources', () => {
  it('stand in the order of the snippets, as printed', () => {
    const snippets = [
      giving('removal of *more than 5,000* U.S. soldiers'),
      giving('a pullout of *5,200* U.S. troops'),
      giving('the expulsion of *5,000* US troops'),
    ];
    expect(collectFigures('count', snippets)).toEqual([
      { value: 'more than 5,000', snippets: [0] },
      { value: '5,200', snippets: [1] },
      { value: '5,000', snippets: [2] },
    ]);
  });

  it.each([
    ['*5,000* troops', '*5000* troops'],
    ['*twenty* men', '*20* men'],
    ['*$3.5 million*', '*$3,500,000*'],
    ['*3 percent*', '*3%*'],
    ['*More than 50* men', '*more than fifty* men'],
    ['on *Sunday*', 'on *sunday*'],
    ['*the estimated 50*', '*estimated 50*'],
  ])('are one where they say the same: %s, %s', (left, right) => {
    expect(collectFigures('count', [giving(left), giving(right)])).toMatchObject([{ snippets: [0, 1] }]);
  });

  it.each([
    ['*5,000* troops', '*more than 5,000* troops'],
    ['*nearly 50*', '*over 50*'],
    ['*5* men', '*5 percent* of men'],
    ['on *Sunday*', 'on *Monday*'],
    ['*dozens* of men', '*hundreds* of men'],
  ])('are two where they do not: %s, %s', (left, right) => {
    expect(collectFigures('count', [giving(left), giving(right)])).toHaveLength(2);
  });

  it('leave the article in front of a value out', () => {
    const snippets = [giving('*the estimated 5,200* troops'), giving('*an estimated 5,000* troops')];
    expect(collectFigures('count', snippets).map(({ value }) => value)).toEqual([
      'estimated 5,200',
      'estimated 5,000',
    ]);
  });

  it.each(['count', 'money', 'percent', 'measure', 'span', 'date'] as const)(
    'are given for questions of the kind %s',
    (kind) => {
      expect(collectFigures(kind, [giving('*5* a'), giving('*6* a')])).toHaveLength(2);
    },
  );

  it.each(['person', 'place', 'statement', 'reason', 'thing', 'yes or no'] as const)(
    'are none for questions of the kind %s',
    (kind) => {
      expect(collectFigures(kind, [giving('*5* a'), giving('*6* a')])).toEqual([]);
    },
  );

  it('are none where a single snippet gives one', () => {
    expect(collectFigures('count', [giving('*5* a'), giving('none')])).toEqual([]);
    expect(collectFigures('count', [])).toEqual([]);
  });

  it('leave out the value of a snippet that hardly answers, beside a much better one', () => {
    const snippets = [giving('*241* died', 3), giving('*200* died', 2), giving('*5,000* stayed', -6)];
    expect(collectFigures('count', snippets).map(({ value }) => value)).toEqual(['241', '200']);
  });

  it('are one where different words mean one day, and two where the same words mean two', () => {
    const days = new Map([
      ['on Sunday', '2020-01-05/2020-01-05'],
      ['on January 5', '2020-01-05/2020-01-05'],
      ['last Sunday', '2020-03-08/2020-03-08'],
    ]);
    const snippets = [giving('on *Sunday*'), giving('on *January 5*'), giving('last *Sunday*')];
    expect(collectFigures('date', snippets, ({ text }) => days.get(text) ?? null)).toEqual([
      { value: 'Sunday', snippets: [0, 1] },
      { value: 'Sunday', snippets: [2] },
    ]);
  });
});
