// A Word document as a test reads it: its paragraphs, in their order, and its rows.
import { partsOf } from './zip.ts';

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The body, whole: word/document.xml. */
export function bodyXml(docx: Uint8Array): string {
  const found = /<w:document[\s\S]*<\/w:document>/u.exec(partsOf(docx));
  if (!found) throw new Error('there is no word/document.xml');
  return found[0];
}
const textOf = (xml: string): string =>
  unescaped([...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''));

/** Every paragraph that says something. */
export const paragraphsOf = (docx: Uint8Array): string[] =>
  [...bodyXml(docx).matchAll(/<w:p>[\s\S]*?<\/w:p>/gu)]
    .map(([xml]) => textOf(xml))
    .filter((text) => text !== '');

/** Every row of every table, cell by cell. */
export const rowsOf = (docx: Uint8Array): string[][] =>
  [...bodyXml(docx).matchAll(/<w:tr>[\s\S]*?<\/w:tr>/gu)].map(([row]) =>
    [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/gu)].map(([cell]) => textOf(cell)),
  );
