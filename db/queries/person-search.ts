import { or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

interface Searchable {
  name: AnyPgColumn;
  namePinyin: AnyPgColumn;
  nameInitials: AnyPgColumn;
  staffNo: AnyPgColumn;
}

/** % and _ are what people typed, not patterns. */
const literally = (text: string): string => text.replace(/[\\%_]/gu, (sign) => `\\${sign}`);
const like = (column: AnyPgColumn, pattern: string): SQL => sql`lower(${column}) like ${pattern} escape '\\'`;

/** Whether a text holds what was typed; nothing typed matches everything. */
export function textHas(search: string, column: AnyPgColumn): SQL | undefined {
  const typed = literally(search.trim().toLowerCase());
  return typed === '' ? undefined : like(column, `%${typed}%`);
}

/** Finds a person by part of the name or staff number, or by the beginning of the pinyin or its initials. */
export function personMatches(search: string, person: Searchable): SQL | undefined {
  const typed = literally(search.replace(/\s+/gu, '').toLowerCase());
  if (typed === '') return undefined;
  return or(
    like(person.name, `%${typed}%`),
    like(person.staffNo, `%${typed}%`),
    like(person.namePinyin, `${typed}%`),
    like(person.nameInitials, `${typed}%`),
  );
}
