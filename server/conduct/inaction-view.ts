// What an inaction file says, as far as whoever asks may see it.
import type { z } from 'zod';
import { exemptionsOf, inactionOf, recordById } from '../../db/queries/conduct-files.ts';
import { eventsOfFile, evidenceOf, fileById } from '../../db/queries/procedure-files.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import {
  areaOfBehaviour,
  areas,
  behaviours,
  causes,
  type Condition,
  conditions,
  inactionFindings,
  responsibilities,
  severities,
} from '../../scoring/index.ts';
import { EXEMPTION_STATES } from '../exemptions/exemption-words.ts';
import type { Actor } from '../permissions/actor.ts';
import { seesNamesOnly } from '../procedures/masked.ts';
import { standingOf } from '../procedures/standing.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileShown } from '../procedures/file-view.ts';
import type { Standing } from '../procedures/rights.ts';
import type { InactionView } from './conduct.contract.ts';
import { INACTION_EVENTS, SOURCES } from './conduct-words.ts';
import { inactionFinding } from './inaction-record.ts';

type View = z.infer<typeof InactionView>;
type Told = NonNullable<View['inaction']>;
type Facts = Told['facts'];
type Said = Row<'inactionFiles'>;

interface Needed {
  readonly store: Store;
  readonly kind: FileKind;
}

function verifiedOf({ severity, responsibility, cause, grounds }: Said): Facts['verified'] {
  if (severity === null || responsibility === null || grounds === null) return null;
  return {
    severity: { code: severity, label: severities[severity], reason: grounds.severity },
    responsibility: {
      ...{ code: responsibility, label: responsibilities[responsibility] },
      reason: grounds.responsibility,
    },
    cause:
      cause === null
        ? null
        : { code: cause, label: plain(causes[cause]), remedy: causes[cause].remedy, reason: grounds.cause },
  };
}
const plain = ({ zh, en }: { zh: string; en: string }) => ({ zh, en });

const conditionsOf = (said: Said): Facts['conditions'] =>
  behaviours[said.code].conditions.map((condition: Condition) => ({
    condition,
    label: conditions[condition],
    isProven: said.severity === null ? null : said.conditions.includes(condition),
    reason: said.grounds?.conditions[condition] ?? null,
  }));

/** What the person concerned said in the course of the file. */
function saidIn(events: readonly Row<'fileEvents'>[]): Facts['said'] {
  return events.flatMap(({ event, at, data }) => {
    const text = data['statement'] ?? data['grounds'];
    return typeof text === 'string' ? [{ event, at, text, label: INACTION_EVENTS[event]! }] : [];
  });
}

/** A draft may be changed by its author as long as it is one. */
const isOwnDraft = (kind: FileKind, { state, openedBy }: Row<'files'>, { accountId }: Actor): boolean =>
  state === kind.machine.start && openedBy === accountId;

async function factsOf(
  { store, kind }: Needed,
  { actor, touched }: Standing,
  { file, said }: { file: Row<'files'>; said: Said },
): Promise<Facts> {
  const { read, tables, sealed } = store;
  const isInspector = touched.assigned instanceof Set && touched.assigned.has('inspector');
  const isHeld = actor.roles.some(({ role }) => role === 'inspector');
  const record = said.recordId === null ? undefined : await recordById(read, tables, said.recordId);
  const [claim] = await exemptionsOf(read, tables, said.fileId);
  const finding = inactionFinding(file.state, said);
  return {
    ...{ source: said.source, sourceLabel: SOURCES[said.source], summary: said.summary },
    ...{ factId: said.factId, documentNo: said.documentNo, isPast: said.isPast },
    complainant:
      said.complainantSealed !== null && isInspector && isHeld ? sealed.unseal(said.complainantSealed) : null,
    verified: verifiedOf(said),
    conditions: conditionsOf(said),
    isMitigated: said.isMitigated,
    said: saidIn(await eventsOfFile(read, tables, said.fileId)),
    ...{ finding, findingLabel: inactionFindings[finding] },
    ...{ countsOn: record?.countsOn ?? null, notifiedOn: record?.notifiedOn ?? null },
    exemption: claim
      ? { id: claim.file.id, state: claim.file.state, stateLabel: EXEMPTION_STATES[claim.file.state]! }
      : null,
    evidenceCount: (await evidenceOf(read, tables, said.fileId)).length,
    isMyDraft: isOwnDraft(kind, file, actor),
  };
}

async function toldOf(needed: Needed, actor: Actor, id: string): Promise<Told | null> {
  const { read, tables } = needed.store;
  const file = (await fileById(read, tables, id))!;
  const standing = await standingOf({ db: read, tables, actor }, file);
  if (seesNamesOnly(needed.kind, file, standing)) return null;
  const said = (await inactionOf(read, tables, id))!;
  const area = areaOfBehaviour(said.code);
  return {
    code: said.code,
    behaviour: plain(behaviours[said.code]),
    ...{ area, areaLabel: plain(areas[area]) },
    occurredOn: said.occurredOn,
    facts: await factsOf(needed, standing, { file, said }),
  };
}

export const inactionView = async (needed: Needed, actor: Actor, file: FileShown): Promise<View> => ({
  ...file,
  ledger: 'inaction',
  inaction: await toldOf(needed, actor, file.id),
});
