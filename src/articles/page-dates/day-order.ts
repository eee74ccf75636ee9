import { type DayOrder, findWrittenDays } from '../../text/dates/written-days.js';
import type { Page } from './page.js';

const MONTH_FIRST = /^(?:en|es)-us\b|^en-ph\b|^fil\b/i;
/** English without a country says nothing, Canada writes both, and the others begin with the year. */
const UNSURE = /^en$|^(?:en|fr)-ca\b|^(?:zh|ja|ko|hu|lt|sv|fa|mn)\b/i;
/** Domains of countries, less those that write otherwise or that anybody uses. */
const DAY_FIRST_DOMAIN =
  /\.(?!us$|ph$|ca$|cn$|jp$|kr$|tw$|hu$|lt$|se$|io$|co$|tv$|me$|ai$|fm$|ly$|to$|cc$|ws$|nu$|eu$)[a-z]{2}$/i;
/** Characters of a page that are searched. */
const SEARCHED = 200_000;

/** "5/1/2020": only numbers like these can be read in two ways. */
const NUMBERS = /(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2}/;

/** How day and month stand in a text. */
export type OrderFor = (text: string) => DayOrder;

/** Tells the order of day and month on a page, and looks for it only once a text has a date that needs it. */
export function orderWhereItMatters(document: Page, address: string | null): OrderFor {
  let order: DayOrder | undefined;
  return (text) => {
    if (!NUMBERS.test(text)) return null;
    if (order === undefined) order = dayOrderOf(document, address);
    return order;
  };
}

/**
 * Finds out how a page orders day and month in "5/1/2020": as another date on it does ("28/1/2020"), else as its
 * language and country do. Null if neither tells.
 */
function dayOrderOf(document: Page, address: string | null): DayOrder {
  const text = (document.body?.textContent ?? '').slice(0, SEARCHED);
  const shown = new Set(findWrittenDays(text).flatMap(({ shows }) => shows ?? []));
  const [only] = shown;
  if (shown.size === 1 && only !== undefined) return only;
  const language =
    document.documentElement?.getAttribute('lang') ??
    document.querySelector('meta[property="og:locale"]')?.getAttribute('content') ??
    '';
  return orderOfLanguage(language.trim().replace('_', '-')) ?? orderOfDomain(address);
}

/** @param language a tag such as `en-GB`; empty if it is not known */
export function orderOfLanguage(language: string): DayOrder {
  if (MONTH_FIRST.test(language)) return 'month first';
  return language === '' || UNSURE.test(language) ? null : 'day first';
}

function orderOfDomain(address: string | null): DayOrder {
  if (address === null || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  if (/\.(?:gov|mil|us)$/.test(hostname)) return 'month first';
  return DAY_FIRST_DOMAIN.test(hostname) ? 'day first' : null;
}
