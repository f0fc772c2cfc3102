// Rows for tests: say what matters, the rest is ordinary.
import type { Row } from '../../db/tables/index.ts';

/** When everything in a test happens: noon in Beijing on the last day of 2026. */
export const NOON = Date.UTC(2026, 11, 31, 4);

const fresh = { batchId: null, recordedAt: NOON, withdrawnAt: null };
const counts = { ...fresh, confirmedAt: NOON, confirmedBy: 'acc_head', supersedesId: null };

export const aUnit = (more: Partial<Row<'units'>> = {}): Row<'units'> => ({
  id: 'un_1',
  code: 'U1',
  name: '教务处',
  nameKey: 'jiao4 wu4 chu4|教务处',
  kind: 'administration',
  parentId: null,
  version: 1,
  ...fresh,
  ...more,
});

export const aPost = (more: Partial<Row<'posts'>> = {}): Row<'posts'> => ({
  id: 'po_1',
  code: 'P1',
  name: '处长',
  unitId: 'un_1',
  rank: '正处',
  isChief: true,
  isSensitive: false,
  version: 1,
  ...fresh,
  ...more,
});

export const aCadre = (more: Partial<Row<'cadres'>> = {}): Row<'cadres'> => ({
  id: 'cad_1',
  staffNo: 'S001',
  name: '张三',
  nameKey: 'zhang1 san1|张三',
  namePinyin: 'zhangsan',
  nameInitials: 'zs',
  citizenIdSealed: null,
  citizenIdLookup: null,
  phoneSealed: null,
  unitId: 'un_1',
  postTitle: '处长',
  rank: '正处',
  template: 'member',
  cadreSince: '2010-07-01',
  retiresOn: null,
  isSpecialist: false,
  isPartySecretary: false,
  version: 1,
  ...fresh,
  ...more,
});

export const anAppointment = (more: Partial<Row<'appointments'>> = {}): Row<'appointments'> => ({
  id: 'app_1',
  cadreId: 'cad_1',
  postId: 'po_1',
  unitId: 'un_1',
  rank: '正处',
  fromOn: '2018-03-01',
  toOn: null,
  isSensitive: true,
  version: 1,
  ...fresh,
  ...more,
});

export const anAccount = (more: Partial<Row<'accounts'>> = {}): Row<'accounts'> => ({
  id: 'acc_1',
  staffNo: 'S001',
  cadreId: null,
  passwordHash: null,
  state: 'active',
  sessionVersion: 1,
  slipHash: null,
  slipExpiresAt: null,
  totpSealed: null,
  totpSince: null,
  totpStep: null,
  recoveryHashes: null,
  version: 1,
  ...fresh,
  ...more,
});

export const aGrant = (more: Partial<Row<'grants'>> = {}): Row<'grants'> => ({
  id: 'gr_1',
  accountId: 'acc_1',
  role: 'hr',
  unitId: null,
  fromOn: '2026-01-01',
  untilOn: null,
  proposalId: null,
  grantedBy: 'acc_sec',
  grantedAt: NOON,
  endedAt: null,
  endedBy: null,
  ...more,
});

export const aBatch = (more: Partial<Row<'importBatches'>> = {}): Row<'importBatches'> => ({
  id: 'bat_1',
  kind: 'roster',
  year: null,
  fileName: 'roster.xlsx',
  fileHash: 'f'.repeat(64),
  counts: { added: 1, updated: 0, unchanged: 0, failed: 0 },
  state: 'applied',
  appliedBy: 'acc_hr',
  appliedAt: NOON,
  confirmedBy: null,
  confirmedAt: null,
  undoneBy: null,
  undoneAt: null,
  reason: null,
  ...more,
});

export const aYear = (year = 2026): Row<'years'> => ({
  year,
  periodFrom: `${year}-01-01`,
  periodTo: `${year}-12-31`,
  asOf: `${year}-12-31`,
  vocabulary: 'publicInstitution',
  state: 'open',
  version: 1,
});

export const aPool = (more: Partial<Row<'pools'>> = {}): Row<'pools'> => ({
  id: 'pool_1',
  year: 2026,
  name: '中层正职',
  isOutstanding: false,
  mergeIntoId: null,
  extraPlaces: 0,
  version: 1,
  ...more,
});

export const anEnrolment = (more: Partial<Row<'enrolments'>> = {}): Row<'enrolments'> => ({
  id: 'en_1',
  year: 2026,
  cadreId: 'cad_1',
  poolId: 'pool_1',
  unitId: 'un_1',
  template: 'member',
  version: 1,
  ...more,
});

export const aMeasure = (more: Partial<Row<'measures'>> = {}): Row<'measures'> => ({
  id: 'me_1',
  year: 2026,
  cadreId: 'cad_1',
  measure: 'democratic',
  value: 8650,
  ...counts,
  ...more,
});

export const anInaction = (more: Partial<Row<'conductRecords'>> = {}): Row<'conductRecords'> => ({
  id: 'con_1',
  cadreId: 'cad_1',
  ledger: 'inaction',
  code: '1.4',
  area: 1,
  quality: null,
  occurredOn: '2026-05-03',
  countsOn: null,
  notifiedOn: '2026-06-01',
  severity: 'general',
  responsibility: 'direct',
  level: null,
  role: null,
  finding: 'upheld',
  conditions: ['keyWorkMissed'],
  cause: 'unable',
  factId: null,
  documentNo: '校纪〔2026〕1号',
  summary: '重点工作未按期完成',
  weighedAt: null,
  ...counts,
  ...more,
});

export const anInitiative = (more: Partial<Row<'conductRecords'>> = {}): Row<'conductRecords'> =>
  anInaction({
    id: 'con_2',
    ledger: 'initiative',
    code: null,
    area: 2,
    quality: 'explore',
    severity: null,
    responsibility: null,
    level: 'school',
    role: 'lead',
    finding: 'verified',
    conditions: [],
    cause: null,
    notifiedOn: null,
    summary: '率先试点',
    ...more,
  });

export const aConstraint = (more: Partial<Row<'constraints'>> = {}): Row<'constraints'> => ({
  id: 'cst_1',
  cadreId: 'cad_1',
  kind: 'discipline',
  source: 'party',
  measure: 'warning',
  effectiveOn: '2026-03-01',
  ground: 'work',
  months: null,
  openedOn: null,
  closedOn: null,
  leaveType: null,
  fromOn: null,
  toOn: null,
  year: null,
  documentNo: null,
  ...counts,
  ...more,
});

export const aRun = (more: Partial<Row<'runs'>> = {}): Row<'runs'> => ({
  id: 'run_1',
  year: 2026,
  asOf: '2026-12-31',
  policyId: 'dandang',
  policyVersion: '2026-12-31',
  policyHash: 'p',
  inputHash: 'i',
  resultHash: 'r',
  cadreCount: 1,
  input: '{}',
  pools: '[]',
  reserve: 0,
  runBy: 'acc_hr',
  ranAt: NOON,
  supersededBy: null,
  state: 'done',
  ...more,
});

/** Columns every counting fact has, for the tables without a builder of their own. */
export const counting = counts;
