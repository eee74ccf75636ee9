/**
 * Kinds of titles. Each is only a hint, which the learned model weighs: "5 dead after storm" begins with a
 * number too.
 */
export const TITLE_PATTERNS = {
  asks: /\?|^(?:how|why|what|when|where|who|which|is|are|can|could|should|do|does|will|would)\b/,
  answers:
    /: (?:how|why|what|when|where|who|which)\b|\b(?:here['’]s|here are|this is) (?:what|how|why|when|where|who|the)\b/,
  startsWithNumber: /^(?:the |these |your |our )?(?:top |best )?(?:\d{1,3}|three|four|five|six|seven|ten) /,
  countsThings:
    /\b(?:\d{1,3}|three|four|five|six|seven|ten) (?:\p{L}+ )?(?:things|ways|places|questions|facts|tips|takeaways|reasons|stars|movies|books|shows|photos|moments|restaurants|recipes|athletes|players)\b/u,
  labelled:
    /^(?:opinion|analysis|perspective|commentary|column|editorial|letters?|photos?|video|gallery|podcast|quiz|review|fact check|watch|explainer|fantasy|premarket stocks|guest|voices)\b.{0,14}:/,
  serves:
    /\b(?:how to|what to know|need to know|what we know|things to do|guide|fast facts|explained|explainer|where to|to watch|ranked|list of|picks|predictions?|odds|best|deals?|recipes?|review|reviewed|tips|photos?|timeline|history|meet the|ideas?|quiz|answered|preview|schedule|tv channel|live stream|streaming|opening date)\b/,
  roundsUp:
    /\b(?:news from around|5 things|five things|start your week|50 states|week in|this week|roundup|round-up|newsletter|podcast|briefing|catch up)\b/,
  addresses: /\b(?:you|your|you['’]re|i|my|we|our|us)\b(?!\.)/,
  goesOn: /\b(?:live updates?|updates?|recap|as it happened)\b/,
  startsWithQuote: /^[‘'“"]/,
  tellsEvent:
    /\b(?:dead|dies|died|killed|kills|kill|arrested|charged|convicted|sentenced|resigns?|wins?|won|beats?|signs?|passes|passed|approves?|announces?|announced|says|said|declares?|orders?|bans?|sues?|fires?|hits?|strikes?|attacks?|launches|files|agrees|reaches|confirms|confirmed|votes?|elected|found|rules|ruled|blocks?|recalls?|raises|cuts|falls|rises|drops|soars|plunges|tests positive|injured|shot|shooting|crash|explosion|earthquake|flood(?:ing|s)?|fire|storm|hurricane|record)\b/,
} as const satisfies Record<string, RegExp>;

/** " | CNN Business", " - CNN", and the dots of a cut title: they belong to the page, not to the title. */
const PAGE_NAME = /(?<!\s)\s*(?:\||-) \p{Lu}[\p{L}.]*(?: \p{Lu}\p{L}*){0,2}$| ?(?:\.\.\.|…)/gu;

/** The title in lower case, without the name of its page. */
export function plainTitle(title: string): string {
  return title.replace(PAGE_NAME, '').trim().toLowerCase();
}
