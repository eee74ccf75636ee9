import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/archive/summary.js';
import { ToldCatalogue } from '../../src/service/told-catalogue.js';
import { anArticle } from '../archive/fixtures.js';

const summary = (id: string) => summarise(anArticle({ id }));
const [a, b, c] = [summary('a'), summary('b'), summary('c')];

describe('what another thread is told of the articles', () => {
  it('is all of them at first, and nothing while they stay', () => {
    const told = new ToldCatalogue();
    const all = [a, b];
    expect(told.changesTo(all)).toEqual({ put: [a, b], gone: [] });
    expect(told.changesTo(all)).toBeNull();
    expect(told.changesTo([a, b])).toBeNull();
  });

  it('is what came, changed or went since', () => {
    const told = new ToldCatalogue();
    told.changesTo([a, b]);
    const changed = { ...b, title: 'Corrected' };
    expect(told.changesTo([changed, c])).toEqual({ put: [changed, c], gone: ['a'] });
  });
});
