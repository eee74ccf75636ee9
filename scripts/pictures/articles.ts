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

/** The day on which all of them were published. */
export const DAY = '2026-03-10';

function article(title: string, publisher: string, address: string, text: string): string {
  return `---\ntitle: ${title}\npublisher: ${publisher}\npublished: 2026-03-10\nurl: https://${address}\n---\n${text}\n`;
}
