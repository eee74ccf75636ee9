import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../src/articles/block.js';
import { clean } from '../../src/articles/cleaning/clean.js';

const OPENING = 'The old bridge across the river reopened on Tuesday, three weeks after the flood.';
const MIDDLE = 'Engineers had checked every pillar, the mayor said, and two of them were rebuilt.';
const END = 'The town will pay a third of the sum, and the region will pay the rest.';

/** What cleaning does to a line within a story: the reason it goes for, or null when it stays. */
function fate(line: string): string | null {
  return reasonFor(line, [OPENING, line, END]);
}

/** The same above the story. */
function fateAtTop(line: string): string | null {
  return reasonFor(line, [line, OPENING, END]);
}

function reasonFor(line: string, lines: readonly string[]): string | null {
  const { paragraphs, removed } = clean(toBlocks(lines), null);
  return paragraphs.some(({ text }) => text === line) ? null : (removed[0]?.reason ?? 'lost');
}

describe('scrape headers', () => {
  it.each([
    'Updated Jan 5, 2020 - World',
    'Published 10:15 a.m. ET Aug. 3, 2022',
    'Nov. 8, 2021 Updated Nov. 9, 2021, 12:57 p.m. ET',
    '5 January 2020',
    'date 2020-01-05',
  ])('%s', (line) => {
    expect(fateAtTop(line)).toBe('scrape header');
  });

  it('go from the start of a line, and what follows stays', () => {
    const { paragraphs, removed } = clean(toBlocks([`date 2020-01-05 ${OPENING}`, END]), null);
    expect(paragraphs.map(({ text }) => text)).toEqual([OPENING, END]);
    expect(removed).toEqual([{ text: 'date 2020-01-05', reason: 'scrape header' }]);
  });

  it.each([
    'Updated figures show that the toll rose to 12 on Jan 5, 2020.',
    'Jan. 6, 2022',
    'date 2020-01-05 was a bad day',
  ])('leave a sentence and the heading of a timeline: %s', (line) => {
    expect(fate(line)).toBeNull();
  });
});

describe('datelines', () => {
  it.each([
    ['(BAGHDAD) — ', 'BAGHDAD'],
    ['WASHINGTON (AP) — ', 'AP'],
    ['LAKE PLACID, N.Y. (AP) — ', 'place and state'],
    ['LONDON, Jan 5 (Reuters) - ', 'date'],
    ['WASHINGTON – ', 'no agency'],
    ['New York (CNN) — ', 'lower case'],
  ])('%s goes', (dateline) => {
    const { paragraphs, removed } = clean(toBlocks([dateline + OPENING]), null);
    expect(paragraphs[0]?.text).toBe(OPENING);
    expect(removed).toEqual([{ text: dateline.trim(), reason: 'dateline' }]);
  });

  it('go when they stand alone', () => {
    expect(fateAtTop('New York CNN Business —')).toBe('dateline');
  });

  it.each([
    'ISIS — which once held the city — is gone.',
    'NATO (which has 30 members) met on Monday.',
    'The U.S. (and others) agreed.',
  ])('leave a sentence that begins with capitals: %s', (line) => {
    expect(fate(line)).toBeNull();
  });
});

describe('bylines', () => {
  it.each([
    'By Jane Doe',
    'By Jane Doe and John Roe, Associated Press',
    '— Jane Doe',
    'Special to the Valley Courier',
    'From staff and wire reports',
  ])('%s', (line) => {
    expect(fate(line)).toBe('byline');
  });

  it('above the story may be names alone', () => {
    expect(fateAtTop('Rod McDoe, David Roe')).toBe('byline');
    expect(fate('Rod McDoe, David Roe')).toBeNull();
  });

  it.each(['By Monday, the army had left.', 'By Christmas He Was Gone.', 'By law, companies must pay'])(
    'leave %s',
    (line) => {
      expect(fate(line)).toBeNull();
    },
  );
});

describe('photo credits and captions', () => {
  it.each([
    'Iraqi Prime Minister Mahdi. Photo: Ahmad al-Rubaye/AFP via Getty Images',
    'A home abuts the desert on the edge of the valley. John Roe/AP',
    'Gas prices are displayed at a station in May. (AP Photo/Jane Doe)',
    'Mourners in Mashhad on Sunday. Jane Doe for Reuters',
    'Photos: A town in winter A child looks at the snow. Hide Caption 3 of 28',
    'Video Ad Feedback 02:06 - Source: CNN What we know of the storm',
    'A reef in the Maldives. Claudia Roe © Academy of Sciences',
    'The garden in May. Courtesy of the museum',
  ])('caption: %s', (line) => {
    expect(fate(line)).toBe('caption');
  });

  it.each([
    'Photo: Jane Doe/Getty Images',
    'Getty Images',
    'Photo credit: Jane Doe',
    'Photo: Jane A. Doe',
    'Image caption',
    'Image copyright Getty Images',
  ])('credit: %s', (line) => {
    expect(fate(line)).toBe('photo credit');
  });

  it.each([
    'A photo of the scene shows people gathered around the former leader.',
    'The photo was taken by Jane Doe, who works for Getty Images.',
    'At least 25 people were killed, according to Reuters.',
    'He posed for a photo: it was his last.',
    'The band AC/DC will play on Sunday.',
    '"Take a picture," he told AFP',
  ])('leave %s', (line) => {
    expect(fate(line)).toBeNull();
  });
});

describe('what a caption tells', () => {
  const toldBy = (line: string) => clean(toBlocks([OPENING, line, END]), null).captions;
  const CAPTION = 'People cross the old bridge on Tuesday, the first day after the flood.';

  it.each([
    `${CAPTION} Photo: Jane Doe/AFP via Getty Images`,
    `${CAPTION} (AP Photo/Jane Doe)`,
    `${CAPTION} J. Doe/Reuters`,
    `${CAPTION} Courtesy of the town`,
  ])('is kept beside the text, without its credit: %s', (line) => {
    expect(toldBy(line)).toEqual([CAPTION]);
  });

  it.each([
    'The mayor of Springfield. Photo: Jane Doe/AFP',
    'People cross the old bridge on the first day after the flood (AP Photo/Jane Doe)',
    `${CAPTION} Hide Caption 3 of 28`,
  ])('is nothing without a sentence that says what happens: %s', (line) => {
    expect(toldBy(line)).toBeUndefined();
  });

  it('is kept once', () => {
    const block = { text: CAPTION, kind: 'caption' } as const;
    expect(clean([...toBlocks([OPENING]), block, ...toBlocks([END]), block], null).captions).toEqual([
      CAPTION,
    ]);
  });
});

describe('advertisements', () => {
  it.each([
    'Advertisement',
    'ADVERTISEMENT',
    'Story continues below advertisement',
    'Advertisement - story continues below',
  ])('%s', (line) => {
    expect(fate(line)).toBe('advertisement');
  });

  it.each(['The advertisement was shown 300 times.', 'Advertisement spending fell by 12 percent last year.'])(
    'leave %s',
    (line) => {
      expect(fate(line)).toBeNull();
    },
  );
});

describe('links to more', () => {
  it.each([
    'Go deeper: Anti-ISIS coalition suspends operations due to Iran threat',
    'Go deeper',
    'Read more: How the bridge was built',
    'More:Where is the ferry now?',
    'RELATED: Five bridges to see',
    'Read More',
    'YOU MAY LIKE:A first on the river, as a boat sails to the sea',
    'Click here to view',
  ])('%s', (line) => {
    expect(fate(line)).toBe('link to more');
  });

  it.each([
    'More than 5,000 soldiers are stationed there.',
    'Read more books, the minister told the children.',
    'Related problems have been found in two other bridges.',
    'Listen: there is no other way.',
    'He said:“We want you to stay in Iraq!”',
    'The big picture: The legal basis for the presence is an invitation.',
    'Watch out for ice on the roads, the police said.',
  ])('leave %s', (line) => {
    expect(fate(line)).toBeNull();
  });
});

describe('contact lines', () => {
  it.each([
    'Contact us at editors@time.com.',
    'Follow her on Twitter @janedoe.',
    'Jane Doe covers rivers for the Post. Reach her at jane@post.example or 555-867-5309.',
    'Jane Doe can be reached at jane@post.example.',
    'Jane Doe’s book on bridges, "Held by Cables" (Example Press, 2018), is out now. Follow her on Twitter @janedoe.',
    'jane@post.example',
  ])('%s', (line) => {
    expect(fate(line)).toBe('contact line');
  });

  it.each([
    'Anyone with information is asked to contact the police at 555-867-5309.',
    'In a statement he posted on Twitter, he described the response as feeble.',
    'The senator tweeted from @janedoe that she would not run.',
    'Follow the rules, he said on Facebook, or pay.',
    '“Contact us on Facebook!” the posters read.',
  ])('leave %s', (line) => {
    expect(fate(line)).toBeNull();
  });
});

describe('embedded posts', () => {
  it.each([
    'There should be a new government. — Mustafa Roe (@Mustafa_roe) January 5, 2020',
    'Members chant "Death" pic.twitter.com/xub1mnfOTo — Jane K. Doe (@JaneDoe) January 5, 2020',
    'A post shared by Jane Doe (@jane.doe)',
  ])('%s', (line) => {
    expect(fate(line)).toBe('embedded post');
  });

  it('go with the signature that stands on a line of its own', () => {
    const { paragraphs, removed } = clean(
      toBlocks([OPENING, 'What a day!', '— Jane Doe (@janedoe) March 5, 2024', END]),
      null,
    );
    expect(paragraphs.map(({ text }) => text)).toEqual([OPENING, END]);
    expect(removed.map(({ reason }) => reason)).toEqual(['embedded post', 'embedded post']);
  });

  it.each([
    'The mayor (@mayor) wrote on January 5, 2020, that the bridge was safe.',
    'Moktada al-Sadr — who once led an insurgency — criticized the lawmakers.',
  ])('leave %s', (line) => {
    expect(fate(line)).toBeNull();
  });
});

describe('pull quotes', () => {
  const quoted = `“${MIDDLE.slice(0, -1)},” she wrote.`;

  it('repeat a sentence of the body without its marks', () => {
    const { paragraphs, removed } = clean(toBlocks([OPENING, quoted, MIDDLE, END]), null);
    expect(paragraphs.map(({ text }) => text)).toEqual([OPENING, quoted, END]);
    expect(removed).toEqual([{ text: MIDDLE, reason: 'pull quote' }]);
  });

  it('leave the first of a paragraph printed twice', () => {
    const { paragraphs } = clean(toBlocks([OPENING, MIDDLE, MIDDLE, END]), null);
    expect(paragraphs.map(({ text }) => text)).toEqual([OPENING, MIDDLE, END]);
  });

  it('are no quoted sentence that stands once, and no row of a list', () => {
    expect(fate('“It’s in the interest of both countries to end the presence.”')).toBeNull();
    const row = 'Time that he spent in prison: 18 years';
    const { paragraphs } = clean(toBlocks([OPENING, row, MIDDLE, row]), null);
    expect(paragraphs.filter(({ text }) => text === row)).toHaveLength(2);
  });
});

describe('boilerplate', () => {
  it.each([
    'Sign up for our newsletter and never miss a story.',
    'Want this news roundup in your inbox every night? Sign up for the Evening newsletter here.',
    'Support local journalism. Subscribe to thepost.example today.',
    '(Reporting by Jane Doe; Editing by John Roe)',
    'Reporting by Jane Doe; Editing by John Roe',
    'Our Standards: The Example Trust Principles.',
    '© 2022 The Valley Post. All rights reserved.',
    'This material may not be published, broadcast, rewritten or redistributed.',
    'Contributing: The Associated Press',
    'Jane Doe in Paris contributed to this report.',
    'This is a developing story and will be updated.',
    'This story has been updated with additional details.',
    'Editor’s Note: Jane Doe is a professor at the London School of Bridges. The views are her own.',
    'Share this article',
    '___',
    'The post Bridge reopens after flood appeared first on The Valley Post.',
    'Comments (12)',
    'Listen to this article',
    'Get The Valley Post delivered through your letterbox every week.',
    'Get the news straight to your phone with the Valley Post app.',
    'Submit your letter to the editor via this form.',
    'This slideshow requires JavaScript.',
    '[button link="https://post.example/kit" type="big"] Send us your review[/button]',
    'This entry was posted in News and tagged bridge, flood by Jane Doe.',
  ])('%s', (line) => {
    expect(fate(line)).toBe('boilerplate');
  });

  it.each([
    'The council will send your letter back if the form is missing.',
    'Families can sign up today at the town hall for a place in the new school.',
    'The new owners took over the theatre and its name with all rights reserved.',
    '“What products will be left that readers feel are worth a digital subscription?” he wrote.',
    'The report was published on Tuesday by the ministry of transport.',
    'Share this bread with your neighbours, the baker wrote above the door.',
    'The men could sign up for haircuts, and the newspaper’s newsletter told them when.',
    'The company has 230 million subscribers, more than in any year before.',
    'All rights reserved for citizens were taken away, she said.',
    'Shares fell by 4 percent.',
    'The story has been told for centuries, and nobody knows who told it first.',
    'Anyone who contributed to this victory deserves thanks, the coach said.',
    'Print newspapers are dying.',
    'We will join our allies in closing our air space.',
    'It may be wise to download the parking app before you go.',
    'The company said it would send a newsletter to your inbox daily.',
    'Correction: An earlier version of this story misspelled the name of the river.',
  ])('leave %s', (line) => {
    expect(fate(line)).toBeNull();
  });
});

describe('bullets', () => {
  it.each(['• ', '► ', '* ', '– ', '●'])('%s goes from the start of a line', (glyph) => {
    const { paragraphs, removed } = clean(toBlocks([OPENING, glyph + END]), null);
    expect(paragraphs).toEqual([
      { text: OPENING, afterBreak: false },
      { text: END, afterBreak: false, opened: true },
    ]);
    expect(removed).toEqual([{ text: glyph.trim(), reason: 'bullet' }]);
  });

  it('are no minus and no footnote', () => {
    expect(fate('-5 degrees were measured on Tuesday.')).toBeNull();
    expect(fate('*The figures are estimates.')).toBeNull();
  });
});

describe('the headline', () => {
  it('goes where it only repeats the title', () => {
    const { paragraphs, removed } = clean(
      toBlocks(['Bridge reopens after flood', OPENING]),
      'Bridge reopens, after flood',
    );
    expect(paragraphs.map(({ text }) => text)).toEqual([OPENING]);
    expect(removed).toEqual([{ text: 'Bridge reopens after flood', reason: 'headline' }]);
  });
});

describe('a break', () => {
  it('stands where something within the story was taken out', () => {
    const { paragraphs } = clean(toBlocks(['By Jane Doe', OPENING, MIDDLE, 'Advertisement', END]), null);
    expect(paragraphs.map(({ afterBreak }) => afterBreak)).toEqual([false, false, true]);
  });
});

describe('any lines whatsoever', () => {
  const line = fc.oneof(
    fc.constantFrom(
      OPENING,
      MIDDLE,
      END,
      MIDDLE.slice(0, -1),
      'Advertisement',
      'By Jane Doe',
      'AP',
      'CNN —',
      'Jane Doe',
      '• • * text',
      'date 2020-01-05 date 2020-01-05 x',
      'Go deeper',
      '— Jane Doe (@janedoe) March 5, 2024',
      'Jan. 5, 2020',
      'WASHINGTON (AP) — PARIS (AP) — He left.',
      '___',
      'Photo: Jane Doe/AP',
      '(BAGHDAD) — ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  const lines = fc.array(line, { maxLength: 20 });

  it('are clean after one cleaning', () => {
    fc.assert(
      fc.property(lines, (source) => {
        const once = clean(toBlocks(source), null).paragraphs.map(({ text }) => text);
        const twice = clean(toBlocks(once), null);
        expect(twice.paragraphs.map(({ text }) => text)).toEqual(once);
        expect(twice.removed).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('are all there afterwards, kept or removed', () => {
    fc.assert(
      fc.property(lines, (source) => {
        const { paragraphs, removed } = clean(toBlocks(source), null);
        const visible = (texts: readonly string[]) => texts.join('').replace(/\s/g, '').length;
        const after = visible([...paragraphs, ...removed].map(({ text }) => text));
        expect(after).toBe(visible(toBlocks(source).map(({ text }) => text)));
      }),
      { numRuns: 300 },
    );
  });

  it('give paragraphs that are substrings of the source, in its order', () => {
    fc.assert(
      fc.property(lines, (source) => {
        const blocks = toBlocks(source)
          .map(({ text }) => text)
          .join('\n');
        let from = 0;
        for (const { text } of clean(toBlocks(source), null).paragraphs) {
          from = blocks.indexOf(text, from);
          expect(from).toBeGreaterThanOrEqual(0);
          from += text.length;
        }
      }),
      { numRuns: 300 },
    );
  });
});
