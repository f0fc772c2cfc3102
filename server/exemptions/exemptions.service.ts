// 容错免责: the application written by who asks, the findings by the investigators, the rest by the procedure.
import type { z } from 'zod';
import { exemptionOf, exemptionsDecided, inactionOf } from '../../db/queries/conduct-files.ts';
import { changeRow } from '../../db/rows.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { notFound, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import { evidenceService } from '../procedures/evidence.service.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { FileListService } from '../procedures/file-list.service.ts';
import type { FilesNeed, Sent } from '../procedures/files.service.ts';
import type { ProceduresService } from '../procedures/procedures.service.ts';
import { fileFor } from '../procedures/standing.ts';
import { noteFileRead } from '../reads/note-file-read.ts';
import type {
  ExemptionPage,
  ExemptionQuery,
  ExemptionView,
  PrecedentQuery,
  Precedents,
  ReportCorrection,
  WriteClaim,
  WriteFindings,
} from './exemptions.contract.ts';
import { exemptionView } from './exemption-view.ts';
import { nothingToReport } from './exemptions.problems.ts';
import { namedSituation } from './named-situation.ts';
import { precedentsFor } from './precedents.ts';
import { situationsTold } from './situations-told.ts';
import { refuseForeignEvidence, refuseUnfitAnswers, refuseUnfitPilot } from './write-findings.ts';

type View = z.infer<typeof ExemptionView>;
interface Of {
  readonly id: string;
}
export interface ExemptionsService {
  page(actor: Actor, query: z.infer<typeof ExemptionQuery>): Promise<z.infer<typeof ExemptionPage>>;
  view(actor: Actor, id: string): Promise<View>;
  /** The applicant's own words, as long as it is a draft. */
  writeClaim(actor: Actor, input: z.infer<typeof WriteClaim> & Of): Promise<View>;
  /** What the investigators found; nobody has signed for it yet then. */
  writeFindings(actor: Actor, input: z.infer<typeof WriteFindings> & Of): Promise<View>;
  move(actor: Actor, sent: Sent): Promise<View>;
  precedents(actor: Actor, input: z.infer<typeof PrecedentQuery> & Of): Promise<z.infer<typeof Precedents>>;
  /** Evidence of the record it is about, for whoever may read this file's own. */
  recordEvidence(
    actor: Actor,
    input: Of & { evidenceId: string },
  ): Promise<{ name: string; mediaType: string; bytes: Uint8Array }>;
  reportCorrection(actor: Actor, input: z.infer<typeof ReportCorrection> & Of): Promise<View>;
}

interface Needed extends FilesNeed {
  readonly store: Store;
  readonly dayOf: (instant: number) => Day;
  readonly now: () => number;
  readonly procedures: ProceduresService;
  readonly lists: FileListService;
  readonly kind: FileKind;
}

export function exemptionsService(needed: Needed): ExemptionsService {
  const { store, dayOf, now, procedures, lists, kind } = needed;
  const { tables, read } = store;
  const evidence = evidenceService(needed);

  const view = async (actor: Actor, id: string): Promise<View> =>
    exemptionView(needed, actor, await procedures.view(actor, kind, id));

  async function rowOf(tx: Tx, id: string): Promise<Row<'exemptions'>> {
    const row = await exemptionOf(tx, tables, id);
    if (!row) throw new Refused(notFound);
    return row;
  }

  /** The pilot an exemption rests on was registered before the day of the record, and covers it. */
  async function fitPilot(
    tx: Tx,
    row: Row<'exemptions'>,
    asked: Pick<Row<'exemptions'>, 'pilotId' | 'situation'>,
  ) {
    const { occurredOn } = (await inactionOf(tx, tables, row.inactionFileId))!;
    await refuseUnfitPilot({ db: tx, tables, dayOf }, { ...asked, occurredOn });
  }

  return {
    async view(actor, id) {
      const seen = await view(actor, id);
      await noteFileRead(needed, actor, kind, id);
      return seen;
    },

    async page(actor, query) {
      const found = await lists.page(actor, kind, 'exemption.read', query);
      const ids = found.items.map(({ id }) => id);
      const told = await situationsTold(store, actor.cadreId, ids);
      return {
        next: found.next,
        items: found.items.map((line) => {
          const situation = line.isMasked ? null : told.get(line.id)!;
          return { ...line, situation: situation && namedSituation(situation) };
        }),
      };
    },

    async writeClaim(actor, { id, version, ...claim }) {
      await procedures.amend(actor, kind, { id, version }, async (tx, changed, before) => {
        const row = await rowOf(tx, id);
        await fitPilot(tx, row, claim);
        await changeRow(tx, changed, tables.files, { before, set: {} });
        await changeRow(tx, changed, tables.exemptions, { before: row, set: claim });
      });
      return view(actor, id);
    },

    async writeFindings(actor, { id, version, ...found }) {
      refuseUnfitAnswers(found);
      const input = { id, version, event: 'show_facts' };
      await procedures.prepare(actor, kind, input, async (tx, changed) => {
        const row = await rowOf(tx, id);
        await fitPilot(tx, row, found);
        const { pilotId, answers } = found;
        const papersOf = [id, row.inactionFileId, ...(pilotId === null ? [] : [pilotId])];
        await refuseForeignEvidence({ db: tx, tables }, answers, papersOf);
        await changeRow(tx, changed, tables.exemptions, { before: row, set: found });
      });
      return view(actor, id);
    },

    async move(actor, sent) {
      await procedures.move(actor, kind, sent);
      return view(actor, sent.id);
    },

    async precedents(actor, { id, outcome }) {
      const { standing } = await fileFor({ db: read, tables, actor }, kind, id);
      if (!may(actor, 'exemption.precedent.read', standing.touched)) throw new Refused(notFound);
      const row = await exemptionOf(read, tables, id);
      return precedentsFor(row!, await exemptionsDecided(read, tables, id), outcome ?? null);
    },

    async recordEvidence(actor, { id, evidenceId }) {
      await fileFor({ db: read, tables, actor }, kind, id);
      const { inactionFileId } = (await exemptionOf(read, tables, id))!;
      const content = await evidence.contentBeside(actor, kind, { id, evidenceId, ofFileId: inactionFileId });
      await noteFileRead(needed, actor, kind, id);
      return content;
    },

    async reportCorrection(actor, { id, version, report }) {
      const entry = { actor: actor.accountId, duty: 'cadre', deed: 'exemption.corrected', subject: id };
      await store.write({ ...entry, reason: null }, async (tx, changed) => {
        const { file } = await fileFor({ db: tx, tables, actor }, kind, id);
        const row = await rowOf(tx, id);
        const isMine = file.cadreId !== null && file.cadreId === actor.cadreId;
        if (!isMine || row.correction === null || row.correctedAt !== null)
          throw new Refused(nothingToReport);
        if (file.version !== version) throw new Refused(staleVersion);
        await changeRow(tx, changed, tables.exemptions, {
          before: row,
          set: { correctionReport: report, correctedAt: now() },
        });
      });
      return view(actor, id);
    },
  };
}
