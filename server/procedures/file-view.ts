// A file as whoever asks may see it: its course, what is open to him, and why the rest is not.
import type { z } from 'zod';
import { accountLabels } from '../../db/queries/account-labels.ts';
import {
  assignmentsOf,
  clocksRunning,
  deliveriesOf,
  eventsOfFile,
  evidenceOf,
  fileById,
  pendingOf,
} from '../../db/queries/procedure-files.ts';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { cadreById } from '../../db/queries/roster.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Day, Label } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { mayAssign } from './assignments.service.ts';
import { isAlarm } from './clock-plan.ts';
import { isAddressee, mayHandOver, servingEvent } from './deliveries.service.ts';
import { mayAddEvidence, mayReadEvidence } from './evidence.service.ts';
import { CLOSED_WORDS } from './closed-words.ts';
import { labelOf, pendingView, personOf, stepOf } from './course-view.ts';
import type { FileKind } from './file-kind.ts';
import { eventsFrom } from './machines.ts';
import { seesNamesOnly, titleTold } from './masked.ts';
import { meetingAwaited } from './meeting-awaited.ts';
import { needsShown } from './needs-shown.ts';
import type { ActionView, FileView } from './procedures.contract.ts';
import { rightTo, type Standing } from './rights.ts';
import { fileFor, standingIfVisible, standingOf } from './standing.ts';

export type FileShown = z.infer<typeof FileView>;
type Action = z.infer<typeof ActionView>;

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
  readonly dayOf: (instant: number) => Day;
  readonly today: Day;
}

const HALF_A_DAY_MS = 43_200_000;

const DEADLINES: Readonly<Record<string, Label>> = {
  window_over: { zh: '陈述申辩截止', en: 'Time to answer ends' },
  appeal_window_over: { zh: '复核、申诉截止', en: 'Time to appeal ends' },
  influence_over: { zh: '影响期至', en: 'Its influence ends' },
  close: { zh: '补充申请截止', en: 'Time to hand in once more ends' },
  notice_over: { zh: '公示截止', en: 'Public notice ends' },
  term_over: { zh: '试点期满', en: 'The term ends' },
  'pending.lapse': { zh: '会签截止', en: 'Time to countersign ends' },
};

/** A draft is not answered but handed in. */
const DRAFT_ENDS: Label = { zh: '草稿提交截止', en: 'Time to submit ends' };

/** The last day of a clock: it fires at the first moment after it. */
export const deadlineOf = (
  clock: Pick<Row<'clocks'>, 'kind' | 'dueAt'>,
  dayOf: Asked['dayOf'],
  isDraft = false,
) => ({
  kind: clock.kind,
  label: isDraft ? DRAFT_ENDS : labelOf(DEADLINES, clock.kind),
  lastDay: dayOf(clock.dueAt - HALF_A_DAY_MS),
});

/** Every event of the present state that a person could do, with the right to it. */
export function actionsOf(kind: FileKind, state: string, standing: Standing): Action[] {
  return eventsFrom(kind.machine, state)
    .filter(({ permission }) => permission !== null)
    .map((event) => {
      const right = rightTo(event, standing);
      return {
        event: event.event,
        label: labelOf(kind.words.events, event.event),
        isOpen: right.isOpen,
        why: right.isOpen ? null : CLOSED_WORDS[right.because],
        how: right.isOpen ? right.how : 'now',
        needsReason: !kind.withoutReason.includes(event.event),
      };
    });
}

/** The file as whoever asks may see it; what he may not see does not exist. */
export const fileView = async (asked: Asked, kind: FileKind, id: string): Promise<FileShown> =>
  shownFile(asked, kind, await fileFor(asked, kind, id));

/** The same after a deed that may have taken the file out of his sight: then he learns where it went, nothing besides. */
export async function viewAfterDeed(asked: Asked, kind: FileKind, id: string): Promise<FileShown> {
  const { db, tables } = asked;
  const file = (await fileById(db, tables, id))!;
  const seen = await standingIfVisible(asked, kind, file);
  if (seen) return shownFile(asked, kind, { file, standing: seen });
  const standing = await standingOf(asked, file, kind);
  const bare = { actions: [], pending: [], deadlines: [], history: [], deliveries: [], assignments: [] };
  return {
    ...(await shownFile(asked, kind, { file, standing })),
    ...bare,
    ...{
      evidence: [],
      mayAssign: false,
      needs: [],
      meetingAwaited: null,
      mayAddEvidence: false,
      recused: null,
    },
  };
}

async function shownFile(
  asked: Asked,
  kind: FileKind,
  { file, standing }: { readonly file: Row<'files'>; readonly standing: Standing },
): Promise<FileShown> {
  const { db, tables, dayOf } = asked;
  const { id } = file;
  const [events, assignments, pending, deliveries, clocks, evidence] = await Promise.all([
    eventsOfFile(db, tables, id),
    assignmentsOf(db, tables, id),
    pendingOf(db, tables, id),
    deliveriesOf(db, tables, id),
    clocksRunning(db, tables, id),
    evidenceOf(db, tables, id),
  ]);
  const accountIds = [
    ...events.flatMap(({ actor: by, countersignedBy, enteredBy }) => [by, countersignedBy, enteredBy]),
    ...assignments.flatMap(({ accountId, replaces }) => [accountId, replaces]),
    ...pending.map(({ proposedBy }) => proposedBy),
  ].filter((each) => each !== null);
  const people = await accountLabels(db, tables, accountIds);
  const unitNames = await unitNamesOf(db, tables, [file.unitId]);
  const cadre = file.cadreId === null ? undefined : await cadreById(db, tables, file.cadreId);
  const actions = actionsOf(kind, file.state, standing);
  const isMasked = seesNamesOnly(kind, file, standing);
  const isRelated = actions.some(({ why }) => why === CLOSED_WORDS.related);
  return {
    id,
    machine: kind.machine.name,
    machineLabel: kind.title,
    title: titleTold(kind, file, isMasked),
    state: file.state,
    stateLabel: labelOf(kind.words.states, file.state),
    isEnded: kind.machine.terminal.includes(file.state),
    version: file.version,
    unit: { id: file.unitId, name: unitNames.get(file.unitId) ?? '' },
    person: cadre ? { cadreId: cadre.id, name: cadre.name } : null,
    openedAt: file.openedAt,
    enteredAt: file.enteredAt,
    actions,
    pending: (isMasked ? [] : pending).map((each) => pendingView(kind, { file, standing, people }, each)),
    deadlines: (isMasked && kind.titleTells ? [] : clocks)
      .filter(({ kind: clock }) => !isAlarm(clock))
      .map((clock) => deadlineOf(clock, dayOf, file.state === kind.machine.start)),
    history: (isMasked ? [] : events).map((event) => stepOf(kind, { standing, people }, event)),
    deliveries: (isMasked ? [] : deliveries).map((delivery) => {
      const kept = events.find((event) => event.id === delivery.eventId);
      return {
        id: delivery.id,
        version: delivery.version,
        label: labelOf(kind.words.events, kept?.event ?? ''),
        createdAt: delivery.createdAt,
        servedAt: delivery.servedAt,
        paperOn: delivery.paperOn,
        witness: delivery.witness,
        isMine: isAddressee(delivery, standing),
        mayRecord: delivery.servedAt === null && mayHandOver(servingEvent(kind.machine, kept), standing),
      };
    }),
    assignments: (isMasked ? [] : assignments).map((each) => ({
      id: each.id,
      person: personOf(people, each.accountId)!,
      principal: each.principal,
      assignedAt: each.assignedAt,
      reason: each.reason,
      replaces: personOf(people, each.replaces),
      endedAt: each.endedAt,
    })),
    mayAssign: !kind.machine.terminal.includes(file.state) && mayAssign(standing),
    needs: isMasked ? [] : await needsShown(asked, { kind, file, standing }),
    meetingAwaited: await meetingAwaited(asked, kind, file),
    evidence: mayReadEvidence(kind, file, standing)
      ? evidence.map((piece) => ({
          id: piece.id,
          name: piece.name,
          mediaType: piece.mediaType,
          bytes: piece.bytes,
          sha256: piece.sha256,
          addedAt: piece.addedAt,
        }))
      : [],
    mayAddEvidence: mayAddEvidence(kind, file, standing),
    recused: isRelated ? CLOSED_WORDS.related : null,
  };
}
