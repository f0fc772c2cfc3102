import type { z } from 'zod';
import { accountLabels } from '../../db/queries/account-labels.ts';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { type ListedPilot, pilotOf, pilotPage, reportsOf } from '../../db/queries/pilots.ts';
import { fileById } from '../../db/queries/procedure-files.ts';
import { unitsBelow } from '../../db/queries/roster.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileShown } from '../procedures/file-view.ts';
import type { Sent } from '../procedures/files.service.ts';
import type { ProceduresService } from '../procedures/procedures.service.ts';
import { authorsOnly } from '../procedures/standing.ts';
import { PILOT_STATE_WORDS } from './pilot-kind.ts';
import { refuseUnfit } from './pilot-term.ts';
import type {
  AmendPilot,
  DraftPilot,
  PilotLine,
  PilotPage,
  PilotQuery,
  PilotView,
} from './pilots.contract.ts';
import { unitOutOfReach } from './pilots.problems.ts';

type Draft = z.infer<typeof DraftPilot>;
type View = z.infer<typeof PilotView>;
type Line = z.infer<typeof PilotLine>;

export interface PilotsService {
  page(actor: Actor, query: z.infer<typeof PilotQuery>): Promise<z.infer<typeof PilotPage>>;
  draft(actor: Actor, draft: Draft): Promise<View>;
  amend(actor: Actor, input: z.infer<typeof AmendPilot> & { id: string }): Promise<View>;
  view(actor: Actor, input: { id: string }): Promise<View>;
  move(actor: Actor, sent: Sent): Promise<View>;
}

interface Needed {
  readonly store: Store;
  readonly today: () => Day;
  readonly procedures: ProceduresService;
  readonly kind: FileKind;
}

const factsOf = ({ purpose, decision, riskAssessment, limits, startsOn, endsOn }: Draft) => ({
  ...{ purpose, decision, riskAssessment, limits },
  ...{ startsOn, endsOn },
});

export function pilotsService({ store, today, procedures, kind }: Needed): PilotsService {
  const { tables, read } = store;

  function refuseForeign(actor: Actor, { unitId }: Draft): void {
    if (may(actor, 'pilot.submit', { unitId })) return;
    throw new Refused(unitOutOfReach, { places: [{ pointer: '/unitId', detail: unitOutOfReach.title }] });
  }

  async function shown(actor: Actor, file: FileShown): Promise<View> {
    const { version: _, fileId: __, ...facts } = (await pilotOf(read, tables, file.id))!;
    const reports = await reportsOf(read, tables, file.id);
    const people = await accountLabels(
      read,
      tables,
      reports.map(({ by }) => by),
    );
    const { openedBy } = (await fileById(read, tables, file.id))!;
    return {
      ...file,
      pilot: {
        ...facts,
        registeredAt: file.history.find(({ event }) => event === 'approve')?.at ?? null,
        isMyDraft: file.state === kind.machine.start && openedBy === actor.accountId,
        reports: reports.map(({ at, by, text }) => ({
          ...{ at, text },
          by: people.get(by) ?? { staffNo: by, name: null },
        })),
      },
    };
  }

  const lineOf = ({ file, pilot }: ListedPilot, unitName: string): Line => ({
    id: file.id,
    title: file.title,
    purpose: pilot.purpose,
    unitName,
    state: file.state as Line['state'],
    stateLabel: PILOT_STATE_WORDS[file.state]!,
    startsOn: pilot.startsOn,
    endsOn: pilot.endsOn,
  });

  return {
    async page(actor, { q = '', unit, state, on, after, limit }) {
      const page = await pilotPage(read, tables, {
        search: q,
        unitIds: unit === undefined ? null : await unitsBelow(read, tables, [unit]),
        state: state ?? null,
        by: actor.accountId,
        authorsOnly: authorsOnly(kind),
        coversOn: on ?? null,
        after: after ?? null,
        limit,
      });
      const names = await unitNamesOf(
        read,
        tables,
        page.items.map(({ file }) => file.unitId),
      );
      return {
        next: page.next,
        items: page.items.map((listed) => lineOf(listed, names.get(listed.file.unitId) ?? '')),
      };
    },

    async draft(actor, draft) {
      refuseForeign(actor, draft);
      refuseUnfit(draft, today());
      const { title, unitId } = draft;
      const opening = { title, unitId, cadreId: null };
      const file = await procedures.open(actor, kind, opening, async (tx, changed, { id }) => {
        const row: Row<'pilots'> = { fileId: id, ...factsOf(draft), version: 1 };
        await addRows(tx, changed, tables.pilots, [row]);
      });
      return shown(actor, file);
    },

    async amend(actor, { id, version, ...draft }) {
      refuseForeign(actor, draft);
      refuseUnfit(draft, today());
      const { title, unitId } = draft;
      const file = await procedures.amend(actor, kind, { id, version }, async (tx, changed, before) => {
        // The file's version moves too, so that whoever had read the older draft is told.
        await changeRow(tx, changed, tables.files, { before, set: { title, unitId } });
        const pilot = (await pilotOf(tx, tables, id))!;
        await changeRow(tx, changed, tables.pilots, { before: pilot, set: factsOf(draft) });
      });
      return shown(actor, file);
    },

    view: async (actor, { id }) => shown(actor, await procedures.view(actor, kind, id)),
    move: async (actor, sent) => shown(actor, await procedures.move(actor, kind, sent)),
  };
}
