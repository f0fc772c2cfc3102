// The part of JSON Schema that the product's own description uses, judged strictly: a field that is not described is wrong.
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** What this judge understands, and what says nothing about a value. */
const KNOWN = new Set(
  (
    'type properties required additionalProperties propertyNames items prefixItems minItems maxItems enum const anyOf ' +
    'oneOf allOf not minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern ' +
    'format default description title examples deprecated readOnly writeOnly contentEncoding contentMediaType id $schema'
  ).split(' '),
);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

const isOfType = (value: unknown, types: readonly string[]): boolean => {
  const type = typeOf(value);
  return types.includes(type) || (type === 'integer' && types.includes('number'));
};

/** Every place where `value` is not as `schema` has it. */
export function faultsIn(value: unknown, schema: JsonSchema, at = ''): string[] {
  const strange = Object.keys(schema).filter((word) => !KNOWN.has(word));
  if (strange.length > 0) return [`${at}: the description says ${strange.join(', ')}, which nobody judges`];
  const { type, anyOf, oneOf, allOf, not } = schema;
  if (type !== undefined && !isOfType(value, [type].flat()))
    return [`${at}: ${typeOf(value)}, not ${String(type)}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: none of the values it may have`];
  if ('const' in schema && schema.const !== value) return [`${at}: not ${String(schema.const)}`];
  const among = (anyOf ?? oneOf)?.map((each) => faultsIn(value, each, at));
  if (among && !among.some((faults) => faults.length === 0))
    return among.toSorted((a, b) => a.length - b.length)[0]!;
  if (not && faultsIn(value, not).length === 0) return [`${at}: is what it must not be`];
  const all = (allOf ?? []).flatMap((each) => faultsIn(value, each, at));
  return [...all, ...faultsOfKind(value, schema, at)];
}

function faultsOfKind(value: unknown, schema: JsonSchema, at: string): string[] {
  if (typeof value === 'string') return faultsOfText(value, schema, at);
  if (typeof value === 'number') return faultsOfNumber(value, schema, at);
  if (Array.isArray(value)) return faultsOfList(value, schema, at);
  return typeof value === 'object' && value !== null ? faultsOfObject(value, schema, at) : [];
}

function faultsOfText(
  text: string,
  { minLength = 0, maxLength = Infinity, pattern }: JsonSchema,
  at: string,
) {
  // Characters are counted as JSON Schema does, and as JavaScript does: zod means the latter.
  const [characters, units] = [Array.from(text).length, text.length];
  const isRight = units >= minLength && characters <= maxLength;
  const matches = pattern === undefined || new RegExp(pattern, 'u').test(text);
  return [
    ...(isRight ? [] : [`${at}: ${characters} characters`]),
    ...(matches ? [] : [`${at}: not like ${pattern}`]),
  ];
}

function faultsOfNumber(value: number, schema: JsonSchema, at: string): string[] {
  const { minimum = -Infinity, maximum = Infinity, multipleOf } = schema;
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
  const isWithin =
    value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
  const isMultiple = multipleOf === undefined || Number.isInteger(value / multipleOf);
  return isWithin && isMultiple ? [] : [`${at}: ${value} is out of bounds`];
}

function faultsOfList(list: readonly unknown[], schema: JsonSchema, at: string): string[] {
  const { items, prefixItems = [], minItems = 0, maxItems = Infinity } = schema;
  const isLong = list.length >= minItems && list.length <= maxItems;
  const each = list.flatMap((value, i) => {
    const own = prefixItems[i] ?? items;
    return own ? faultsIn(value, own, `${at}/${i}`) : [];
  });
  return [...(isLong ? [] : [`${at}: ${list.length} items`]), ...each];
}

function faultsOfObject(value: object, schema: JsonSchema, at: string): string[] {
  const { properties, required = [], additionalProperties, propertyNames } = schema;
  // A description that names no field at all says nothing about them.
  if (properties === undefined && additionalProperties === undefined) return [];
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${at}/${name}: missing`);
  const each = Object.entries(value).flatMap(([name, inner]) => {
    const place = `${at}/${name}`;
    const own = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own) return faultsIn(inner, own, place);
    const isNamed = !propertyNames || faultsIn(name, propertyNames).length === 0;
    if (typeof additionalProperties === 'object' && isNamed)
      return faultsIn(inner, additionalProperties, place);
    return additionalProperties === true ? [] : [`${place}: a field outside the description`];
  });
  return [...missing, ...each];
}
