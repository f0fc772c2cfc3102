import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Rank, Template, UnitKind } from '../../scoring/index.ts';
import type { Kit } from '../columns.ts';
import type { ImportTables } from './imports.ts';
import { batchIndex, imported, visible } from './provenance.ts';

const unitTables = (kit: Kit, imports: ImportTables) => {
  const { c, table, unique, index } = kit;
  const units = table(
    'units',
    {
      id: c.id(),
      code: c.text('code').notNull(),
      name: c.text('name').notNull(),
      nameKey: c.text('name_key').notNull(),
      kind: c.text<UnitKind>('kind').notNull(),
      parentId: c.text('parent_id').references((): AnyPgColumn => units.id),
      ...imported(kit, imports),
      version: c.int('version').notNull(),
    },
    (t) => [
      unique('units_code').on(t.code).where(visible),
      index('units_parent').on(t.parentId),
      batchIndex(kit, 'units', t),
    ],
  );
  const posts = table(
    'posts',
    {
      id: c.id(),
      code: c.text('code').notNull(),
      name: c.text('name').notNull(),
      unitId: c
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      rank: c.text<Rank>('rank'),
      isChief: c.bool('is_chief').notNull(),
      isSensitive: c.bool('is_sensitive').notNull(),
      ...imported(kit, imports),
      version: c.int('version').notNull(),
    },
    (t) => [
      unique('posts_code').on(t.code).where(visible),
      index('posts_unit').on(t.unitId),
      batchIndex(kit, 'posts', t),
    ],
  );
  return { units, posts };
};
type UnitTables = ReturnType<typeof unitTables>;

const cadreTables = (kit: Kit, imports: ImportTables, { units, posts }: UnitTables) => {
  const { c, table, unique, index } = kit;
  const cadres = table(
    'cadres',
    {
      id: c.id(),
      staffNo: c.text('staff_no').notNull(),
      name: c.text('name').notNull(),
      /** Pinyin with tones, then the name: sorts as a Chinese reader expects, by bytes. */
      nameKey: c.text('name_key').notNull(),
      /** What a reader types: full pinyin without tones or blanks, and its initials. */
      namePinyin: c.text('name_pinyin').notNull(),
      nameInitials: c.text('name_initials').notNull(),
      citizenIdSealed: c.text('citizen_id_sealed'),
      citizenIdLookup: c.text('citizen_id_lookup'),
      phoneSealed: c.text('phone_sealed'),
      unitId: c
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      postTitle: c.text('post_title').notNull(),
      rank: c.text<Rank>('rank'),
      template: c.text<Template>('template').notNull(),
      cadreSince: c.day('cadre_since'),
      retiresOn: c.day('retires_on'),
      isSpecialist: c.bool('is_specialist').notNull(),
      isPartySecretary: c.bool('is_party_secretary').notNull(),
      ...imported(kit, imports),
      version: c.int('version').notNull(),
    },
    (t) => [
      unique('cadres_staff_no').on(t.staffNo).where(visible),
      unique('cadres_citizen_id').on(t.citizenIdLookup).where(visible),
      index('cadres_name').on(t.nameKey, t.id),
      index('cadres_unit').on(t.unitId),
      batchIndex(kit, 'cadres', t),
    ],
  );
  const appointments = table(
    'appointments',
    {
      id: c.id(),
      cadreId: c
        .text('cadre_id')
        .notNull()
        .references(() => cadres.id),
      postId: c
        .text('post_id')
        .notNull()
        .references(() => posts.id),
      unitId: c
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      rank: c.text<Rank>('rank'),
      fromOn: c.day('from_on').notNull(),
      toOn: c.day('to_on'),
      isSensitive: c.bool('is_sensitive').notNull(),
      ...imported(kit, imports),
      version: c.int('version').notNull(),
    },
    (t) => [
      unique('appointments_begun').on(t.cadreId, t.postId, t.fromOn).where(visible),
      index('appointments_post').on(t.postId),
      index('appointments_unit').on(t.unitId),
      batchIndex(kit, 'appointments', t),
    ],
  );
  return { cadres, appointments };
};

export const rosterTables = (kit: Kit, imports: ImportTables) => {
  const unitsAndPosts = unitTables(kit, imports);
  return { ...unitsAndPosts, ...cadreTables(kit, imports, unitsAndPosts) };
};
export type RosterTables = ReturnType<typeof rosterTables>;
