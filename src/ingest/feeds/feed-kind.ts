const XML_FEED =
  /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)(?=[\s>])/i;
const JSON_FEED = /^\uFEFF?\s*\{[\s\S]{0,2000}?"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org/;

/** Whether a text is a feed in XML, judging by how it begins. */
export function beginsLikeXmlFeed(text: string): boolean {
  return XML_FEED.test(text);
}

/** Whether a text is a feed, judging by how it begins: servers call feeds pages, texts and more. */
export function looksLikeFeed(text: string): boolean {
  return beginsLikeXmlFeed(text) || JSON_FEED.test(text);
}
