import type { ParsedResult } from 'chrono-node';

/** A few words that look like a date, and the characters on either side. */
interface Words {
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

interface Parsed extends Words {
  readonly result: ParsedResult;
}

const CONTEXT = 20;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** Returns the words at an offset with the text around them. */
export function around(text: string, start: number, words: string): Words {
  const end = start + words.length;
  return {
    words,
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  };
}

/** Whether the words are part of a name. */
export function isName(words: Words): boolean {
  return NAMES.some((holds) => holds(words));
}

/**
 * Whether chrono-node mistook the words for a date. It is made for what people type into a calendar, and
 * finds dates in prose where there are none.
 */
export function isNoDate(parsed: Parsed): boolean {
  return isName(parsed) || MISTAKES.some((holds) => holds(parsed));
}

const NAMES: readonly ((words: Words) => boolean)[] = [
  // "ABC News’ This Week", "USA Today": a word of relative time with a capital within a sentence.
  ({ words, before }) =>
    /^(?:Today|TODAY|Tonight|TONIGHT|Tomorrow|Yesterday|This|Last|Next)\b/.test(words) &&
    /[\p{L}\p{N}’']\s+$/u.test(before),
  ({ before }) =>
    /\b(?:Bloody|Black|Super|Good|Ash|Palm|Cyber|Giving|Fat|Easter|Freaky|Taco|Throwback)\s+$/.test(before),
  ({ after }) => /^\s(?:Times|Telegraph|Mirror|Mail|Herald|Express|World|Star|Show|Night)\b/.test(after),
  ({ words, after }) => /\bnight$/i.test(words) && /^\s(?:Football|Live|Lights|Fever)\b/.test(after),
];

const MISTAKES: readonly ((parsed: Parsed) => boolean)[] = [
  // "now" does not name a day.
  ({ result }) => result.tags().has('casualReference/now'),
  // A length of time: "for two days", "in the year".
  ({ result }) =>
    result.tags().has('result/relativeDate') &&
    /^(?:for|within|in|after|over)\s+(?!the\s+(?:past|last|next))/i.test(result.text),
  // Counted from another event: "two days later".
  ({ words }) => /\b(?:earlier|later|before|after|from now)$/i.test(words),
  // Repeated: "every Monday".
  ({ before }) => /\b(?:every|each)\s+$/i.test(before),
  // "holiday weekend", "on a weekday", "BA.2 may", "21 of this year".
  ({ words }) => /^(?:weekend|weekday)$|\b(?:march|may)\b|^\d+ of (?:this|last|next)\b/.test(words),
  // "April told him": a month alone needs a preposition.
  ({ words, before }) =>
    MONTH.test(words) &&
    !/\b(?:in|since|until|till|by|from|to|of|early|late|mid|last|next|this|through|during|between|before|after|and|around|for)[\s-]+$/i.test(
      before,
    ),
  // "and June Carter": a first name, where no preposition says that it is a month.
  ({ words, before, after }) =>
    MONTH.test(words) && /\b(?:and|by|from|for|to|of)\s$/i.test(before) && /^\s\p{Lu}\p{Ll}/u.test(after),
  // "July 42": chrono-node takes it for the year 2042.
  ({ words }) => /^\p{L}{3,9}\.?\s(?:3[2-9]|[4-9]\d)$/u.test(words),
  // "in Sun City": a short weekday needs a full stop or a comma.
  ({ words, after }) => /^(?:mon|tues?|wed|thurs?|fri|sat|sun)$/i.test(words) && !/^[.,]/.test(after),
  // A score or a fraction: "6/4".
  ({ words }) => /^\d{1,2}[/.-]\d{1,2}$/.test(words),
];
