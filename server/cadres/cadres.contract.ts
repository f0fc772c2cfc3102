import { UNIT_KINDS } from '../../scoring/index.ts';
import { z } from 'zod';
import { DayText, Id, pageOf, PageQuery } from '../http/shared.contract.ts';

export const UnitView = z.strictObject({
  id: Id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: Id.nullable(),
  cadreCount: z.int(),
});
export const UnitList = z.strictObject({ items: z.array(UnitView) });

export const CadreQuery = PageQuery.extend({
  q: z.string().max(60).optional(),
  unit: Id.optional(),
});
export const CadreListItem = z.strictObject({
  id: Id,
  staffNo: z.string(),
  name: z.string(),
  unitName: z.string(),
  postTitle: z.string(),
  rank: z.string().nullable(),
  template: z.enum(['member', 'principal']),
  cadreSince: DayText.nullable(),
});
export const CadrePage = pageOf(CadreListItem).extend({ total: z.int() });

const Post = z.strictObject({
  postName: z.string(),
  unitName: z.string(),
  rank: z.string().nullable(),
  fromOn: DayText,
  toOn: DayText.nullable(),
  isSensitive: z.boolean(),
});

/** What HR sees of a person; citizen ID and phone are masked. */
export const CadreView = z.strictObject({
  id: Id,
  staffNo: z.string(),
  name: z.string(),
  unitId: Id,
  unitName: z.string(),
  postTitle: z.string(),
  rank: z.string().nullable(),
  template: z.enum(['member', 'principal']),
  citizenIdMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  cadreSince: DayText.nullable(),
  retiresOn: DayText.nullable(),
  isSpecialist: z.boolean(),
  isPartySecretary: z.boolean(),
  posts: z.array(Post),
  years: z.array(z.int()),
});
