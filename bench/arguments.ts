import { InvalidArgumentError } from 'commander';

/** Reads what a measuring command is given after an option, for commander. */

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('It must be a whole number.');
}

export function wholeNumberAboveZero(text: string): number {
  const number = wholeNumber(text);
  if (number > 0) return number;
  throw new InvalidArgumentError('It must be above 0.');
}

/** One or several, with commas between. */
export function wholeNumbersAboveZero(text: string): number[] {
  return text.split(',').map((each) => wholeNumberAboveZero(each.trim()));
}

/** Some of these names, with commas between. */
export function namesAmong<T extends string>(allowed: readonly T[]): (text: string) => T[] {
  return (text) =>
    text.split(',').map((word) => {
      const found = allowed.find((one) => one === word.trim());
      if (found !== undefined) return found;
      throw new InvalidArgumentError(`"${word.trim()}" is none of ${allowed.join(', ')}.`);
    });
}
