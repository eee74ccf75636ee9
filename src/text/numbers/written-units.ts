import type { Token } from '../tokens.js';

/** How units are written behind a figure. */

export const DURATIONS = /^(?:second|minute|hour|day|week|month|year|decade|century|centuries)s?$/;
/** Written on to digits only: "5,000m", "90mm". */
export const SHORT_UNITS = /^(?:m|cm|mm|ft|lbs?|oz|kw|mw|gw|kwh|mwh|kph|ha|ml|tb)$/;
const HOTTEST = 150;
export const MEASURES =
  /^(?:km|kilometres?|kilometers?|miles?|metres?|meters?|feet|foot|inch|inches|yards?|acres?|hectares?|kg|kilograms?|grams?|tons?|tonnes?|pounds?|litres?|liters?|gallons?|barrels?|degrees?|mph|megawatts?|gigawatts?|watts?|volts?|hz|mhz|ghz|bytes?|gb|mb|atm|square|cubic)$/;
/** Units of more than one word: "square miles", "miles per hour", "km/h", "degrees Celsius", "°C". */
export const LONG_UNIT =
  /^(?:[\s-]?(?:square|cubic)[\s-]\p{L}+|[\s-]?(?:miles?|km|kilomet(?:er|re)s?|feet|met(?:er|re)s?)(?:\/[hs](?![\p{L}\p{N}\p{M}])|\s(?:per|an?)\s(?:hour|second)(?![\p{L}\p{N}\p{M}]))|\/h(?![\p{L}\p{N}\p{M}])|\s?degrees\s(?:Celsius|Fahrenheit|centigrade|[CF](?![\p{L}\p{N}\p{M}]))|\s?°\s?(?:[CF](?![\p{L}\p{N}\p{M}]))?)/iu;

/** "40C", "104F"; not a seat or a gate. */
export function isTemperature(text: string, token: Token, suffix: string): boolean {
  return (
    /^[cf]$/.test(suffix) &&
    /^\d{1,3}(?:\.\d)?[CF]$/.test(token.text) &&
    Number.parseFloat(token.text) <= HOTTEST &&
    !/\b(?:[Ss]eat|[Gg]ate|[Rr]oom|[Aa]partment|[Uu]nit|[Ss]ection|[Ff]orm|[Ff]light|[Aa]rticle|[Bb]lock)s? $/.test(
      text.slice(Math.max(0, token.start - 12), token.start),
    )
  );
}
