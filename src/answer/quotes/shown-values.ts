import type { AnswerValue } from '../answer.js';
import type { AnswerType } from '../question/answer-type.js';
import { dateInWords } from './citation.js';

/** A value as it stands in the line above the quotes. */
export interface ShownValue {
  /** As the source prints it: "more than 5,000", "Sunday". */
  readonly value: string;
  /** What it means or when it was said, in plain words: "5 January 2020"; null where that adds nothing. */
  readonly day: string | null;
  /** Positions of the snippets that say it. */
  readonly snippets: readonly number[];
}

/** The line of values above the quotes. */
export interface ShownValues {
  readonly values: readonly ShownValue[];
  /** The values differ because time passed: each led to the next. */
  readonly isCourse: boolean;
}

const FIGURES: ReadonlySet<AnswerType> = new Set<AnswerType>(['count', 'money', 'percent', 'measure']);

/** The values of an answer for its line: days resolved, and figures of different days as a course, oldest first. */
export function shownValues(values: readonly AnswerValue[]): ShownValues {
  const isCourse = grewOverTime(values);
  const ordered = isCourse ? values.toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? '')) : values;
  return {
    isCourse,
    values: ordered.map((value) => ({
      value: value.value,
      day: isCourse || value.type === 'date' ? dayInWords(value) : null,
      snippets: [...new Set(value.mentions.map(({ snippet }) => snippet))],
    })),
  };
}

/** Figures of one type, each of another day. */
function grewOverTime(values: readonly AnswerValue[]): boolean {
  const days = new Set(values.flatMap(({ day }) => day ?? []));
  const [first] = values;
  return (
    values.length > 1 &&
    first !== undefined &&
    FIGURES.has(first.type) &&
    values.every(({ type }) => type === first.type) &&
    days.size === values.length
  );
}

/** The day of a value, unless its own words say the year. */
function dayInWords({ value, type, day }: AnswerValue): string | null {
  return day === null || (type === 'date' && /\d{4}/.test(value)) ? null : dateInWords(day);
}
