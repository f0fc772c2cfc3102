import { z } from 'zod';
import { Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';

export const RELATION_STATES = ['declared', 'confirmed', 'refused', 'ended'] as const;

/** Kin or a conflict, named by exactly the number and name: nobody's roster can be searched through it. */
const Between = z.strictObject({
  kind: z.enum(['spouse', 'relative', 'conflict']),
  staffNo: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(40),
  detail: z.string().trim().min(2).max(200),
});
/** A unit left behind, or one that somebody answers for, by its full name. */
const WithUnit = z.strictObject({
  kind: z.enum(['formerUnit', 'represents']),
  unitName: z.string().trim().min(1).max(60),
  detail: z.string().trim().min(2).max(200),
});
export const DeclareRelation = z.discriminatedUnion('kind', [Between, WithUnit]);

const kind = z.enum(['spouse', 'relative', 'conflict', 'formerUnit', 'represents']);
const Said = {
  id: Id,
  kind,
  state: z.enum(RELATION_STATES),
  unitName: z.string().nullable(),
  detail: z.string(),
  declaredAt: z.int(),
  decidedAt: z.int().nullable(),
  decidedReason: z.string().nullable(),
};

/** As either side sees it; the declaring side reads back what it wrote, whether or not there is such a person. */
export const OwnRelation = z.strictObject({
  ...Said,
  isDeclaredByMe: z.boolean(),
  other: z.strictObject({ staffNo: z.string(), name: z.string() }).nullable(),
});
export const OwnRelations = z.strictObject({ items: z.array(OwnRelation) });

/** As HR decides on it. */
export const RelationView = z.strictObject({
  ...Said,
  declarer: z.strictObject({ cadreId: Id, staffNo: z.string(), name: z.string() }),
  named: z.strictObject({ staffNo: z.string(), name: z.string(), isInRoster: z.boolean() }).nullable(),
  version: z.int(),
  /** Why this reader may not decide on it: he declared it, or is part of it. */
  isMine: z.boolean(),
});
export const RelationPage = pageOf(RelationView);
export const RelationQuery = PageQuery.extend({ state: z.enum(RELATION_STATES).optional() });

export const DecideRelation = z.strictObject({
  event: z.enum(['confirm', 'refuse', 'end']),
  version: z.int(),
  reason: Reason,
});
