/** What a script fills in: `{{title}}`, `<%= title %>`, `<#= title #>`, `${title}`. */
const SLOT = /\{\{|<[%#]|\$\{/;
const TEMPLATE = /\btext\/template\b/i;

/**
 * Puts texts in their places that a page sends as templates, as some blogs do with their stories.
 * @returns the same page where it has none
 */
export function withTemplates(html: string): string {
  if (!TEMPLATE.test(html)) return html;
  // Piece by piece, each up to its last ">": a pattern begins again at each tag that is never closed.
  return html
    .split(/<\/script\s*>/i)
    .map((piece, index, { length }) => {
      const [tag = ''] = /<script\b[^>]*>/i.exec(piece.slice(0, piece.lastIndexOf('>') + 1)) ?? [];
      const start = piece.indexOf(tag);
      const text = piece.slice(start + tag.length);
      if (TEMPLATE.test(tag) && !SLOT.test(text)) return piece.slice(0, start) + text;
      return index < length - 1 ? `${piece}</script>` : piece;
    })
    .join('');
}
