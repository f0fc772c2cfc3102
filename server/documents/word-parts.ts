// WordprocessingML by hand: the paragraphs, tables and styles that the templates are drawn from. Lengths are twentieths of a point.
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A4 with the margins of GB/T 9704: 37 mm above, 35 below, 28 left, 26 right. */
const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>';
export const TEXT_WIDTH = 8844;

export type Style =
  | 'body'
  | 'issuer'
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'salutation'
  | 'decision'
  | 'closing'
  | 'cell'
  | 'cellHead'
  | 'note';

interface StyleOf {
  readonly name: string;
  /** East Asian font, half points. */
  readonly font: string;
  readonly size: number;
  readonly paragraph: string;
}
const LINES = '<w:spacing w:line="560" w:lineRule="exact"/>';
const CELL_LINES = '<w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="atLeast"/>';
const TWO_CHARACTERS = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const align = (how: 'both' | 'center' | 'right' | 'left') => `<w:jc w:val="${how}"/>`;

const STYLES: Readonly<Record<Style, StyleOf>> = {
  body: { name: '正文内容', font: '仿宋', size: 32, paragraph: LINES + TWO_CHARACTERS + align('both') },
  issuer: { name: '发文单位', font: '黑体', size: 36, paragraph: LINES + align('center') },
  title: {
    ...{ name: '文书标题', font: '黑体', size: 44 },
    paragraph: `<w:spacing w:before="200" w:after="200" w:line="700" w:lineRule="exact"/>${align('center')}`,
  },
  subtitle: { name: '文书编号', font: '楷体', size: 32, paragraph: LINES + align('center') },
  heading: {
    ...{ name: '一级标题', font: '黑体', size: 32 },
    paragraph: `<w:keepNext/>${LINES}${TWO_CHARACTERS}${align('both')}<w:outlineLvl w:val="0"/>`,
  },
  salutation: { name: '称谓', font: '仿宋', size: 32, paragraph: LINES + align('left') },
  decision: {
    ...{ name: '结论', font: '黑体', size: 32 },
    paragraph: LINES + TWO_CHARACTERS + align('both'),
  },
  closing: { name: '落款', font: '仿宋', size: 32, paragraph: `<w:keepLines/>${LINES}${align('right')}` },
  cell: { name: '表格内容', font: '仿宋', size: 24, paragraph: CELL_LINES + align('left') },
  cellHead: { name: '表格标题', font: '黑体', size: 24, paragraph: CELL_LINES + align('center') },
  note: { name: '说明', font: '仿宋', size: 24, paragraph: CELL_LINES + align('left') },
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One paragraph. */
export const paragraph = (style: Style, text = '', { isOnNewPage = false } = {}): string =>
  [
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${isOnNewPage ? '<w:pageBreakBefore/>' : ''}</w:pPr>`,
    text === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`,
    '</w:p>',
  ].join('');

/** A paragraph for each item of a list: HR may write words around the tag. */
export const eachParagraph = (list: string, text = '{段落}', style: Style = 'body'): string =>
  paragraph(style, `{#${list}[loopOver: "paragraph"]}${text}{/${list}}`);

export interface Cell {
  readonly text: string;
  readonly style?: Style;
}
const cellOf = ({ text, style = 'cell' }: Cell, width: number): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(style, text)}</w:tc>`;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** Room left and right of what a cell says. */
const MARGINS =
  '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>';

/** A ruled table as wide as the text; `hasHead`: the first row is repeated on every page; `rowHeight`: room to write by hand. */
export function table(
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  { hasHead = false, rowHeight = 0 } = {},
): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const drawn = rows.map((cells, i) => {
    const head = hasHead && i === 0 ? '<w:tblHeader/>' : '';
    const height = rowHeight > 0 ? `<w:trHeight w:val="${rowHeight}" w:hRule="atLeast"/>` : '';
    return `<w:tr><w:trPr><w:cantSplit/>${height}${head}</w:trPr>${cells.map((cell, at) => cellOf(cell, widths[at]!)).join('')}</w:tr>`;
  });
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders>`,
    `<w:tblLayout w:type="fixed"/>${MARGINS}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawn.join('')}</w:tbl>`,
  ].join('');
}
export const heads = (...texts: readonly string[]): Cell[] =>
  texts.map((text) => ({ text, style: 'cellHead' }));
export const cells = (...texts: readonly string[]): Cell[] => texts.map((text) => ({ text }));

const fontsOf = (font: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${font}"/>`;
const styleOf = ([id, { name, font, size, paragraph: of }]: [string, StyleOf]): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:pPr>${of}</w:pPr><w:rPr>${fontsOf(font)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;

const styles = (): string =>
  `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${fontsOf('仿宋')}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${Object.entries(STYLES).map(styleOf).join('')}</w:styles>`;

/** — 1 — in the middle, as official papers are numbered. */
const footer = (): string => {
  const run = (inside: string) => `<w:r><w:rPr>${fontsOf('宋体')}<w:sz w:val="28"/></w:rPr>${inside}</w:r>`;
  const field = (what: string) => `<w:fldChar w:fldCharType="${what}"/>`;
  const runs = [
    '<w:t xml:space="preserve">— </w:t>',
    field('begin'),
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    field('separate'),
    '<w:t>1</w:t>',
    field('end'),
    '<w:t xml:space="preserve"> —</w:t>',
  ].map(run);
  return `${HEAD}<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr>${align('center')}</w:pPr>${runs.join('')}</w:p></w:ftr>`;
};

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** The parts of a .docx whose body is given. */
export const partsOfDocument = (body: string): { name: string; text: string }[] => [
  {
    name: '[Content_Types].xml',
    text: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OFFICE}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${OFFICE}.footer+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'word/document.xml')}</Relationships>`,
  },
  {
    name: 'word/document.xml',
    text: `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONS}"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>${PAGE}</w:sectPr></w:body></w:document>`,
  },
  {
    name: 'word/_rels/document.xml.rels',
    text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'styles', 'styles.xml')}${relation(2, 'footer', 'footer1.xml')}</Relationships>`,
  },
  { name: 'word/styles.xml', text: styles() },
  { name: 'word/footer1.xml', text: footer() },
];
