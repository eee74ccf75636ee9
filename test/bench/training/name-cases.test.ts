import { describe, expect, it } from 'vitest';
import type { MarkedName } from '../../../bench/sets/named-texts.js';
import { type NameCase, nameCases } from '../../../bench/training/name-cases.js';
import { NAME_KINDS } from '../../../src/text/name-kinds.js';

/** A text whose marked names stand between "[person:" or another kind and "]". */
function marked(...texts: string[]) {
  const sentences = texts.map((text) => {
    const names: MarkedName[] = [];
    let plain = '';
    for (const part of text.split(/(\[\w+:[^\]]*\])/)) {
      const [, kind, name = part] = /^\[(\w+):([^\]]*)\]$/.exec(part) ?? [];
      const known = NAME_KINDS.find((each) => each === kind);
      if (known) names.push({ start: plain.length, end: plain.length + name.length, kind: known });
      plain += name;
    }
    return { text: plain, names };
  });
  return [{ document: 'one', sentences }];
}

const told = (cases: readonly NameCase[]) => cases.map(({ kind, from }) => `${NAME_KINDS[kind]}, ${from}`);

describe('the cases that kinds of names are learned from', () => {
  it('are marked names, those that are found, or both alike', () => {
    expect(told(nameCases(marked('told [person:Mary Robinson] that')))).toEqual(['person, both']);
  });

  it('take what is found for the marked name that it ends with', () => {
    const cases = nameCases(marked('killed [other:Iranian] Gen. [person:Qasem Soleimani] there'));
    expect(told(cases)).toEqual(['other, marked', 'person, marked', 'person, found']);
  });

  it('take what nobody marked for something else', () => {
    expect(
      nameCases(marked('on the Internet now')).map(({ kind, isName }) => [NAME_KINDS[kind], isName]),
    ).toEqual([['other', false]]);
  });

  it('take a country for a place whatever it was marked as', () => {
    expect(told(nameCases(marked('when [organisation:Iran] refused')))).toEqual(['place, both']);
  });
});
