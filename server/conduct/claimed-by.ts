// While the person's own time to answer runs, only he claims an exemption: his claim is his answer, and nobody answers for
// him (procedures.md section 3). On paper he does so through whoever enters it.
import { accountsOfCadre } from '../../db/queries/notices.ts';
import type { Bar } from '../procedures/file-kind.ts';

export const onlyByThePerson: Bar = async ({ db, tables, file, by }) => {
  if (file.state !== 'notified' || file.cadreId === null) return [];
  const own = await accountsOfCadre(db, tables, file.cadreId);
  if (own.some(({ id }) => id === by)) return [];
  const detail = {
    zh: '陈述期内由本人申请免责；本人陈述之后，所在单位和组织部也可以替他申请',
    en: 'While he may answer, only the person himself claims an exemption; afterwards the unit and HR may do so for him',
  };
  return [{ pointer: '/event', detail }];
};
