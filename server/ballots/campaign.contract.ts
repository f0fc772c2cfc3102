// The campaign of interfaces.md section 3 as it comes in.
import {
  type Ballot,
  BALLOT_ITEMS,
  type BallotItem,
  type Campaign,
  DIMENSIONS,
  type Marks,
  OPTIONS,
} from '../../scoring/index.ts';
import { z } from 'zod';

const text = z.string().min(1).max(200);
const mark = z.enum([...OPTIONS, 'abstain']);

const group = z.strictObject({
  id: text,
  weight: z.int().min(0).max(10_000),
  eligible: z.int().min(0).max(1_000_000),
});

const marks = z.strictObject(
  Object.fromEntries(BALLOT_ITEMS.map((item) => [item, mark.optional()])) as Record<
    BallotItem,
    z.ZodOptional<typeof mark>
  >,
);

const ballot = z
  .strictObject({ group: text, marks: z.record(z.string(), marks) })
  .transform(({ group: id, marks: given }): Ballot => ({
    group: id,
    marks: new Map(Object.entries(given as Record<string, Marks>)),
  }));

const isWholeSet = (items: readonly BallotItem[]): boolean =>
  items.includes('overall') &&
  new Set(items).size === items.length &&
  (items.length === 1 || items.length === 1 + DIMENSIONS.length);

export const BallotCampaign = z.strictObject({
  groups: z.array(group),
  minimumGroup: z.int().min(1).max(1_000_000).nullish(),
  items: z.array(z.enum(BALLOT_ITEMS)).refine(isWholeSet, {
    error: 'overall，或 overall 加全部五个维度 | overall, or overall and all five dimensions',
  }),
  ballots: z.array(ballot),
});

/** A campaign whose smallest group may still be left to the parameter. */
export type GivenCampaign = Omit<Campaign, 'minimumGroup'> & {
  readonly minimumGroup?: number | null | undefined;
};
