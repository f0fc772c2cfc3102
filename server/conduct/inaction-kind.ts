// 不为记录: found by one, verified by another, told to the person, answered, reviewed by a third; then it may be appealed.
import { inactionOf, recordById } from '../../db/queries/conduct-files.ts';
import { changeRow } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { type BehaviourCode, behaviours, type Condition, conditions } from '../../scoring/index.ts';
import { openClaim } from '../exemptions/claim.ts';
import type { ProblemPlace } from '../http/problem.ts';
import { may, seesMasked } from '../permissions/may.ts';
import { serve } from '../procedures/carry.ts';
import type { Bar, Effect, EffectOf, FileKind } from '../procedures/file-kind.ts';
import { machineOf } from '../procedures/machines.ts';
import { onlyByThePerson } from './claimed-by.ts';
import { INACTION_EVENTS, INACTION_STATES } from './conduct-words.ts';
import { AskReview, ImportPast, Respond, VerifyInaction } from './inaction-events.ts';
import { wrongInactionFact } from './inaction-facts.ts';
import { isToldBefore, keepInaction } from './inaction-record.ts';
import { neverHeavier, remittedFrom } from './never-heavier.ts';
import { groundsOfPast } from './past-grounds.ts';

const READ = 'inaction.read';
/** What anybody with the right to read may know of; everything else is between the person and the file's officers. */
const OPEN_STATES = ['final', 'final_expired'];

const rowOf = async ({ tx, tables, file }: EffectOf): Promise<Row<'inactionFiles'>> =>
  (await inactionOf(tx, tables, file.id))!;

/** Only conditions that the behaviour's clause attaches can be proven. */
function conditionsOfOthers(code: BehaviourCode, proven: readonly Condition[], at: string): ProblemPlace[] {
  const own: readonly Condition[] = behaviours[code].conditions;
  return proven.flatMap((condition, i) =>
    own.includes(condition)
      ? []
      : [
          {
            pointer: `/data/conditions/${i}${at}`,
            detail: {
              zh: `“${behaviours[code].zh}”没有附加条件“${conditions[condition].zh}”`,
              en: `“${behaviours[code].en}” has no condition “${conditions[condition].en}”`,
            },
          },
        ],
  );
}
const onlyOwnConditions: Bar = async ({ db, tables, file, data }) => {
  const { code } = (await inactionOf(db, tables, file.id))!;
  const proven = VerifyInaction.parse(data).conditions.map(({ condition }) => condition);
  return conditionsOfOthers(code, proven, '/condition');
};
/** A past decision has its document; what it found fits the behaviour. */
const onlyDocumented: Bar = async ({ db, tables, file, data }) => {
  const { code, documentNo } = (await inactionOf(db, tables, file.id))!;
  const strange = conditionsOfOthers(code, ImportPast.parse(data).conditions, '');
  const detail = { zh: '以前的决定须写明文号', en: 'A past decision needs its document number' };
  return documentNo === null ? [{ pointer: '/documentNo', detail }, ...strange] : strange;
};

/** What came with an import was looked at there. */
const ofOneFact: Bar = async ({ db, tables, file }) => {
  const said = (await inactionOf(db, tables, file.id))!;
  if (said.isPast) return [];
  return wrongInactionFact({ db, tables }, said, { besideFileId: file.id, pointer: '/event' });
};
const every =
  (...bars: readonly Bar[]): Bar =>
  async (asked) => {
    const places: ProblemPlace[] = [];
    for (const bar of bars) places.push(...(await bar(asked)));
    return places;
  };

const verify: Effect = async (work) => {
  const before = await rowOf(work);
  const isRemitted = (await remittedFrom(work.tx, work.tables, work.file.id)) !== null;
  const {
    severity,
    responsibility,
    cause,
    conditions: proven,
    ...why
  } = VerifyInaction.parse(work.event.data);
  await changeRow(work.tx, work.changed, work.tables.inactionFiles, {
    before,
    set: {
      ...{ severity, responsibility, cause, conditions: proven.map(({ condition }) => condition) },
      // What softened it stays through an appeal.
      isMitigated: isRemitted && before.isMitigated,
      grounds: {
        severity: why.severityReason,
        responsibility: why.responsibilityReason,
        cause: why.causeReason,
        conditions: Object.fromEntries(proven.map(({ condition, reason }) => [condition, reason])),
      },
    },
  });
};

const enterPast: Effect = async (work) => {
  const before = await rowOf(work);
  const found = ImportPast.parse(work.event.data);
  await changeRow(work.tx, work.changed, work.tables.inactionFiles, {
    before,
    set: { ...found, grounds: groundsOfPast({ ...found, documentNo: before.documentNo }), isPast: true },
  });
};

const mitigate: Effect = async (work) => {
  const before = await rowOf(work);
  await changeRow(work.tx, work.changed, work.tables.inactionFiles, { before, set: { isMitigated: true } });
};

/** 澄清: a notice that the record stands no more, about this one matter only. */
const clear: Effect = (work) => serve(work, work.file, work.event.id);

export const inactionKind = (): FileKind => ({
  machine: machineOf('inaction'),
  title: { zh: '不为记录', en: 'Inaction record' },
  page: '/conduct',
  words: { states: INACTION_STATES, events: INACTION_EVENTS },
  mayRead: (actor, touched) => may(actor, READ, touched),
  isMasked: (actor, touched) => seesMasked(actor, READ, touched),
  titleTells: true,
  authorsOnly: ['withdrawn'],
  confidential: Object.keys(INACTION_STATES).filter((state) => !OPEN_STATES.includes(state)),
  officeOf: ['file.assign'],
  beforeNotice: ['lead', 'verified', 'imported', 'unfounded'],
  carries: {
    ...{ verify: VerifyInaction, import_past: ImportPast },
    ...{ respond: Respond, request_review: AskReview, appeal: AskReview },
  },
  withoutReason: [
    ...['submit', 'withdraw', 'notify', 'respond', 'claim_exemption', 'verify'],
    ...['request_review', 'appeal', 'withdraw_appeal'],
  ],
  answeredIn: ['answered', 'answered2'],
  bars: {
    submit: ofOneFact,
    verify: every(onlyOwnConditions, ofOneFact, neverHeavier),
    claim_exemption: onlyByThePerson,
    import_past: every(onlyDocumented, ofOneFact),
  },
  effects: {
    verify,
    import_past: enterPast,
    claim_exemption: openClaim,
    exemption_mitigated: mitigate,
    lighten: mitigate,
    revoke: clear,
    overturn: clear,
    correct: clear,
  },
  afterwards: (work) => keepInaction(work),
  async served({ event, day, ...within }) {
    if (event.event !== 'notify') return;
    const { tx, tables, file } = within;
    const said = (await inactionOf(tx, tables, file.id))!;
    const record = said.recordId === null ? undefined : await recordById(tx, tables, said.recordId);
    if (!isToldBefore(said, record)) await keepInaction({ ...within, event }, day);
  },
});
