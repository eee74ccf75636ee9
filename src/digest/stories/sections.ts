/** Sections of news sites, as the path of an address names them. */
const SECTIONS = {
  inOpinion: /opinion|perspectives|^columns?$|columnists?|voices|editorial|op-ed/,
  inPictures: /gallery|photos?|picture|video|podcast/,
  inLife:
    /^(?:life|lifestyle|living|style|travel|food|dining|restaurants|reviewed|shopping|homes?|success|wellness|health-wellness|fashion|beauty|entertaining|recreation|things-to-do|events|music|movies|tv|theater|books|gaming|games|horoscopes|fantasy|high-school.*|50-states|history|advice|experience|destinations|living-well|fact-?check)$/,
  inEntertainment: /^(?:entertainment|celebrities|arts|media|culture)$/,
  inSport: /^(?:sports?|football|tennis|golf|nfl|nba|mlb|nhl|olympics|soccer|motorsport|cricket)$/,
  inWorld: /^(?:world|europe|asia|africa|americas|middleeast|middle-east|china|india|uk|australia)$/,
  inNation: /^(?:politics|us|nation|national|courts|crime|justice|elections|investigations)$/,
  inMoney: /^(?:money|business|economy|investing|tech|technology|energy|markets|cars|business-food)$/,
  inHealth: /^health$/,
  inWeather: /^weather$/,
  inLocal: /^(?:local|communities|state)$/,
} as const satisfies Record<string, RegExp>;

const SERVING_NAME =
  /wellness|newsletter|fast-facts|trnd|explainer|what-to-know|how-to|things-to|opinion|analysis|photos|quiz|review|guide|best-|ranked|where-to|fact-check|prime-day|deals/;

/** Parts of a path that name no section. */
const NO_SECTION = /^(?:\d+|index\.html|story|news)$/;

/** Returns which sections an address names, and whether the name of its page is that of a guide or a column. */
export function sectionsOf(url: string | null): Record<keyof typeof SECTIONS | 'servesByName', number> {
  const parts = pathOf(url)
    .split('/')
    .map((part) => part.toLowerCase())
    .filter((part) => part !== '' && !NO_SECTION.test(part));
  const name = parts.pop() ?? '';
  const within = (section: RegExp): number => (parts.some((part) => section.test(part)) ? 1 : 0);
  return {
    inOpinion: within(SECTIONS.inOpinion),
    inPictures: within(SECTIONS.inPictures),
    inLife: within(SECTIONS.inLife),
    inEntertainment: within(SECTIONS.inEntertainment),
    inSport: within(SECTIONS.inSport),
    inWorld: within(SECTIONS.inWorld),
    inNation: within(SECTIONS.inNation),
    inMoney: within(SECTIONS.inMoney),
    inHealth: within(SECTIONS.inHealth),
    inWeather: within(SECTIONS.inWeather),
    inLocal: within(SECTIONS.inLocal),
    servesByName: SERVING_NAME.test(name) ? 1 : 0,
  };
}

function pathOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).pathname : '';
}
