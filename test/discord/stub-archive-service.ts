import type { ArchiveService } from '../../src/service/archive-service.js';

/** An archive service that does nothing but what is given. */
export function stubArchiveService(given: Partial<ArchiveService>): ArchiveService {
  const nothing = () => Promise.reject(new Error('A test did not expect this call'));
  return {
    isOpen: true,
    ask: nothing,
    reading: nothing,
    digest: nothing,
    story: nothing,
    nearestDay: nothing,
    firstWithArticles: nothing,
    article: nothing,
    sameStory: nothing,
    groupQuestions: nothing,
    alert: nothing,
    lookUp: nothing,
    newest: nothing,
    overview: nothing,
    addPage: nothing,
    addFeed: nothing,
    followFeed: nothing,
    readSubscriptions: nothing,
    writeSubscriptions: nothing,
    close: async () => {},
    ...given,
  };
}
