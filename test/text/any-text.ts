import fc from 'fast-check';

/** Any characters at all, lone halves of surrogate pairs among them. (`fc.string` takes a second to get ready for these.) */
export function anyText(maxLength = 40): fc.Arbitrary<string> {
  const character = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0x1f300, max: 0x1faff }),
  );
  return fc
    .array(character, { maxLength })
    .map((codes) => String.fromCodePoint(...codes).slice(0, maxLength));
}
