/** Countries, regions and large cities, as folded words: a capitalised name found here is taken for a place. */
const NAMES = `
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus
belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burkina burma burundi cambodia cameroon canada chad chile
china colombia comoros congo croatia cuba cyprus denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji
finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia
iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho
liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia
moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman
pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore
slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga trinidad tunisia
turkey turkiye turkmenistan tuvalu uganda ukraine u.s. uk uae uruguay uzbekistan vanuatu vatican venezuela vietnam yemen zambia zimbabwe
england scotland wales britain europe asia africa america antarctica scandinavia balkans mideast caribbean siberia crimea donbas kurdistan
tibet kashmir catalonia bavaria quebec ontario alberta manitoba saskatchewan gaza
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky
louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
tennessee texas utah vermont virginia washington wisconsin wyoming
abuja accra algiers amman amsterdam ankara athens atlanta auckland austin baghdad baltimore bangkok barcelona basra beijing beirut belfast
belgrade berlin bogota boston brasilia brussels bucharest budapest cairo calgary canberra caracas charlotte chicago cleveland copenhagen
dallas damascus delhi denver detroit dhaka doha dubai dublin edinburgh frankfurt fresno geneva glasgow guangzhou hague hamburg hanoi havana
helsinki houston islamabad istanbul jacksonville jakarta jeddah jerusalem johannesburg kabul karachi kathmandu kharkiv khartoum kyiv kiev
kinshasa lagos lahore lima lisbon liverpool london lviv lyon madrid manchester manila mariupol mashhad mecca melbourne miami milan milwaukee
minneapolis minsk montreal moscow mosul mumbai munich nairobi naples nashville nice odesa orlando oslo ottawa paris philadelphia phoenix
pittsburgh prague pretoria pyongyang rome rotterdam sacramento seattle seoul shanghai shenzhen sofia stockholm sydney taipei tashkent tehran
tokyo toronto toulouse tripoli tunis vancouver venice vienna warsaw wuhan zagreb zurich manhattan brooklyn queens hollywood`;

const NAMES_OF_SEVERAL_WORDS = `
united states, united states of america, united kingdom, great britain, united arab emirates, saudi arabia, new zealand, hong kong, sri lanka,
costa rica, el salvador, puerto rico, sierra leone, burkina faso, ivory coast, papua new guinea, czech republic, dominican republic,
san marino, cape verde, new york, new jersey, new mexico, new hampshire, new orleans, new delhi, rhode island, los angeles, san francisco,
san diego, san antonio, san jose, san juan, las vegas, salt lake city, fort worth, el paso, st louis, buenos aires, sao paulo,
rio de janeiro, mexico city, panama city, kuwait city, addis ababa, abu dhabi, tel aviv, cape town, kuala lumpur, phnom penh, ho chi minh city,
saint petersburg, st petersburg, white house, middle east`;

const PLACES: ReadonlySet<string> = new Set([
  ...NAMES.split(/\s+/).filter((name) => name !== ''),
  ...NAMES_OF_SEVERAL_WORDS.trim().split(/,\s+/),
]);

/** Adjectives of countries and names of their people, as folded words. */
const PEOPLES: ReadonlySet<string> = new Set(
  `afghan albanian algerian american argentine argentinian armenian australian austrian azerbaijani bahraini bangladeshi belarusian belgian
  bolivian bosnian brazilian british briton bulgarian burmese cambodian canadian chilean chinese colombian congolese croatian cuban
  cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european filipino finnish french georgian german
  ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese
  jordanian kazakh kenyan korean kosovar kurd kurdish kuwaiti kyrgyz laotian latvian lebanese libyan lithuanian malaysian maltese mexican
  moldovan mongolian moroccan nepalese nepali nicaraguan nigerian norwegian omani pakistani palestinian panamanian peruvian polish
  portuguese qatari romanian russian rwandan saudi scottish serbian singaporean slovak slovenian somali spanish sudanese swedish swiss
  syrian taiwanese tajik thai tibetan tunisian turk turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian
  zimbabwean korea african asian arab`.split(/\s+/),
);

/**
 * Words that mark the name that they are part of as a place's: "Baghdad airport", "Lake Erie", "the Persian
 * Gulf".
 */
const PLACE_WORDS: ReadonlySet<string> = new Set(
  `city town village county district province state region island islands river lake mountain mountains valley bay gulf sea ocean street
  road avenue airport square park beach coast desert peninsula north south east west northern southern eastern western central capital
  suburb neighborhood neighbourhood harbor harbour bridge stadium hall museum cathedral castle palace embassy hotel base`.split(
    /\s+/,
  ),
);

/** @param name folded words, with a space between */
export function isKnownPlace(name: string): boolean {
  return PLACES.has(name);
}

export function isPlaceWord(word: string): boolean {
  return PLACE_WORDS.has(word);
}

/** Whether a word names a country, a region or a large city, or who or what is from there: "Kuwait", "Kuwaitis", "British". */
export function namesPlace(word: string): boolean {
  return PLACES.has(word) || PEOPLES.has(word) || (word.endsWith('s') && PEOPLES.has(word.slice(0, -1)));
}
