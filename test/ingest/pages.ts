import { REPORT } from './fixtures.js';

export interface PageParts {
  readonly title?: string;
  readonly head?: string;
  readonly paragraphs?: readonly string[];
  readonly after?: string;
}

/** A news page as outlets build them: navigation, the story, teasers and a footer. */
export function newsPage({ title = 'Harbour bridge closed for repairs', ...parts }: PageParts = {}): string {
  const { head = '', paragraphs = REPORT, after = '' } = parts;
  return `<!doctype html><html lang="en"><head><title>${title} | The Port Gazette</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="The Port Gazette">
<meta property="og:title" content="${title}">${head}</head><body>
<nav><a href="/">Home</a> <a href="/politics">Politics</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}${after}</article></main>
<aside><h3><a href="/other">Another story</a></h3></aside><footer>© The Port Gazette</footer>
<script>document.body.innerHTML = 'A script ran.'</script></body></html>`;
}

export const DETAILS = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Harbour bridge closed for repairs","datePublished":"2024-03-11T08:00:00+01:00",
"author":[{"@type":"Person","name":"Ann Smith"}],"publisher":{"@type":"Organization","name":"The Port Gazette"}}</script>`;
