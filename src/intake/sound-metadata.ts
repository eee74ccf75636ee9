import type { Incoming } from './incoming.js';

/** Clocks differ and zones are mistaken; what claims to come from later than this is wrong, in milliseconds. */
const FUTURE = 24 * 60 * 60 * 1000;

const FULL_TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What a source says of itself, without what cannot be: broken addresses, dates that are none or still to come. */
export function soundMetadata(metadata: Incoming['metadata'], now: Date): Incoming['metadata'] {
  const { updated, ...rest } = metadata;
  const correction = updated === undefined ? null : soundDate(updated, now);
  return {
    ...rest,
    url:
      metadata.url !== null && /^https?:/i.test(metadata.url) && URL.canParse(metadata.url)
        ? new URL(metadata.url).href
        : null,
    published: metadata.published === null ? null : soundDate(metadata.published, now),
    ...(correction === null ? {} : { updated: correction }),
  };
}

/** An ISO 8601 date or timestamp, in the form that front matter takes; null for what is none. */
function soundDate(written: string, now: Date): string | null {
  const time = Date.parse(written);
  if (Number.isNaN(time) || time > now.getTime() + FUTURE || time < Date.UTC(1000)) return null;
  if (FULL_TIMESTAMP.test(written) || /^\d{4}-\d{2}-\d{2}$/.test(written)) return written;
  return new Date(time).toISOString();
}
