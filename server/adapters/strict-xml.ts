// The little XML that sign-in services speak: elements, attributes, text. No document type, no entities of one's own,
// no comments, no sections, no instructions: each of them is a way to say two things at once, and is refused.

export interface XmlElement {
  /** The namespace's address; '' without one. */
  readonly space: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}
export class BadXml extends Error {}

const DECLARATION = /^\uFEFF?\s*(?:<\?xml\s[^<>?]*\?>)?\s*/u;
const PIECE =
  /<\/([^\s<>/"'=&]+)\s*>|<([^\s<>/"'=&!?]+)((?:\s+[^\s<>/"'=&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/uy;
const ATTRIBUTE = /([^\s<>/"'=&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;
const REFERENCE = /&([^;&]*);?/gu;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const DEEPEST = 16;

type Spaces = ReadonlyMap<string, string>;
interface Open {
  readonly tag: string;
  readonly spaces: Spaces;
  readonly element: XmlElement & { text: string; readonly children: XmlElement[] };
}

function charOf(code: number): string {
  const isChar =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0x10ffff);
  if (!isChar) throw new BadXml('a character that XML does not have');
  return String.fromCodePoint(code);
}

const plain = (text: string): string =>
  text.replaceAll(REFERENCE, (whole, name: string) => {
    if (!whole.endsWith(';')) throw new BadXml('an & that stands for nothing');
    if (/^#x[0-9a-f]{1,6}$/iu.test(name)) return charOf(Number.parseInt(name.slice(2), 16));
    if (/^#\d{1,7}$/u.test(name)) return charOf(Number(name.slice(1)));
    const char = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (char === undefined) throw new BadXml(`unknown entity ${name}`);
    return char;
  });

function attributesIn(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new BadXml(`attribute ${name} twice`);
    attributes.set(name, plain(double ?? single ?? ''));
  }
  return attributes;
}

const XMLNS = /^xmlns(?::|$)/u;
const spacesWithin = (outer: Spaces, attributes: ReadonlyMap<string, string>): Spaces =>
  new Map([
    ...outer,
    ...[...attributes].flatMap(([name, value]) =>
      XMLNS.test(name) ? [[name.replace(XMLNS, ''), value] as const] : [],
    ),
  ]);

function opened(tag: string, source: string, outer: Spaces): Open {
  const attributes = attributesIn(source);
  const spaces = spacesWithin(outer, attributes);
  const [prefix = '', name = '', ...more] = tag.includes(':') ? tag.split(':') : ['', tag];
  const space = spaces.get(prefix) ?? (prefix === '' ? '' : undefined);
  if (space === undefined || name === '' || more.length > 0) throw new BadXml(`no namespace for ${tag}`);
  return { tag, spaces, element: { space, name, attributes, text: '', children: [] } };
}

/** The root element of a text that is wholly of this kind; `BadXml` for any other. */
export function readXml(source: string): XmlElement {
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  const close = ({ element }: Open): void => {
    const parent = stack.at(-1);
    if (parent) parent.element.children.push(element);
    else root = element;
  };
  for (let at = DECLARATION.exec(source)![0].length; at < source.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const [whole, closing, opening, attributes = '', isEmpty, text] = PIECE.exec(source) ?? [];
    if (whole === undefined) throw new BadXml(`unreadable at ${at}`);
    if (text !== undefined) {
      const inside = stack.at(-1);
      if (inside) inside.element.text += plain(text);
      else if (text.trim() !== '') throw new BadXml('text outside the root');
    } else if (closing !== undefined) {
      const open = stack.pop();
      if (open?.tag !== closing) throw new BadXml(`${closing} closes nothing`);
      close(open);
    } else {
      if (root !== null || stack.length >= DEEPEST) throw new BadXml('a second root, or too deep');
      const open = opened(opening!, attributes, stack.at(-1)?.spaces ?? new Map());
      if (isEmpty === '/') close(open);
      else stack.push(open);
    }
  }
  if (root === null || stack.length > 0) throw new BadXml('it ends before its root does');
  return root;
}
