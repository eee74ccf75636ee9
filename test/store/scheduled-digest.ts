import {
  addDigestSchedule,
  changeDigestSchedule,
  type DigestSchedule,
} from '../../src/store/digest-schedules.js';
import type { Store } from '../../src/store/store.js';

type Given = Pick<DigestSchedule, 'guild' | 'channel' | 'since'> & Partial<DigestSchedule>;

/** A digest of all news at 07:00 UTC every day, but for what is given. */
export function aDigest(given: Given): DigestSchedule {
  return {
    digest: 1,
    name: 'News',
    isForum: false,
    isPublished: false,
    times: [{ hour: 7, minute: 0 }],
    zone: 'UTC',
    days: [0, 1, 2, 3, 4, 5, 6],
    topic: null,
    sources: null,
    stories: 5,
    quietLine: false,
    ...given,
  };
}

/** Sets a digest up, in place of one of the same number. */
export async function scheduleDigest(store: Store, given: Given): Promise<void> {
  const digest = aDigest(given);
  if (!(await changeDigestSchedule(store, digest))) await addDigestSchedule(store, digest, 99);
}
