// 更正申请: the person asks, HR looks into the archive, its head corrects or keeps; what is corrected changes the roster.
import { correctionOf } from '../../db/queries/corrections.ts';
import { cadreById, cadresByCitizenId } from '../../db/queries/roster.ts';
import { changeRow } from '../../db/rows.ts';
import type { SealedFields } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor, Touched } from '../permissions/actor.ts';
import { isRecusedFrom, may } from '../permissions/may.ts';
import type { Effect, EffectOf, FileKind } from '../procedures/file-kind.ts';
import { machineOf } from '../procedures/machines.ts';
import { AskAgain, VerifyCorrection } from './corrections.contract.ts';
import { citizenIdTaken, nothingToCorrect } from './corrections.problems.ts';
import { changeOf, type Correcting, entryOf, type Field, valueFrom } from './fields.ts';

const OFFICES = ['profile.update', 'profile.correction.answer', 'profile.citizen_id.read'] as const;

/** Whoever would handle it but for being related: he is told so, and sees no value. */
export const standsBack = (actor: Actor, touched: Touched): boolean =>
  touched.cadreId !== actor.cadreId && OFFICES.some((office) => isRecusedFrom(actor, office, touched));

const mayRead = (actor: Actor, touched: Touched): boolean =>
  may(actor, 'profile.correction.request', touched) ||
  OFFICES.some((office) => may(actor, office, touched)) ||
  standsBack(actor, touched);

/** What was found goes into the file sealed, never into the course of the file, which is read by more people. */
const Verified = VerifyCorrection.transform(({ document }) => ({ document }));

const rowOf = async ({ tx, tables, file }: EffectOf): Promise<Row<'corrections'>> =>
  (await correctionOf(tx, tables, file.id))!;

/** What was found before counts no more. */
const forget: Effect = async (work) => {
  const before = await rowOf(work);
  await changeRow(work.tx, work.changed, work.tables.corrections, { before, set: { foundSealed: null } });
};

const askAgain: Effect = async (work) => {
  const before = await rowOf(work);
  const { basis } = AskAgain.parse(work.event.data);
  await changeRow(work.tx, work.changed, work.tables.corrections, {
    before,
    set: { basis, foundSealed: null },
  });
};

/** The roster says from here on what the archive says. */
const correct =
  (correcting: Correcting): Effect =>
  async (work) => {
    const { tx, changed, tables } = work;
    const { cadreId, field: name, foundSealed } = await rowOf(work);
    const field = name as Field;
    const before = await cadreById(tx, tables, cadreId);
    if (!before || foundSealed === null) throw new Refused(notFound);
    const found = correcting.sealed.unseal(foundSealed);
    if (found === entryOf(field, before, correcting.sealed)) throw new Refused(nothingToCorrect);
    const set = changeOf(field, found, correcting);
    if (set.citizenIdLookup != null) {
      const owners = await cadresByCitizenId(tx, tables, [set.citizenIdLookup]);
      if (owners.some(({ id }) => id !== cadreId)) throw new Refused(citizenIdTaken);
    }
    await changeRow(tx, changed, tables.cadres, { before, set });
  };

export const correctionKind = (correcting: Correcting): FileKind => ({
  machine: machineOf('correction'),
  title: { zh: '更正申请', en: 'Correction' },
  page: '/corrections',
  words: {
    states: {
      draft: { zh: '草稿', en: 'Draft' },
      submitted: { zh: '等待组织部核实', en: 'Waits for HR to check' },
      verified: { zh: '等待组织部负责人答复', en: 'Waits for the head of HR' },
      answered: { zh: '维持原登记，可再申请一次', en: 'Kept; may be asked once more' },
      corrected: { zh: '已更正', en: 'Corrected' },
      kept: { zh: '维持原登记', en: 'Kept as it is' },
      withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    },
    events: {
      submit: { zh: '提交申请', en: 'Submit' },
      withdraw: { zh: '撤回申请', en: 'Withdraw' },
      verify: { zh: '记录核实结果', en: 'Record what the archive says' },
      correct: { zh: '更正登记', en: 'Correct the entry' },
      keep: { zh: '维持原登记', en: 'Keep the entry' },
      return: { zh: '退回重新核实', en: 'Return to be checked again' },
      ask_again: { zh: '再次申请', en: 'Ask once more' },
      window_over: { zh: '期限届满', en: 'The time ended' },
    },
  },
  mayRead,
  carries: { verify: Verified, ask_again: AskAgain },
  withoutReason: ['submit', 'withdraw', 'verify', 'ask_again'],
  effects: { return: forget, ask_again: askAgain, correct: correct(correcting) },
});

/** The kind for one act of verifying: with what was found in the archive, sealed. */
export const verifying = (kind: FileKind, typed: string, sealed: SealedFields): FileKind => ({
  ...kind,
  effects: {
    ...kind.effects,
    async verify(work) {
      const before = await rowOf(work);
      const found = valueFrom(before.field as Field, typed, '/data/found');
      await changeRow(work.tx, work.changed, work.tables.corrections, {
        before,
        set: { foundSealed: sealed.seal(found) },
      });
    },
  },
});
