import type { Question } from '../question/question.js';

/** What units measure, and which words of a question ask for it. */

export type Dimension =
  | 'length'
  | 'mass'
  | 'speed'
  | 'temperature'
  | 'area'
  | 'volume'
  | 'energy'
  | 'data'
  | 'time';

/** Units with all the ways in which they are written. */
const UNITS: readonly (readonly [Dimension, string, RegExp])[] = [
  ['speed', 'mph', /mph|miles? (?:per|an|a) hour/],
  ['speed', 'km/h', /km\/h|kph|(?:km|kilomet(?:er|re)s?) (?:per|an|a) hour/],
  ['speed', 'm/s', /m\/s|met(?:er|re)s? (?:per|a) second/],
  ['speed', 'ft/s', /(?:feet|foot|ft) (?:per|a) second/],
  ['speed', 'knot', /knots?/],
  ['area', 'acre', /acres?/],
  ['area', 'hectare', /hectares?|ha/],
  ['area', 'square foot', /(?:square|sq\.?) (?:feet|foot|ft)/],
  ['area', 'square mile', /(?:square|sq\.?) miles?/],
  ['area', 'square metre', /(?:square|sq\.?) (?:met(?:er|re)s?|m)/],
  ['area', 'square kilometre', /(?:square|sq\.?) (?:kilomet(?:er|re)s?|km)/],
  ['area', 'square yard', /(?:square|sq\.?) yards?/],
  ['area', 'square inch', /(?:square|sq\.?) inch(?:es)?/],
  ['volume', 'cubic foot', /cubic (?:feet|foot|ft)/],
  ['volume', 'cubic metre', /cubic (?:met(?:er|re)s?|m)/],
  ['volume', 'cubic yard', /cubic yards?/],
  ['volume', 'litre', /lit(?:er|re)s?/],
  ['volume', 'gallon', /gallons?/],
  ['volume', 'barrel', /barrels?/],
  ['length', 'kilometre', /km|kilomet(?:er|re)s?/],
  ['length', 'centimetre', /cm|centimet(?:er|re)s?/],
  ['length', 'millimetre', /mm|millimet(?:er|re)s?/],
  ['length', 'metre', /met(?:er|re)s?|(?<=\d ?)m/],
  ['length', 'mile', /miles?/],
  ['length', 'foot', /feet|foot|ft/],
  ['length', 'inch', /inch(?:es)?/],
  ['length', 'yard', /yards?/],
  ['mass', 'kilogram', /kg|kilos?|kilograms?/],
  ['mass', 'gram', /grams?|(?<=\d)g/],
  ['mass', 'ton', /tons?/],
  ['mass', 'tonne', /tonnes?|metric tons?/],
  ['mass', 'pound', /pounds?|lbs?/],
  ['mass', 'ounce', /ounces?/],
  ['mass', 'carat', /carats?/],
  ['temperature', '°C', /(?:°|(?<=\d)) ?c|(?:degrees? )?(?:celsius|centigrade)|degrees? c/],
  ['temperature', '°F', /(?:°|(?<=\d)) ?f|(?:degrees? )?fahrenheit|degrees? f/],
  ['temperature', '°', /degrees?|°/],
  ['energy', 'watt', /(?<!kilo|mega|giga)watts?/],
  ['energy', 'kilowatt', /kilowatts?|kw/],
  ['energy', 'megawatt', /megawatts?|mw/],
  ['energy', 'gigawatt', /gigawatts?|gw/],
  ['energy', 'volt', /volts?/],
  ['energy', 'calorie', /calories?/],
  ['data', 'byte', /bytes?/],
  ['data', 'megabyte', /mb|megabytes?/],
  ['data', 'gigabyte', /gb|gigabytes?/],
  ['data', 'terabyte', /tb|terabytes?/],
  ['data', 'hertz', /hz|hertz/],
  ['data', 'megahertz', /mhz|megahertz/],
  ['data', 'gigahertz', /ghz|gigahertz/],
  ['time', 'second', /seconds?/],
  ['time', 'minute', /minutes?/],
  ['time', 'hour', /hours?/],
  ['time', 'day', /days?/],
  ['time', 'week', /weeks?/],
  ['time', 'month', /months?/],
  ['time', 'year', /years?/],
  ['time', 'decade', /decades?/],
  ['time', 'century', /centur(?:y|ies)/],
];

const AT_END = UNITS.map(([dimension, unit, { source }]) => ({
  dimension,
  unit,
  pattern: new RegExp(`(?<!\\p{L})(?:${source})$`, 'u'),
}));

const ASKING: readonly (readonly [Dimension, RegExp])[] = [
  ['mass', /^(?:heavy|weigh|weighs|weighed|weight)$/],
  ['speed', /^(?:fast|speed|speeds|quick|velocity)$/],
  ['temperature', /^(?:hot|cold|warm|temperature|temp|temps)$/],
  ['length', /^(?:far|tall|high|deep|wide|height|depth|distance|length|width)$/],
  ['area', /^(?:area|acreage|acres)$/],
];

/** The unit that a figure ends in, under one name for all ways to write it; null where it has none. */
export function unitOf(figure: string): { readonly dimension: Dimension; readonly unit: string } | null {
  const words = figure.toLowerCase().replace(/-/g, ' ').trim();
  return AT_END.find(({ pattern }) => pattern.test(words)) ?? null;
}

/** Units that are a fixed number of another one. */
const IN_BASE: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  kilometre: ['metre', 1_000],
  centimetre: ['metre', 0.01],
  millimetre: ['metre', 0.001],
  gram: ['kilogram', 0.001],
  tonne: ['kilogram', 1_000],
  kilowatt: ['watt', 1e3],
  megawatt: ['watt', 1e6],
  gigawatt: ['watt', 1e9],
  week: ['day', 7],
  decade: ['year', 10],
  century: ['year', 100],
};

/** The unit in which a figure is compared, and how many of them its own is: "5 km" is 5,000 metres. */
export function baseUnitOf(figure: string): { readonly unit: string; readonly factor: number } {
  const unit = unitOf(figure)?.unit ?? '';
  const [base, factor] = Object.hasOwn(IN_BASE, unit) ? (IN_BASE[unit] ?? [unit, 1]) : [unit, 1];
  return { unit: base, factor };
}

/** What a figure measures by its last words; null where it has no unit. */
export function dimensionOf(figure: string): Dimension | null {
  return unitOf(figure)?.dimension ?? null;
}

/** What a question asks to be measured, by words such as "heavy" or by a unit that it names; null where it leaves that open. */
export function dimensionAsked({ tokens, terms, focus }: Question): Dimension | null {
  for (const [dimension, pattern] of ASKING)
    if (tokens.some(({ word }) => pattern.test(word))) return dimension;
  const noun = terms[focus]?.token.word;
  return noun === undefined ? null : dimensionOf(noun);
}
