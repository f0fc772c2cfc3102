// One stage for the matrix: a school with a person for each principal to look at, and ninety who look.
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { type Answer, appOn, type Visitor } from './app.ts';
import type { Relation } from './golden-matrix.ts';
import { type Cell, CELLS, holdsOffice, isInRoster } from './matrix-cells.ts';
import { aCadre, aConstraint, aGrant, anAccount, anInaction, NOON } from './rows.ts';
import { aSchool, people, YEAR } from './school.ts';
import { act } from './store.ts';

export const HOME = 'un_college';
const ELSEWHERE = 'un_registry';
/** What nobody may meet who does not reach the person: found in an answer, it leaked. */
export const CANARY = { citizenId: '110101199003070134', phone: '13900001234', summary: '金丝雀事项' };

export const subjectOf = ({ principal }: Pick<Cell, 'principal'>) => ({
  cadreId: `cad_subject_${principal}`,
  staffNo: `subject-${principal}`,
  name: `对象${principal}`,
});

const staffNoOf = (cell: Cell): string =>
  cell.relation === 'self' ? subjectOf(cell).staffNo : `who-${cell.name}`;
export const accountOf = ({ name }: Cell): string => `acc_${name}`;
const unitOf = (relation: Relation): string => (relation === 'outOfScope' ? ELSEWHERE : HOME);

const signers = CELLS.filter(({ principal }) => principal !== 'anon');
const onStage = (relation: Relation): Cell[] => signers.filter((cell) => cell.relation === relation);

const aRelation = (more: Partial<Row<'relations'>>): Row<'relations'> => ({
  ...{ id: 'rel', cadreId: '', kind: 'relative', otherCadreId: null, namedStaffNo: null, namedAs: null },
  ...{ unitId: null, detail: '虚构', state: 'confirmed', declaredBy: 'acc_x', declaredAt: NOON, version: 1 },
  ...{ decidedBy: null, decidedAt: null, decidedReason: null },
  ...more,
});

export async function aMatrixStage() {
  const school = await aSchool('sqlite');
  const { store } = school;
  const { tables } = store;
  const sealed = {
    citizenIdSealed: store.sealed.seal(CANARY.citizenId),
    phoneSealed: store.sealed.seal(CANARY.phone),
  };
  const subjects = onStage('self').map((cell) => {
    const { cadreId: id, staffNo, name } = subjectOf(cell);
    return aCadre({ ...{ id, staffNo, name, unitId: HOME, rank: '正科' }, ...sealed, postTitle: '干事' });
  });
  const onlookers = signers
    .filter((cell) => isInRoster(cell) && cell.relation !== 'self')
    .map((cell) =>
      aCadre({
        id: `cad_${cell.name}`,
        staffNo: staffNoOf(cell),
        name: '旁人',
        unitId: unitOf(cell.relation),
      }),
    );
  await store.write(act('stage.set'), async (tx, changed) => {
    await addRows(tx, changed, tables.cadres, [...subjects, ...onlookers]);
    const accounts = signers.map((cell) => anAccount({ id: accountOf(cell), staffNo: staffNoOf(cell) }));
    await addRows(tx, changed, tables.accounts, [
      ...accounts,
      anAccount({ id: 'acc_spare', staffNo: 'spare' }),
    ]);
    const grants = signers
      .filter(({ principal }) => holdsOffice(principal))
      .map((cell) =>
        aGrant({
          ...{ id: `gr_${cell.name}`, accountId: accountOf(cell), role: cell.principal },
          unitId: unitOf(cell.relation),
        }),
      );
    await addRows(tx, changed, tables.grants, [
      ...grants,
      aGrant({ id: 'gr_spare', accountId: 'acc_spare', role: 'hr' }),
    ]);
    await addRows(tx, changed, tables.relations, [
      ...onStage('relative').map((cell) =>
        aRelation({
          id: `rel_${cell.name}`,
          cadreId: `cad_${cell.name}`,
          otherCadreId: subjectOf(cell).cadreId,
        }),
      ),
      ...onStage('self').map((cell) =>
        aRelation({
          ...{ id: `rel_${cell.name}`, cadreId: subjectOf(cell).cadreId },
          ...{ kind: 'represents', unitId: HOME },
        }),
      ),
    ]);
    await addRows(tx, changed, tables.conductRecords, [
      ...subjects.map(({ id: cadreId }) =>
        anInaction({ id: `con_${cadreId}`, cadreId, summary: CANARY.summary, documentNo: CANARY.summary }),
      ),
    ]);
    await addRows(
      tx,
      changed,
      tables.constraints,
      subjects.map(({ id: cadreId }) => aConstraint({ id: `cst_${cadreId}`, cadreId })),
    );
  });
  await school.open();
  await school.measure();
  await school.done(school.appraisals.run(people.hr, { year: YEAR }));

  const app = await appOn({ home: school });
  const visitors = new Map<string, Visitor>();
  const as = async (cell: Cell): Promise<Visitor> => {
    const known = visitors.get(cell.name);
    if (known) return known;
    const visitor = cell.principal === 'anon' ? app.visitor() : await app.visitorAs(accountOf(cell));
    visitors.set(cell.name, visitor);
    return visitor;
  };
  /** Somebody who comes anew, for what ends a session. */
  const anew = (cell: Cell): Promise<Visitor> =>
    cell.principal === 'anon' ? Promise.resolve(app.visitor()) : app.visitorAs(accountOf(cell));

  return { school, store, app, as, anew, accountOf, remove: () => app.remove() };
}
export type MatrixStage = Awaited<ReturnType<typeof aMatrixStage>>;

const EDGE = 'matrixEdge';
/** A small text as a browser would hand it in. */
export const uploadTo = (visitor: Visitor, path: string): Promise<Answer> =>
  visitor.send(
    'POST',
    path,
    Buffer.from(
      `--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n` +
        `content-type: application/pdf\r\n\r\n%PDF-1.4 x\r\n--${EDGE}--\r\n`,
    ),
    { 'content-type': `multipart/form-data; boundary=${EDGE}` },
  );
