// Word documents made from templates that HR edits in Word itself (easy-template-x): {姓名}, and {#事实}…{/事实} around what repeats.
import type { Tag } from 'easy-template-x';

/** What stands in for the tags: a text, whether a part is shown, or a part once for each. */
export interface Filling {
  readonly [tag: string]: string | boolean | readonly Filling[];
}
/** The tags a template may hold. */
export interface TagsKnown {
  readonly texts: readonly string[];
  /** Parts that repeat or may be missing, with the tags known inside each. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** Without these the document would not say what it has to. */
  readonly needed: readonly string[];
}
export type TemplateFault =
  | { readonly why: 'unreadable' }
  | { readonly why: 'unknown' | 'unclosed' | 'unopened' | 'missing'; readonly tag: string }
  /** Its tags are right, and yet it cannot be filled in: the library says why. */
  | { readonly why: 'unusable'; readonly tag: string };

/** Loaded when the first document is made. */
const library = () => import('easy-template-x');

/** What XML 1.0 cannot hold: control characters and halves of surrogate pairs. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|\p{Surrogate}|[\uFFFE\uFFFF]/gu;
const writable = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').replaceAll(UNWRITABLE, '');

type Cleaned = string | boolean | Record<string, unknown>[];
const cleaned = (filling: Filling): Record<string, Cleaned> =>
  Object.fromEntries(
    Object.entries(filling).map(([tag, value]) => [
      tag,
      typeof value === 'string' ? writable(value) : typeof value === 'boolean' ? value : value.map(cleaned),
    ]),
  );

/** The template with its tags filled in; one that `faultsOfTemplate` finds nothing wrong with. */
export async function fillDocument(template: Uint8Array, filling: Filling): Promise<Uint8Array> {
  const { TemplateHandler } = await library();
  return new TemplateHandler().process(Buffer.from(template), cleaned(filling) as never);
}

/** What is wrong with a template: the first place of each kind of fault by its tag. */
export async function faultsOfTemplate(template: Uint8Array, known: TagsKnown): Promise<TemplateFault[]> {
  const { TemplateHandler, MissingCloseDelimiterError } = await library();
  const handler = new TemplateHandler();
  try {
    const tags = await handler.parseTags(Buffer.from(template));
    const stray = strayBrace(await handler.getText(Buffer.from(template)), tags);
    const faults = stray === null ? faultsAmong(tags, known) : [stray];
    return faults.length > 0 ? faults : await triedFault(template);
  } catch (fault) {
    if (fault instanceof MissingCloseDelimiterError)
      return [{ why: 'unclosed', tag: fault.openDelimiterText }];
    return [{ why: 'unreadable' }];
  }
}

/** Filled in with nothing, as a trial. */
async function triedFault(template: Uint8Array): Promise<TemplateFault[]> {
  try {
    await fillDocument(template, {});
    return [];
  } catch (fault) {
    return [{ why: 'unusable', tag: fault instanceof Error ? fault.message : '' }];
  }
}

/** A brace at the very end is a tag that was never closed; the library passes over it. */
function strayBrace(text: string, tags: readonly Tag[]): TemplateFault | null {
  const opened = [...text.matchAll(/\{[^{}]*/gu)];
  const isClosed = opened.length <= tags.length || text.lastIndexOf('}') > text.lastIndexOf('{');
  return isClosed ? null : { why: 'unclosed', tag: opened.at(-1)![0].slice(0, 40) };
}

function faultsAmong(tags: readonly Tag[], { texts, parts, needed }: TagsKnown): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const open: Tag[] = [];
  for (const tag of tags) {
    const { name, rawText, disposition } = tag;
    const inside = open.flatMap((part) => parts[part.name] ?? []);
    if (disposition === 'Open') {
      open.push(tag);
      if (!Object.hasOwn(parts, name)) faults.push({ why: 'unknown', tag: rawText });
    } else if (disposition === 'Close') {
      if (!open.pop()) faults.push({ why: 'unopened', tag: rawText });
    } else if (!texts.includes(name) && !inside.includes(name)) faults.push({ why: 'unknown', tag: rawText });
  }
  faults.push(...open.map(({ rawText }): TemplateFault => ({ why: 'unclosed', tag: rawText })));
  const named = new Set(tags.map(({ name }) => name));
  const lacking = needed.filter((name) => !named.has(name));
  return [...faults, ...lacking.map((name): TemplateFault => ({ why: 'missing', tag: `{${name}}` }))];
}
