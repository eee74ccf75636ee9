/** A currency with all the ways in which it is written. */
interface Currency {
  /** The short name under which amounts are compared. */
  readonly symbol: string;
  /** Before the figure, or after it: "€", "US$". */
  readonly signs?: readonly string[];
  /** Codes and the like, before or after the figure: "CHF", "Rs". */
  readonly codes?: readonly string[];
  /** After the figure, as a pattern. */
  readonly names: string;
}

/** A dollar is American unless it says otherwise. Those that say so stand first. */
const CURRENCIES: readonly Currency[] = [
  { symbol: 'A$', signs: ['AU$', 'A$'], codes: ['AUD'], names: 'Australian dollars?' },
  { symbol: 'C$', signs: ['CA$', 'C$'], codes: ['CAD'], names: 'Canadian dollars?' },
  { symbol: 'HK$', signs: ['HK$'], codes: ['HKD'], names: 'Hong Kong dollars?' },
  { symbol: 'NZ$', signs: ['NZ$'], codes: ['NZD'], names: 'New Zealand dollars?' },
  { symbol: 'S$', signs: ['S$'], codes: ['SGD'], names: 'Singapore dollars?' },
  { symbol: 'NT$', signs: ['NT$'], codes: ['TWD'], names: '(?:New )?Taiwan dollars?' },
  { symbol: 'R$', signs: ['R$'], codes: ['BRL'], names: '(?:Brazilian )?re(?:ais|als)' },
  { symbol: '$', signs: ['US$', '$'], codes: ['USD'], names: '(?:(?:U\\.?S\\.?|American) )?dollars?' },
  { symbol: '¢', signs: ['¢'], names: '(?:U\\.?S\\.? )?cents?' },
  { symbol: '€', signs: ['€'], codes: ['EUR'], names: 'euros?' },
  { symbol: '£E', signs: ['E£', '£E'], codes: ['EGP'], names: 'Egyptian pounds?' },
  { symbol: '£L', codes: ['LBP'], names: 'Lebanese (?:pounds?|lira)' },
  { symbol: '£', signs: ['£'], codes: ['GBP'], names: '(?:British )?pounds?(?: sterling)?' },
  { symbol: 'p', names: 'pence' },
  { symbol: 'yuan', codes: ['CNY', 'RMB'], names: '(?:Chinese )?(?:yuan|renminbi)' },
  { symbol: '¥', signs: ['¥'], codes: ['JPY'], names: '(?:Japanese )?yen' },
  { symbol: 'PKR', codes: ['PKR'], names: 'Pakistani rupees?' },
  { symbol: 'LKR', codes: ['LKR'], names: 'Sri Lankan rupees?' },
  { symbol: 'NPR', codes: ['NPR'], names: 'Nepal(?:i|ese) rupees?' },
  { symbol: '₹', signs: ['₹'], codes: ['INR', 'Rs.', 'Rs', 'Re.'], names: '(?:Indian )?rupees?' },
  { symbol: 'rupiah', codes: ['IDR', 'Rp'], names: '(?:Indonesian )?rupiah' },
  { symbol: 'CHF', codes: ['CHF', 'SFr'], names: '(?:Swiss )?francs?' },
  { symbol: '₽', signs: ['₽'], codes: ['RUB'], names: '(?:Russian )?(?:ro?ubles?)' },
  { symbol: '₴', signs: ['₴'], codes: ['UAH'], names: '(?:Ukrainian )?hryvnias?' },
  { symbol: '₺', signs: ['₺'], codes: ['TRY'], names: '(?:Turkish )?liras?' },
  { symbol: '₩', signs: ['₩'], codes: ['KRW'], names: '(?:South Korean )?won' },
  { symbol: '₪', signs: ['₪'], codes: ['ILS', 'NIS'], names: '(?:Israeli |new )?shekels?' },
  { symbol: '₦', signs: ['₦'], codes: ['NGN'], names: '(?:Nigerian )?nairas?' },
  { symbol: '₱', signs: ['₱'], codes: ['PHP'], names: '(?:Philippine|Filipino) pesos?' },
  { symbol: 'MXN', codes: ['MXN'], names: 'Mexican pesos?' },
  { symbol: 'peso', codes: ['ARS', 'COP', 'CLP'], names: '(?:Argentine |Colombian |Chilean |Cuban )?pesos?' },
  { symbol: '฿', signs: ['฿'], codes: ['THB'], names: '(?:Thai )?baht' },
  { symbol: '₫', signs: ['₫'], codes: ['VND'], names: '(?:Vietnamese )?dong' },
  { symbol: 'rand', codes: ['ZAR'], names: '(?:South African )?rand' },
  { symbol: 'SEK', codes: ['SEK'], names: 'Swedish (?:kronor|krona|crowns?)|krono?r' },
  { symbol: 'NOK', codes: ['NOK'], names: 'Norwegian (?:kroner|krone|crowns?)' },
  { symbol: 'DKK', codes: ['DKK'], names: 'Danish (?:kroner|krone|crowns?)' },
  { symbol: 'krone', names: 'kroner|krone' },
  { symbol: 'zloty', codes: ['PLN'], names: '(?:Polish )?zlotys?' },
  { symbol: 'koruna', codes: ['CZK'], names: '(?:Czech )?korunas?|Czech crowns' },
  { symbol: 'forint', codes: ['HUF'], names: '(?:Hungarian )?forints?' },
  { symbol: 'AED', codes: ['AED'], names: '(?:Emirati |UAE )?dirhams?' },
  { symbol: 'SAR', codes: ['SAR'], names: '(?:Saudi )?riyals?' },
  { symbol: 'rial', codes: ['IRR'], names: '(?:Iranian )?rials?' },
  { symbol: 'dinar', codes: ['KWD', 'IQD'], names: '(?:Iraqi |Kuwaiti |Jordanian )?dinars?' },
  { symbol: 'taka', codes: ['BDT', 'Tk'], names: '(?:Bangladeshi )?taka' },
  { symbol: 'ringgit', codes: ['MYR'], names: '(?:Malaysian )?ringgit' },
  { symbol: 'shilling', codes: ['KES', 'UGX'], names: '(?:Kenyan |Ugandan )?shillings?' },
  { symbol: 'cedi', codes: ['GHS'], names: '(?:Ghanaian )?cedis?' },
];

const quoted = (words: readonly string[] = []): string[] =>
  words.map((word) => word.replace(/[.$]/g, String.raw`\$&`));
const either = (patterns: readonly string[]): string =>
  [...patterns].sort((a, b) => b.length - a.length).join('|');

const SIGNS = either(CURRENCIES.flatMap(({ signs }) => quoted(signs)));
const CODES = either(CURRENCIES.flatMap(({ codes }) => quoted(codes)));
const NAMES = either(CURRENCIES.map(({ names }) => `(?:${names})`));

const BEFORE = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}’'°])(?:${SIGNS})|(?:${either(CURRENCIES.flatMap(({ signs }) => quoted(signs)).filter((sign) => !/\w/.test(sign)))}))[ \u00a0\u202f]?$|(?<![\p{L}\p{N}])(?:${CODES})[ \u00a0\u202f]?$`,
  'u',
);
const AFTER = new RegExp(
  String.raw`^[\s-]?(?:(?:${SIGNS})(?!\d)|(?:${CODES}|${NAMES})(?![\p{L}\p{N}]))`,
  'u',
);

/** The longest that anything written before a figure is. */
const MOST_BEFORE = 6;

/** The length of the currency written in front of a figure, with the space between; 0 where there is none. */
export function currencyBefore(text: string, start: number): number {
  return BEFORE.exec(text.slice(Math.max(0, start - MOST_BEFORE), start))?.[0].length ?? 0;
}

/** The length of the currency written behind a figure, with the space between; 0 where there is none. */
export function currencyAfter(text: string, end: number): number {
  const found = AFTER.exec(text.slice(end, end + 32))?.[0] ?? '';
  // "All five won", but "5 million won".
  const isVerb = /^[\s-]won$/.test(found) && !/(?:illion|ousand|000)$/.test(text.slice(0, end));
  return isVerb ? 0 : found.length;
}

const BY_WORDS = CURRENCIES.map(({ symbol, signs, codes, names }) => ({
  symbol,
  pattern: new RegExp(
    `(?<!\\p{L})(?:${either([...quoted(signs), ...quoted(codes), names])})(?!\\p{L})`,
    'iu',
  ),
}));

/** The currency of an amount, under one name for all ways to write it; empty where it has none. */
export function currencyOf(amount: string): string {
  return BY_WORDS.find(({ pattern }) => pattern.test(amount))?.symbol ?? '';
}
