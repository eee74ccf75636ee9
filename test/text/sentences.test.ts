import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.js';

function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Splitting the sentences, joined by spaces, gives them again. */
function expectSplit(...expected: string[]): void {
  expect(sentences(expected.join(' '))).toEqual(expected);
}

describe('a sentence of the news', () => {
  it('goes on after a title', () => {
    expectSplit(
      'The vote came after the killing of Iranian Gen. Qasem Soleimani and the leader of a militia.',
      'Lt. Gen. Smith met Maj. Gen. Jones, Sens. Joe Manchin and Mitt Romney and Reps. A. B. Doe and C. Roe.',
      'Mr. Trump and Dr. Jill Biden came on Sunday.',
    );
  });

  it('goes on after a party and a state', () => {
    expectSplit(
      'U.S. Sen. Lindsey Graham, R-S.C., a member of the Senate Foreign Relations Committee, said on Fox News that the parliamentary vote is “a bit concerning.”',
      'Rep. Elaine Luria, D-Va. showed a video.',
    );
  });

  it('goes on after U.S. and its forms, and ends there before a new sentence', () => {
    expectSplit(
      "Parliament’s cancellation of the U.S.'s mandate comes as Washington has dispatched troops.",
      'Troops left the U.S.',
      'The vote came later.',
      'The U.N. Security Council met.',
    );
  });

  it('goes on after a month, a number sign, a decimal and initials', () => {
    expectSplit(
      'He met J. K. Rowling on Jan. 4 about No. 5.',
      'Prices rose 3.5 percent to $1.25.',
      'It was BA.5, not BA.2.',
    );
  });

  it('ends at p.m. and Inc. before a new sentence, and goes on at St.', () => {
    expectSplit('It began at 6 p.m.', 'He lives in St. Louis and works at Tesla Inc.', 'The firm said no.');
  });

  it('ends at a clock time before a new one, and goes on before a zone or a day', () => {
    expectSplit(
      'The shops shut at 7 p.m.',
      'Shoppers left slowly.',
      'He will speak at 11 a.m. ET on Friday, or at 9 p.m. Moscow time.',
      'It reopens at 6 a.m. Monday.',
    );
    expectSplit('At 7 a.m. Mr. Doe rang.', 'He rang again by 9 P.M.', 'Mr. Doe was told to wait.');
  });

  it('ends at an abbreviation before a word that opens sentences', () => {
    expectSplit(
      'The plane came from the U.S.',
      'Two more are expected.',
      'It was built by Doe Corp.',
      'Critics of the firm said so.',
      'It began after World War I.',
      'Records were lost.',
      'That is for you and I.',
      'Did Mary I. Doe agree?',
    );
    expectSplit(
      'The U.S. Treasury and Doe Corp. North America agreed.',
      'The King Jr. Day parade is cancelled.',
    );
  });

  it('ends at "No." where it answers, and goes on where a number follows', () => {
    expectSplit('Will it rain?', 'No.', 'The sky is clear above pier No. 7 and N°. 8.');
  });

  it('ends at dots that trail off, and goes on after dots that hesitate', () => {
    expectSplit(
      'They hoped...',
      'Nobody came.',
      '“It is late. …',
      'Everybody who had come went home long before the gates were shut,” she said.',
      'It was close… too close, and ... I mean it. …',
      'I do.',
      '"... We have to be there," she said.',
    );
  });

  it('ends where the space was left out', () => {
    expect(sentences('It costs £2.75.Children pay half.The rest is free.')).toEqual([
      'It costs £2.75.',
      'Children pay half.',
      'The rest is free.',
    ]);
  });

  it('ends after an address of the web', () => {
    expectSplit('It is at https://example.com/a.b/c.html.', 'Look there.');
  });

  it('holds names and addresses of the web together', () => {
    expectSplit(
      'Members chant "Death to America" pic.twitter.com/xub1mnfOTo — Jason K. Morrell (@CNNJason).',
      'See www.example.com/a.b?c=d for more.',
    );
  });

  it('goes on in lower case', () => {
    expectSplit(
      '“Did anyone even watch that?” she said.',
      'Warner Bros. launched the film.',
      'Jus cogens refers to norms, i.e. international red lines.',
    );
  });

  it('begins with a lower-case brand', () => {
    expectSplit('They sold more phones.', 'iPhone sales rose.');
  });

  it('begins with a number', () => {
    expectSplit('The final vote total was 170-0.', '158 members of parliament did not attend or vote.');
  });

  it('is not the number of a list item', () => {
    expectSplit('4. January was cold.');
    expectSplit('He left on Sept. 9.', 'The rest stayed until Sept. 12.', 'Then they left.');
  });

  it.each([
    ['1. The bread', '2. The milk', '3. The salt'],
    ['1. The bread was old.', '2. The milk was sour.'],
    ['1.) The bread was old.', '2.) The milk was sour.'],
    ['• 1. The bread', '• 2. The milk'],
    ['a. The bread', 'b. The milk'],
  ])('is an item of an enumeration that runs on: %s', (...items) => {
    expectSplit(...items);
  });
});

describe('a quotation', () => {
  it('takes its closing mark along', () => {
    expectSplit('He described the response as “feeble.”', 'He called for the closure of the embassy.');
    expectSplit('“We have an important mission there”.', 'The vote came at a special session.');
  });

  it('may run over sentences', () => {
    expectSplit(
      '“We’ll watch.',
      'We’re following very closely what’s taking place in the Iraqi Parliament,” he told CBS’ “Face the Nation.”',
      '“It is the United States that is prepared to help the Iraqi people.”',
    );
    expectSplit(
      '“The Iranian government is trying to basically take over Iraq’s political system.',
      'Iran is bribing Iraqi politicians.',
      'To the Iraqi people, do not allow this,” he said.',
    );
  });

  it('stays with the name of who asked', () => {
    expectSplit('"Are you sure?" Smith asked.', '“It’s over!” President Biden said on Friday.');
  });

  it('ends where a new sentence begins, though it ends in an exclamation mark', () => {
    expectSplit(
      'He was interrupted by chants of “Death to America!”',
      'The comments were Nasrallah’s first.',
    );
  });

  it('is whole where it is short and the sentence goes on after it', () => {
    expectSplit(
      'They sang "Help! Help! Help!" at the gate.',
      'The film "Run! It Is Coming" won.',
      '“We are late. It is dark,” she said.',
    );
  });

  it('ends where the next begins', () => {
    expectSplit('He said: "No."', '"Yes," she said.');
  });

  it('holds brackets', () => {
    expectSplit(
      '"But it\'s also a clear message from the Kurds [who didn\'t vote] and from some Iraqi Shia."',
      '“[W]e want to stay on in Iraq,” a senior official told reporters.',
      'That is, a big(ly) ‘no no’.”',
      '“The government should work on it,” Parliament Speaker Mohamed a-Halbousi said after the vote.',
    );
  });
});

describe('any text whatsoever', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '“',
          '”',
          '"',
          '.',
          '?',
          '! ',
          ' ',
          '\n',
          '\u00A0',
          '\uFEFF',
          'U.S.',
          'Gen. ',
          'said',
          'Mr',
          '4',
          'constructor',
          '—',
          '…',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('gives sentences in order that hold every visible character and begin and end with one', () => {
    fc.assert(
      fc.property(text, (any) => {
        let end = 0;
        for (const span of splitSentences(any)) {
          expect(any.slice(end, span.start).trim()).toBe('');
          const sentence = any.slice(span.start, span.end);
          expect(sentence).not.toBe('');
          expect(sentence.trim()).toBe(sentence);
          end = span.end;
        }
        expect(any.slice(end).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

it('is not held up by a word without end', () => {
  const endless = '/'.repeat(200_000);
  expect(sentences(`He left. She wrote ${endless} on it. He read.`)).toEqual([
    'He left.',
    `She wrote ${endless} on it.`,
    'He read.',
  ]);
});

it('is where it would be if there were fewer words between', () => {
  const filler = 'and then some more words came along to stay for a while ';
  const ending = fc.constantFrom(
    ...[
      '. ',
      '? ',
      '.” ',
      '!" ',
      '… ',
      '... ',
      ', ',
      ' Mr. ',
      ' U.S. ',
      ' No. 5 ',
      '; ',
      ') ',
      ' ill. ',
      ' 5 p.m. ',
    ],
  );
  const start = fc.constantFrom(
    'He said that they ',
    '“We never asked who ',
    'the two of them ',
    'In Iraq it was ',
  );
  const pieces = fc.array(fc.tuple(start, ending), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const textWith = (middle: string) =>
        parts.map(([first, last]) => `${first}${middle}left in the end${last}`).join('');
      const cut = sentences(textWith(filler.repeat(2))).map((sentence) => sentence.replaceAll(filler, ''));
      expect(cut).toEqual(sentences(textWith('')));
    }),
    { numRuns: 200 },
  );
});
