/** Invented articles, by file name, from which the pictures are made. */
export const ARTICLES: Readonly<Record<string, string>> = {
  'herald-bridge.md': article(
    'Northport’s harbour bridge reopens after two years of repairs',
    'The Northport Herald',
    'herald.example/bridge',
    `The harbour bridge in Northport reopened to traffic on Tuesday morning after two years of repairs. The repairs cost 48 million crowns, six million more than planned, the city council said.

Mayor Lena Ortega cut a ribbon at dawn and drove across in a bus full of schoolchildren. “Today the two halves of this city belong together again,” she said.

About 31,000 vehicles crossed the bridge every day before it was closed in March 2024, when inspectors found cracks in two of its pillars.`,
  ),
  'post-bridge.md': article(
    'First cars cross the harbour bridge in Northport',
    'Harbour Post',
    'post.example/first-cars',
    `The first cars crossed Northport’s harbour bridge on Tuesday, two years after cracks in its pillars closed it. The council put the cost of the repairs at about 50 million crowns.

Ferries, which carried 9,000 passengers a day while the bridge was closed, will run until the end of the month.`,
  ),
  'radio-bridge.md': article(
    'Harbour bridge open again',
    'Coast Radio',
    'radio.example/bridge-open',
    `Traffic is moving over the harbour bridge in Northport again. It was closed for repairs for two years after inspectors found cracks in its pillars.

The council expects about 35,000 vehicles a day, more than before, because the eastern quarter has grown.`,
  ),
  'herald-school.md': article(
    'Teachers in Northport end their strike',
    'The Northport Herald',
    'herald.example/strike-ends',
    `Teachers in Northport returned to their classrooms on Tuesday after a strike of eleven days. Their union accepted a rise in pay of 4.5 percent over two years.

“It is less than we asked for, and more than we were offered,” said the union’s leader, Tomas Reyes. Some 2,300 teachers had stayed away from work.`,
  ),
  'radio-school.md': article(
    'School strike over after eleven days',
    'Coast Radio',
    'radio.example/strike-over',
    `The strike of Northport’s teachers is over. After eleven days the union agreed to a rise in pay of 4.5 percent, and schools opened again on Tuesday.`,
  ),
  'post-storm.md': article(
    'Storm Agnes leaves 12,000 homes on the coast without power',
    'Harbour Post',
    'post.example/storm-agnes',
    `Storm Agnes cut the power of 12,000 homes along the northern coast on Monday night. Crews restored most lines by Tuesday noon, the grid operator said. Nobody was hurt.`,
  ),
};

/** A story of several days. */
export const COURSE: Readonly<Record<string, string>> = {
  'herald-flood.md': article(
    'River Elm floods Weston, at least five dead',
    'The Northport Herald',
    'herald.example/weston',
    `At least five people died when the river Elm flooded the town of Weston on Tuesday night. Some 2,000 people left their homes.

The river burst its banks near the old mill after three days of rain.`,
    '2026-03-04',
  ),
  'post-flood.md': article(
    'Weston flood: death toll rises to nine',
    'Harbour Post',
    'post.example/weston-toll',
    `The flood in Weston has killed nine people, the governor of the province said on Thursday. Rescue teams with boats searched the streets around the old mill.

The governor promised 30 million crowns for those who lost their homes to the flood.`,
    '2026-03-05',
  ),
  'radio-flood.md': article(
    'Weston buries its dead after the flood',
    'Coast Radio',
    'radio.example/weston-buries',
    `Weston buried the 11 people who died in the flood on Saturday, as the river Elm fell below the walls of the town for the first time.

An inquiry will ask why the sirens of Weston were silent on the night of the flood, the council said.`,
    '2026-03-07',
  ),
};

/** The day on which all of the others were published. */
export const DAY = '2026-03-10';

function article(
  title: string,
  publisher: string,
  address: string,
  text: string,
  day = '2026-03-10',
): string {
  return `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${day}\nurl: https://${address}\n---\n${text}\n`;
}
