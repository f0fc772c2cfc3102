// What an event carries, told to a form: the same contract that reads the answer draws the fields.
import { z } from 'zod';
import type { FileKind } from '../procedures/file-kind.ts';
import type { CarriedField } from './meetings.contract.ts';

type Field = z.infer<typeof CarriedField>;
interface Property {
  readonly type?: string;
  readonly title?: string;
  readonly enum?: readonly unknown[];
}

function kindOf({ type, enum: options }: Property): Field['kind'] {
  if (options) return 'choice';
  if (type === 'boolean') return 'yesNo';
  return type === 'integer' || type === 'number' ? 'number' : 'text';
}

export function carriedFields({ carries }: FileKind, event: string): Field[] {
  const shape = carries[event];
  if (!shape) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const read = property as Property;
    return {
      name,
      label: read.title ?? name,
      kind: kindOf(read),
      options: (read.enum ?? []).map(String),
      isRequired: required.includes(name),
    };
  });
}
