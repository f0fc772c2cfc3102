// What an event carries, told to a form: the same contract that reads the answer draws the fields.
import { z } from 'zod';
import type { Label } from '../../scoring/index.ts';
import { DayText } from '../http/shared.contract.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { CarriedField } from './meetings.contract.ts';

type Field = z.infer<typeof CarriedField>;
/** `meta({ title, titleEn })` is what a contract calls its field. */
interface Property {
  readonly type?: string;
  readonly title?: string;
  readonly titleEn?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly enum?: readonly unknown[];
}

/** What is longer than this is written in a text area. */
const LONGEST_LINE = 200;
const DAY_PATTERN = (z.toJSONSchema(DayText) as Property).pattern;

function kindOf({ type, pattern, maxLength = 0, enum: options }: Property): Field['kind'] {
  if (options) return 'choice';
  if (type === 'boolean') return 'yesNo';
  if (type === 'integer' || type === 'number') return 'number';
  if (pattern === DAY_PATTERN) return 'day';
  return maxLength > LONGEST_LINE ? 'paragraph' : 'text';
}

export function carriedFields({ carries }: FileKind, event: string): Field[] {
  const shape = carries[event];
  if (!shape) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const read = property as Property;
    const { title = name, titleEn = title } = read;
    return {
      name,
      label: { zh: title, en: titleEn },
      kind: kindOf(read),
      options: (read.enum ?? []).map(String),
      most: read.maxLength ?? null,
      isRequired: required.includes(name),
    };
  });
}

const YES: Label = { zh: '是', en: 'Yes' };
const NO: Label = { zh: '否', en: 'No' };

/** A value as people read it; null for nothing. */
function told(value: unknown): Label | null {
  if (typeof value === 'boolean') return value ? YES : NO;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return text === '' ? null : { zh: text, en: text };
}

/** What a decision carries beside its reason, as the minutes tell it; what was left empty is left out. */
export const carriedSaid = (
  kind: FileKind,
  { event, data }: { readonly event: string; readonly data: Readonly<Record<string, unknown>> },
): { label: Label; text: Label }[] =>
  carriedFields(kind, event).flatMap(({ name, label }) => {
    const text = told(data[name]);
    return text === null ? [] : [{ label, text }];
  });
