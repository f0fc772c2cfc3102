import { placed, refusal, type Refusal } from '../../scoring/index.ts';
import { pointerOf, refusalsFrom, withoutRefused } from '../refusals.ts';
import { BallotCampaign, type GivenCampaign } from './campaign.contract.ts';

export type ReadCampaign = { readonly campaign: GivenCampaign } | { readonly refusals: readonly Refusal[] };

/** A campaign as far as it could be read: parsed (marks in a map) or raw (marks in an object). */
interface Readable {
  readonly groups?: readonly ({ readonly id?: string } | undefined)[];
  readonly items?: readonly string[];
  readonly ballots?: readonly ({ readonly group?: string; readonly marks?: Marked } | undefined)[];
}
type Marked = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function* contradictions({ groups, items, ballots }: Readable): Generator<Refusal> {
  const ids = new Set<string>();
  for (const [place, { id }] of placed('/groups', groups)) {
    if (id === undefined) continue;
    if (ids.has(id))
      yield refusal(`${place}/id`, `唯一的编号，“${id}”已用过`, `a unique id; “${id}” stands before`);
    ids.add(id);
  }
  for (const [place, { group, marks }] of placed('/ballots', ballots)) {
    if (group !== undefined && !ids.has(group))
      yield refusal(
        `${place}/group`,
        `/groups 中的编号，没有“${group}”`,
        `an id of /groups; there is no “${group}”`,
      );
    for (const [subject, of] of Object.entries(marks ?? {})) {
      // The one key that a record of zod's leaves out without a word.
      if (subject === '__proto__') yield refusal(`${place}/marks/__proto__`, '另一个编号', 'another id');
      for (const item of Object.keys(of ?? {}))
        if (items && !items.includes(item))
          yield refusal(
            `${place}/marks${pointerOf([subject, item])}`,
            '测评设有的项目',
            'an item of the campaign',
          );
    }
  }
}

/** Reads a campaign, or names every malformed place; no mark is dropped in silence. */
export function readCampaign(raw: unknown): ReadCampaign {
  const parsed = BallotCampaign.safeParse(raw);
  const shape = parsed.success ? [] : refusalsFrom(parsed.error);
  const readable = parsed.success ? raw : withoutRefused(raw, parsed.error);
  const isObject = typeof readable === 'object' && readable !== null;
  const refusals = isObject ? [...shape, ...contradictions(readable)] : shape;
  return parsed.success && refusals.length === 0 ? { campaign: parsed.data } : { refusals };
}
