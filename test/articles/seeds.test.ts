import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldWhiteSpace } from '../../src/articles/block.js';
import { readArticle } from '../../src/articles/read-article.js';
import { resolveDates } from '../../src/text/dates/dates.js';
import { splitSentences } from '../../src/text/sentences.js';

const FOLDER = 'seeds';
const AXIOS = 'axios-iraqi-parliament-calls-on-government-to-expel-us-troops.txt';
const TIME = 'time-iraqs-parliament-called-for-the-expulsion-of-us-forces.txt';
const ASSASSINATION = 'just-days-after-the-trump-ordered-assassination.txt';
const VOTED = 'iraqs-parliament-voted-on-sunday-to-expel-us-troops.txt';
const LAWMAKERS = 'iraqi-lawmakers-on-sunday-voted-in-support.txt';

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

function seed(file: string) {
  return readArticle(file, readFileSync(`${FOLDER}/${file}`));
}

function removals(file: string): string[] {
  return seed(file)
    .removed.filter(({ reason }) => reason !== 'bullet')
    .map(({ text, reason }) => `${reason}: ${text.slice(0, 30)}`);
}

function sentences(file: string): string[] {
  return seed(file).paragraphs.flatMap(({ text }) =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end)),
  );
}

it('there are five', () => {
  expect(files.sort()).toEqual([AXIOS, TIME, ASSASSINATION, VOTED, LAWMAKERS].sort());
});

describe.each(files)('%s', (file) => {
  const source = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const [, sha, body = ''] = /^sha: ([0-9a-f]{64})\n---\n([\s\S]*)$/m.exec(source) ?? [];

  it('has the body as it was collected', () => {
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha);
  });

  it('has only paragraphs that stand in its body, in order', () => {
    const folded = foldWhiteSpace(body);
    let from = 0;
    for (const { text } of seed(file).paragraphs) {
      from = folded.indexOf(text, from);
      expect(from, text).toBeGreaterThanOrEqual(0);
      from += text.length;
    }
  });
});

describe('metadata', () => {
  it('is what the text shows', () => {
    const known = files.map((file) => {
      const { title, publisher, published, added, url } = seed(file);
      return [file, title, publisher, published, added, url];
    });
    expect(known).toEqual([
      [
        AXIOS,
        'Iraqi parliament calls on government to expel U.S. troops',
        'Axios',
        '2020-01-05',
        '2020-01-05',
        null,
      ],
      [LAWMAKERS, null, null, '2020-01-05', '2020-01-05', null],
      [VOTED, null, null, null, '2020-01-05', null],
      [ASSASSINATION, null, null, '2020-01-05', '2020-01-05', null],
      [TIME, null, 'TIME', '2020-01-05', '2020-01-05', null],
    ]);
  });
});

describe('cleaning takes out', () => {
  it('the header, the caption and the posts', () => {
    expect(removals(ASSASSINATION)).toEqual([
      'scrape header: date 2020-01-05',
      'caption: Mourners wave the national fla',
      'embedded post: And basically Iraqi government',
      "embedded post: Members of Iran's parliament c",
      'embedded post: “But at the same time American',
    ]);
  });

  it('the header, the headline, the caption and the links', () => {
    expect(removals(AXIOS)).toEqual([
      'scrape header: Updated Jan 5, 2020 - World',
      'headline: Iraqi parliament calls on gove',
      'caption: Iraqi Prime Minister Mahdi. Ph',
      'link to more: Go deeper: Anti-ISIS coalition',
      'link to more: Go deeper',
    ]);
  });

  it('the advertisements', () => {
    expect(removals(VOTED)).toEqual(Array(3).fill('advertisement: Advertisement'));
  });

  it('the header, the dateline and the contact line', () => {
    expect(removals(TIME)).toEqual([
      'scrape header: date 2020-01-05',
      'dateline: (BAGHDAD) —',
      'contact line: Contact us at editors@time.com',
    ]);
  });

  it('the header and the pull quote', () => {
    expect(removals(LAWMAKERS)).toEqual([
      'scrape header: date 2020-01-05',
      'pull quote: By killing Soleimani, without ',
    ]);
  });

  it('and keeps what captions tell, where they tell anything', () => {
    expect(seed(ASSASSINATION).captions).toEqual([
      expect.stringMatching(/^Mourners wave .* joined the funeral procession\.$/),
    ]);
    expect(seed(AXIOS).captions).toBeUndefined();
  });

  it('and leaves a break where something was', () => {
    expect(seed(ASSASSINATION).paragraphs.map(({ afterBreak }) => afterBreak)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('the hard sentences', () => {
  it.each([
    [
      TIME,
      'U.S. Sen. Lindsey Graham, R-S.C., a member of the Senate Foreign Relations Committee, said on Fox News that the parliamentary vote is “a bit concerning.”',
    ],
    [TIME, '“We’ll watch.'],
    [
      TIME,
      'We’re following very closely what’s taking place in the Iraqi Parliament,” he told CBS’ “Face the Nation.”',
    ],
    [
      TIME,
      '“The government should work on ending the presence of all foreign forces,” Parliament Speaker Mohamed a-Halbousi said after the vote.',
    ],
    [TIME, 'The comments were Nasrallah’s first since Soleimani’s killing.'],
    [
      VOTED,
      'The vote in parliament, which came after an extraordinary session on Sunday called by Iraq’s caretaker Prime Minister Adel Abdul Mahdi, represents a major widening of the tensions that have followed the killing of Gen. Qassem Suleimani on Friday.',
    ],
    [
      VOTED,
      "Parliament’s cancellation of the U.S.'s mandate comes as Washington has dispatched thousands of additional troops to the region to counter what it says is an increasingly belligerent Iran, even as it insists it will continue its role to prevent a resurgence of the extremists.",
    ],
    [
      VOTED,
      'He called for the immediate closure of the “American embassy of evil” and U.S. bases in the country as well as a boycott on American products.',
    ],
    [
      AXIOS,
      'The Iraqi parliament passed a resolution Sunday calling on the government to expel U.S. troops from the country in response to the killing of Iranian Gen. Qasem Soleimani and the leader of an Iraqi militia on its soil.',
    ],
    [AXIOS, '"This is a temporary victory for the parties which are pro-Iranian," they added.'],
    [
      AXIOS,
      '" The United States is disappointed by the action taken today in the Iraqi Council of Representatives.',
    ],
    [AXIOS, 'This administration remains committed to a sovereign, stable, and prosperous Iraq."'],
    [ASSASSINATION, '158 members of parliament did not attend or vote.'],
    [
      LAWMAKERS,
      '“Ending the presence of foreign forces is preferable,” Adel Abdul Mahdi, Iraq’s caretaker prime minister, told parliament on Sunday, “despite the internal and external difficulties that might arise”.',
    ],
    [LAWMAKERS, 'Jus cogens refers to peremptory norms of international law, i.e. international red lines.'],
    [LAWMAKERS, 'That is, a big(ly) ‘no no’.”'],
    [
      LAWMAKERS,
      'Mr Trump said the US had identified 52 targets, including cultural sites that it would “hit very fast and very hard”.',
    ],
  ])('%s: %s', (file, expected) => {
    expect(sentences(file)).toContain(expected);
  });

  it('are as many as a reader counts', () => {
    expect(files.map((file) => sentences(file).length)).toEqual([22, 25, 21, 18, 36]);
  });
});

describe('dates', () => {
  it.each([
    [LAWMAKERS, 'last month', '2019-12-01', '2019-12-31'],
    [LAWMAKERS, 'New Year’s eve', '2019-12-31', '2019-12-31'],
    [TIME, 'last year', '2019-01-01', '2019-12-31'],
    [VOTED, 'Friday', '2020-01-03', '2020-01-03'],
    [ASSASSINATION, 'October', '2019-10-01', '2019-10-31'],
    [AXIOS, 'November', '2019-11-01', '2019-11-30'],
  ])('%s: %s', (file, words, from, to) => {
    const { paragraphs, published, added } = seed(file);
    const found = paragraphs.flatMap(({ text }) =>
      resolveDates(text, published ?? added).map((date) => ({
        words: text.slice(date.start, date.end),
        from: date.from,
        to: date.to,
      })),
    );
    expect(found).toContainEqual({ words, from, to });
  });
});
