// What was pasted, as the file it would have been.
const HEADERS = ['日期', '类别', '名称'];
/** The server knows the columns by these names as well. */
const KEYS = ['day', 'kind', 'name'];

function cellsOf(line: string): readonly string[] {
  const separator = ['\t', ',', '，'].find((sign) => line.includes(sign));
  if (separator !== undefined) return line.split(separator).map((cell) => cell.trim());
  const [day = '', kind = '', ...name] = line.split(/\s+/u);
  return [day, kind, name.join(' ')];
}

/** Columns as copied from a sheet (tabs), or typed (commas, spaces); the headers are added where they are missing. */
export function pastedText(text: string): string {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const rows = lines.map(cellsOf);
  const isHeaded = rows[0]?.some((cell) => [...HEADERS, ...KEYS].includes(cell)) === true;
  return [...(isHeaded ? [] : [HEADERS]), ...rows].map((cells) => cells.join('\t')).join('\n');
}

export const pastedFile = (text: string, name: string): File =>
  new File([pastedText(text)], `${name}.csv`, { type: 'text/csv' });
