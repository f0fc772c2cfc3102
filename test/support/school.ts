// A small school to appraise: thirty people in four units, with a tie at the edge of 优秀 and one place of reserve.
import { addRows } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import { appraisalsService } from '../../server/appraisals/appraisals.service.ts';
import { cadresService } from '../../server/cadres/cadres.service.ts';
import { jobsService } from '../../server/jobs/jobs.service.ts';
import { myRecordService } from '../../server/my-record/my-record.service.ts';
import type { Actor, HeldRole } from '../../server/permissions/actor.ts';
import type { Measure } from '../../scoring/index.ts';
import {
  aCadre,
  aMeasure,
  anAccount,
  anAppointment,
  anInaction,
  anInitiative,
  aPost,
  aUnit,
  counting,
  NOON,
} from './rows.ts';
import { act, aStore, countedIds } from './store.ts';
import type { Dialect } from '../../db/columns.ts';
import type { FileKind } from '../../server/procedures/file-kind.ts';

export const YEAR = 2026;
const SECTION_HEADS = 22;
const PRINCIPALS = 8;
/** In hundredths, every measure alike: four places for 22, two of them for the three with 9300. */
const SCORES = [9500, 9400, 9300, 9300, 9300, 9200, 8700, 8600, 8600, 8500];

export const sectionHead = (n: number) => `cad_s${String(n).padStart(2, '0')}`;
export const principal = (n: number) => `cad_p${n}`;
/** The college of the tied; its office lies below it. */
const unitOf = (n: number) => (n <= 4 ? 'un_college' : n === 5 ? 'un_office' : 'un_registry');

const units = [
  aUnit({ id: 'un_school', code: '00', name: '明湖大学' }),
  aUnit({ id: 'un_registry', code: '10', name: '教务处', parentId: 'un_school' }),
  aUnit({ id: 'un_college', code: '20', name: '文学院', kind: 'college', parentId: 'un_school' }),
  aUnit({ id: 'un_office', code: '21', name: '文学院办公室', kind: 'college', parentId: 'un_college' }),
];

const heads = Array.from({ length: SECTION_HEADS }, (_, i) =>
  aCadre({
    id: sectionHead(i + 1),
    staffNo: `S${i + 1}`,
    name: `科长${i + 1}`,
    nameKey: `ke1 zhang3|${String(i + 1).padStart(2, '0')}`,
    namePinyin: `kezhang${i + 1}`,
    nameInitials: 'kz',
    unitId: unitOf(i + 1),
    postTitle: '科长',
    rank: '正科',
  }),
);
const principals = Array.from({ length: PRINCIPALS }, (_, i) =>
  aCadre({
    id: principal(i + 1),
    staffNo: `P${i + 1}`,
    name: `处长${i + 1}`,
    nameKey: `chu4 zhang3|${i + 1}`,
    namePinyin: `chuzhang${i + 1}`,
    nameInitials: 'cz',
    unitId: i === 0 ? 'un_college' : 'un_registry',
    postTitle: '处长',
    rank: '正处',
  }),
);

const MEASURES: readonly Measure[] = ['democratic', 'leadership', 'objectives'];
const measured = (cadreId: string, value: number) =>
  MEASURES.map((measure) =>
    aMeasure({ id: `me_${cadreId}_${measure}`, cadreId, measure, value, year: YEAR }),
  );

async function fill(store: Store): Promise<void> {
  const t = store.tables;
  await store.write(act('school.founded'), async (tx, changed) => {
    await addRows(tx, changed, t.units, units);
    await addRows(tx, changed, t.posts, [aPost({ unitId: 'un_college', name: '科长', rank: '正科' })]);
    const sealed = {
      citizenIdSealed: store.sealed.seal('440000197001011234'),
      phoneSealed: store.sealed.seal('19900001234'),
    };
    await addRows(tx, changed, t.cadres, [{ ...heads[0]!, ...sealed }, ...heads.slice(1), ...principals]);
    await addRows(
      tx,
      changed,
      t.appointments,
      heads.slice(0, 5).map(({ id, unitId }, i) =>
        anAppointment({
          id: `app_${id}`,
          cadreId: id,
          unitId,
          rank: '正科',
          fromOn: `${2012 + i * 4}-03-01`,
          isSensitive: false,
        }),
      ),
    );
    const accounts = ['hr', 'head', 'head2', 'leader', 'board'].map((id) =>
      anAccount({ id: `acc_${id}`, staffNo: id }),
    );
    const own = [anAccount({ id: 'acc_cadre', staffNo: 'S3', cadreId: sectionHead(3) })];
    await addRows(tx, changed, t.accounts, [...accounts, ...own]);
  });
}

/** What only exists once the year does. */
async function measure(store: Store): Promise<void> {
  const t = store.tables;
  await store.write(act('figures.confirmed'), async (tx, changed) => {
    const scored = heads.slice(0, -1).flatMap(({ id }, i) => measured(id, SCORES[i] ?? 8000 - i * 100));
    await addRows(tx, changed, t.measures, [
      ...scored,
      ...principals.flatMap(({ id }) => measured(id, 8800)),
    ]);
    await addRows(tx, changed, t.conductRecords, [
      anInaction({ id: 'con_upheld', cadreId: sectionHead(6) }),
      anInaction({
        id: 'con_exempt',
        cadreId: sectionHead(3),
        finding: 'exempt',
        documentNo: '校纪〔2026〕9号',
      }),
      anInitiative({ id: 'con_led', cadreId: sectionHead(7) }),
    ]);
    const dimensions = ['virtue', 'ability', 'diligence', 'achievement', 'integrity'] as const;
    await addRows(
      tx,
      changed,
      t.dimensionScores,
      heads.slice(0, 6).flatMap(({ id }, i) =>
        dimensions.map((dimension) => ({
          id: `di_${id}_${dimension}`,
          cadreId: id,
          year: YEAR,
          dimension,
          value: 9000 + i * 100,
          ...counting,
        })),
      ),
    );
  });
}

const actor = (name: string, roles: readonly HeldRole[], cadreId: string | null = null): Actor => ({
  accountId: `acc_${name}`,
  staffNo: name,
  cadreId,
  roles,
  language: 'zh',
});
const college = new Set(['un_college', 'un_office']);

export const people = {
  hr: actor('hr', [{ role: 'hr', units: null }]),
  head: actor('head', [{ role: 'hr_head', units: null }]),
  otherHead: actor('head2', [{ role: 'hr_head', units: null }]),
  board: actor('board', [{ role: 'board', units: null }]),
  /** Of the college, and one of its section heads himself. */
  leader: actor('leader', [{ role: 'leader', units: college }], sectionHead(4)),
  cadre: actor('cadre', [], sectionHead(3)),
  outsider: actor('outsider', []),
};

export async function aSchool(dialect: Dialect) {
  const home = await aStore(dialect);
  const { store } = home;
  await fill(store);
  const needed = {
    store,
    now: () => NOON,
    newId: countedIds(),
    dayOf: () => '2026-12-31',
    kinds: new Map<string, FileKind>(),
  };
  const faults: unknown[] = [];
  const jobs = jobsService({ ...needed, onFault: (fault) => faults.push(fault) });
  const appraisals = appraisalsService({ ...needed, jobs });
  /** Starts what ends in a job, and waits for it. */
  const done = async (started: Promise<{ job: { id: string } }>) => {
    const { job } = await started;
    const ended = await jobs.ended(job.id);
    if (faults.length > 0) throw faults.pop();
    return ended;
  };
  const open = () =>
    appraisals.open(people.hr, { year: YEAR, asOf: `${YEAR}-12-31`, vocabulary: 'publicInstitution' });
  return {
    store,
    url: home.options.url,
    appraisals,
    cadres: cadresService(needed),
    own: myRecordService(needed),
    jobs,
    done,
    open,
    measure: () => measure(store),
    remove: home.remove,
  };
}
export type School = Awaited<ReturnType<typeof aSchool>>;
