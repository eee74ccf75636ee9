import type { LineRule } from './rule.js';

const LONGEST_NOTICE = 400;

const NOTICES: readonly RegExp[] = [
  // Who else worked on the story.
  /^\(?(?:contributing|contributors?|contributed)(?: to this (?:report|story))?\s?[:–—-]/i,
  /^\((?:additional )?(?:reporting|writing|editing|compiled) by [^)]*\)?$/i,
  /^(?:additional )?(?:reporting|writing|editing) by \p{Lu}[^.]*; ?(?:editing|writing|additional reporting) by [^.]*\.?$/iu,
  // Standards and rights.
  /^our standards\s?:/i,
  /^(?:©|\(c\)|copyright\b[\s©]*)\s?\d{4}\b/i,
  /^this (?:material|content) may not be (?:published|reproduced|copied)/i,
  // The page talks about itself.
  /^(?:this (?:story|article|post|page|file|live blog)|the (?:article|live blog)) (?:has been|was|will be|is being) (?:\w+ )?(?:updated|corrected|published|posted)\b[^"“]{0,200}$/i,
  /^(?:this report|the story) (?:has been|was|will be|is being) (?:updated|corrected)\b[^"“]{0,200}$/i,
  /^(?:this (?:story|article|post)|the (?:story|article) (?:first|originally)) (?:first |originally )?appeared (?:on|in|at)\b[^"“]{0,160}$/i,
  /^(?:this|it) is an? (?:developing|breaking)(?: news)? story\b[^"“]{0,160}$/i,
  /^(?:the )?post .{3,200} (?:first )?appeared (?:first )?on .{2,80}$/i,
  /^this (?:entry|post) was (?:posted|published|written)\b[^"“]{0,300}$/i,
  // How the page earns money.
  /^(?:prices were accurate at the time|purchases you make through our links|we may (?:earn|receive) an? (?:\w+ )?commission)/i,
  /^[—–-]? ?recommendations are independently chosen/i,
];

/** Those that may begin with anything. */
const WITHIN: readonly RegExp[] = [
  /^[^"“]{3,250}\bcontributed (?:reporting )?to this (?:report|story|article|file|column)\b[^"“]*\.?$/i,
  /^(?:©|\(c\)|copyright\b)[^.!?]{0,80}\ball rights reserved\.?$|^all rights reserved\.?$|[.!] all rights reserved\.?$/i,
];

/** Notices that an outlet prints under any story. */
export const noticeLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) => line.length <= LONGEST_NOTICE && NOTICES.some((notice) => notice.test(line)),
};

export const noticeWithinLine: LineRule = {
  reason: 'boilerplate',
  marks: ['contributed', 'all rights reserved'],
  holds: (line) => line.length <= LONGEST_NOTICE && WITHIN.some((notice) => notice.test(line)),
};

/** "Editor’s note: Jane Doe is a professor at …": about the author or the page. May be of any length. */
export const editorsNoteLine: LineRule = {
  reason: 'boilerplate',
  holds: (line) => /^\(?(?:editor|author|writer|publisher)[’']?s[’']? note\s?[:.–—-]/i.test(line),
};
