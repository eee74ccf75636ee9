import type { ArchiveService, Sources } from './archive-service.js';

/**
 * The same service, asked within some sources wherever a call names none.
 * @param sources is asked with every call
 */
export function serviceWithin(service: ArchiveService, sources: () => Promise<Sources>): ArchiveService {
  return {
    get isOpen() {
      return service.isOpen;
    },
    ask: async (question, options, within) => service.ask(question, options, within ?? (await sources())),
    reading: (...asked) => service.reading(...asked),
    digest: async (period, topic, within) => service.digest(period, topic, within ?? (await sources())),
    story: async (words, within) => service.story(words, within ?? (await sources())),
    nearestDay: async (day, within) => service.nearestDay(day, within ?? (await sources())),
    firstWithArticles: async (days, within) => service.firstWithArticles(days, within ?? (await sources())),
    article: async (key, within) => service.article(key, within ?? (await sources())),
    sameStory: async (id, within) => service.sameStory(id, within ?? (await sources())),
    groupQuestions: (questions) => service.groupQuestions(questions),
    lookUp: async (words, limit, within) => service.lookUp(words, limit, within ?? (await sources())),
    newest: async (page, size, within) => service.newest(page, size, within ?? (await sources())),
    alert: (request) => service.alert(request),
    overview: async (within) => service.overview(within ?? (await sources())),
    addPage: (address) => service.addPage(address),
    addFeed: (address) => service.addFeed(address),
    followFeed: (...asked) => service.followFeed(...asked),
    readSubscriptions: (...asked) => service.readSubscriptions(...asked),
    writeSubscriptions: (...asked) => service.writeSubscriptions(...asked),
    close: () => service.close(),
  };
}
