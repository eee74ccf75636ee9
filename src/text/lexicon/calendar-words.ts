// Those of May, March, April, August and June are people's names and verbs as well.
const DAY_OR_MONTH =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|july|september|october|november|december)$/;

/** "July". */
const SHORTEST = 4;

/** Whether a word can only be a day of the week or a month. @param word in lower case, as tokens have it */
export function isCalendarWord(word: string): boolean {
  return word.length >= SHORTEST && DAY_OR_MONTH.test(word);
}
