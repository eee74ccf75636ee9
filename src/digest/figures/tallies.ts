import type { Quantity } from '../../text/quantities.js';

/** What can be counted of an event so that two outlets surely count the same. */
export type Tallied = 'dead' | 'injured' | 'missing' | 'arrested' | 'rescued' | 'votes';

/** Words of its clause that say what a number counts: those after it, and those right before it. */
interface TallyWords {
  readonly tallied: Tallied;
  readonly after: RegExp;
  readonly before: RegExp;
}

/** Up to four words without a number, and a form of "be". */
const WORDS = String.raw`^(?:\s(?!(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b)[\p{L}’'-]+){0,4}?\s`;
const after = (words: string): RegExp => new RegExp(`${WORDS}(?:${words})\\b`, 'u');
const before = (words: string): RegExp => new RegExp(`\\b(?:${words})(?:\\s(?:the|all))?\\s$`, 'iu');

const TALLY_WORDS: readonly TallyWords[] = [
  {
    tallied: 'dead',
    after: after('killed|dead|died|deaths?|fatalities|slain|lost their lives|lives'),
    before: before(
      String.raw`kill(?:ed|ing|s)|(?:death )?toll[^.,;]{0,48}\s(?:to|at|is|was|reached)|claimed`,
    ),
  },
  {
    tallied: 'injured',
    after: after('injured|wounded|hurt|injuries'),
    before: before('injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt|hurting'),
  },
  { tallied: 'missing', after: after('missing|unaccounted for'), before: /(?!)/ },
  {
    tallied: 'arrested',
    after: after('arrested|detained|arrests'),
    before: before('arrest(?:ed|ing|s)|detain(?:ed|ing|s)'),
  },
  {
    tallied: 'rescued',
    after: after('rescued|evacuated'),
    before: before('rescu(?:ed|ing|es)|evacuat(?:ed|ing|es)'),
  },
];

const VOTE = /\bvot(?:e|ed|es|ing)\b/i;
const VOTERS = new Set([
  'lawmak',
  'legisl',
  'mp',
  'parliamentarian',
  'senat',
  'repres',
  'deputi',
  'member',
  'vote',
]);
/** A part of them: those of one side, those who were not there. */
const PART_OF_VOTE =
  /\b(?:against|oppos\w+|abstain\w*|absent|republicans?|democrats?|defect\w*|needed?|require\w*|majority leader|at least two)\b/i;
const TALLY = /^\d+[-–]\d+$/;

/** A clause ends at one of these. */
const CLAUSE_END = /[,;:()—–]|\s-\s|\.\s|\b(?:and|but|while|including|after|when|since)\b/;

/** What a number of a sentence counts; null if that is not one of the things that can be compared. */
export function talliedBy(text: string, { start, end, counted }: Quantity): Tallied | null {
  const words = text.slice(start, end);
  const tail = text.slice(end, end + 80);
  const following = tail.slice(0, CLAUSE_END.exec(tail)?.index ?? tail.length);
  const head = text.slice(Math.max(0, start - 60), start);
  const preceding = head.slice(lastClauseStart(head));
  for (const { tallied, after, before } of TALLY_WORDS) {
    if (after.test(following) || before.test(preceding)) return tallied;
  }
  const isTally = TALLY.test(words);
  const votes = isTally || counted.some((term) => VOTERS.has(term));
  return votes && VOTE.test(text) && !PART_OF_VOTE.test(text) ? 'votes' : null;
}

function lastClauseStart(head: string): number {
  let start = 0;
  for (let rest = head; ; ) {
    const found = CLAUSE_END.exec(rest);
    if (!found) return start;
    start += found.index + found[0].length;
    rest = head.slice(start);
  }
}
