import type { Block } from '../block.js';

/** A line with more characters is no heading. */
const LONGEST_HEADING = 70;
/** What follows the heading of a tail is no more than this share of the text. */
const LONGEST_TAIL = 0.3;

/** Headings under which no story goes on, in the languages of the pages that were looked at. */
const HEADINGS: readonly RegExp[] = [
  // More to read.
  /^(?:related|recommended|more (?:from|on|in|stories|news|about)\b|more:|read (?:more|next|also|further)|further reading|you (?:may|might) (?:also )?(?:like|be interested)|what to read next|most (?:read|popular)|popular (?:posts|articles|stories)|latest (?:news|posts|stories|articles)|trending|up next|in this (?:story|article))/i,
  /^(?:ähnliche|verwandte|weitere (?:artikel|beiträge|themen|infos?|informationen|meldungen|nachrichten|links?)|das könnte|mehr (?:zum thema|dazu|aus|zu|von)|auch interessant|lesen sie (?:auch|mehr)|lies auch|links? zum thema|meistgelesen|neueste)/i,
  /^(?:à lire (?:aussi|également)|lire aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires|associés)|lea también|te puede interesar|noticias relacionadas|más (?:noticias|leídas)|leggi anche|potrebbe(?:ro)? interessar|leia (?:também|mais)|veja também|zobacz (?:także|też|również)|czytaj (?:też|także|więcej)|lees ook|läs (?:också|mer)|читайте также)/i,
  // Who wrote it, and where it is from.
  /^(?:about (?:the )?(?:author|writer|company)|about us|contact|media contacts?|press contact|source|sources|references|notes? to editors?|copyright|disclaimer|tags?|topics|categories|filed under)\s*:?$/i,
  /^(?:über (?:den|die) autor|zur person|zum autor|kontakt|pressekontakt|ansprechpartner|quellen?|quellenangaben|bildnachweis|schlagwörter|kategorien)(?:in|en|innen)?\s*:?$/i,
  // What readers may do.
  /^(?:\d+ )?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|replies|responses)(?: \(\d+\)|:? \d+)?\s*:?$/i,
  /^(?:leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|share this|share (?:on|via)|tell us what you think|schreib(?:e|en sie)? einen kommentar|keine kommentare|diesen (?:artikel|beitrag) teilen|laisser un commentaire|deja (?:un comentario|una respuesta)|lascia un commento)/i,
  /^(?:sign up|subscribe|newsletter|stay up[ -]to[ -]date|stay informed|get the latest)/i,
];

/** Cuts a story off where a heading says that it is over: related links, the author's life, comments. */
export function withoutTail(blocks: readonly Block[]): readonly Block[] {
  const all = blocks.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  const start = blocks.findIndex((block, index) => {
    before += block.text.length;
    return index > 0 && all - before <= LONGEST_TAIL * all && isTailHeading(block);
  });
  return start < 0 ? blocks : blocks.slice(0, start);
}

function isTailHeading({ text, kind }: Block): boolean {
  if (kind === 'row' || text.length > LONGEST_HEADING) return false;
  return (
    (kind === 'heading' || !/(?<!\.\.)[.?!]$/.test(text)) && HEADINGS.some((heading) => heading.test(text))
  );
}
