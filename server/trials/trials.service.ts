// 试算 for HR: one person's year with other findings. For whoever asks alone; nothing of it is kept.
import type { z } from 'zod';
import { cadreById, unitNames } from '../../db/queries/roster.ts';
import { enrolmentOf, yearOf } from '../../db/queries/years.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { type Bundle, contradictionsIn, type Day } from '../../scoring/index.ts';
import { factsContradict } from '../appraisals/appraisals.problems.ts';
import { bundleOfYear } from '../appraisals/year-bundle.ts';
import { seesFile } from '../cadres/visible-cadres.ts';
import { notFound, type ProblemPlace, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { noteRead } from '../reads/note-read.ts';
import { denyRecused } from '../relations/deny-recused.ts';
import { choicesOf, recordShown, recordsToTry } from './records-to-try.ts';
import { tried } from './try-findings.ts';
import type { TrialQuery, TrialRecords, TrialView, TryFindings } from './trials.contract.ts';
import { notToTry } from './trials.problems.ts';

type Asked = z.infer<typeof TrialQuery>;
type Changes = z.infer<typeof TryFindings>['changes'];
export interface TrialsService {
  /** The records of a person that whoever asks may try, with what each may be tried as. */
  records(actor: Actor, asked: Asked): Promise<z.infer<typeof TrialRecords>>;
  compute(actor: Actor, input: z.infer<typeof TryFindings>): Promise<z.infer<typeof TrialView>>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly newId: (prefix: string) => string;
  /** What files there can be, by their machine. */
  readonly kinds: ReadonlyMap<string, FileKind>;
}
interface Reached {
  readonly year: Row<'years'>;
  readonly person: Row<'cadres'>;
  readonly unitId: string;
  readonly records: readonly Row<'conductRecords'>[];
}

const PERMISSION = 'trial.compute';

export function trialsService(needed: Needed): TrialsService {
  const { store, kinds } = needed;
  const { read: db, tables } = store;

  /** Never for oneself or one's kin; out of scope it does not exist. That somebody looked is on record. */
  async function reached(actor: Actor, { year: asked, cadreId }: Asked): Promise<Reached> {
    const year = await yearOf(db, tables, asked);
    const enrolment = await enrolmentOf(db, tables, asked, cadreId);
    const person = await cadreById(db, tables, cadreId);
    if (!year || !enrolment || !person) throw new Refused(notFound);
    const touched = { cadreId, unitId: enrolment.unitId };
    await denyRecused(needed, actor, { permission: PERMISSION, ...touched });
    const asking = { db, tables, actor, permission: PERMISSION };
    if (!(await seesFile(asking, { ...touched, rank: person.rank }))) throw new Refused(notFound);
    await noteRead(needed, { actor, duty: dutyOf(actor, PERMISSION, touched), cadreId, what: 'result' });
    const records = await recordsToTry({ db, tables, actor, kinds }, touched, year.periodTo);
    return { year, person, unitId: enrolment.unitId, records };
  }

  async function bundleOf(year: Row<'years'>): Promise<Bundle> {
    const onRead = () => Promise.resolve();
    const { bundle } = await store.snapshot((at) => bundleOfYear({ db: at, tables, year, onRead }));
    if (contradictionsIn(bundle).length > 0) throw new Refused(factsContradict);
    return bundle;
  }

  return {
    async records(actor, asked) {
      const { year, person, unitId, records } = await reached(actor, asked);
      const names = await unitNames(db, tables);
      const period = { from: year.periodFrom, to: year.periodTo };
      return {
        ...{ year: year.year, cadreId: person.id, name: person.name, unitName: names.get(unitId) ?? '' },
        records: records.map((record) => recordShown(record, period)),
      };
    },

    async compute(actor, { year: asked, cadreId, changes }) {
      const { year, records } = await reached(actor, { year: asked, cadreId });
      const places = wrongIn(changes, records);
      if (places.length > 0) throw new Refused(notToTry, { places });
      const bundle = await bundleOf(year);
      if (!bundle.cadres.some(({ id }) => id === cadreId)) throw new Refused(notFound);
      const findings = new Map(changes.map(({ recordId, finding }) => [recordId, finding]));
      const known = new Set(records.map(({ id }) => id));
      return { year: asked, ...tried(bundle, { cadreId, findings, known }) };
    },
  };
}

/** A record that is not there and one that is not to be known of are answered alike. */
function wrongIn(changes: Changes, records: readonly Row<'conductRecords'>[]): ProblemPlace[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return changes.flatMap(({ recordId, finding }, i): ProblemPlace[] => {
    const record = byId.get(recordId);
    if (!record || changes.findIndex((each) => each.recordId === recordId) !== i)
      return [
        {
          pointer: `/changes/${i}/recordId`,
          detail: {
            zh: '应为此人可试算的记录，且只列一次',
            en: 'A record of the person to try, listed once',
          },
        },
      ];
    if (choicesOf(record).includes(finding)) return [];
    const detail = { zh: '应为这类记录的认定结果', en: 'A finding that such a record can have' };
    return [{ pointer: `/changes/${i}/finding`, detail }];
  });
}
