import type { Newsroom } from '../../src/service/archive-service.js';

/** A newsroom that does nothing but what is given. */
export function stubNewsroom(given: Partial<Newsroom>): Newsroom {
  const nothing = () => Promise.reject(new Error('A test did not expect this call'));
  return {
    isOpen: true,
    ask: nothing,
    reading: nothing,
    edition: nothing,
    article: nothing,
    lookUp: nothing,
    newest: nothing,
    overview: nothing,
    addPage: nothing,
    addFeed: nothing,
    close: async () => {},
    ...given,
  };
}
