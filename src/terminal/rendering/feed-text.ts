import type { Feed } from '../../store/feeds.js';

const HOUR = 3_600_000;

/** A feed in a line or two: its name, its address, and how it is doing. */
export function feedText(
  { url, title, lastSuccess, failingSince, failure, nextPoll }: Feed,
  now: number,
): string {
  const read = lastSuccess === null ? 'not read yet' : `read ${ago(now - lastSuccess)}`;
  const next = nextPoll <= now ? 'due' : `next in ${span(nextPoll - now)}`;
  const state =
    failingSince === null ? [read, next] : [`failing for ${span(now - failingSince)}`, read, next];
  const lines = [`${title ?? url} (${state.join(', ')})`, ...(title === null ? [] : [url])];
  return [...lines, ...(failure === null ? [] : [failure])].join('\n    ');
}

function ago(milliseconds: number): string {
  return milliseconds < 60_000 ? 'just now' : `${span(milliseconds)} ago`;
}

function span(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.max(1, Math.round(milliseconds / 60_000))} min`;
  return milliseconds < 48 * HOUR
    ? `${Math.round(milliseconds / HOUR)} h`
    : `${Math.round(milliseconds / (24 * HOUR))} days`;
}
