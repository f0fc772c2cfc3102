import { describe, expect, test } from 'vitest';
import { type Bundle, contradictionsIn, overDecided, type Unsettled } from '../../scoring/index.ts';
import { aBundle, aCadre, aPool, cadresMeasured } from '../support/builders.ts';
import type { BundleBuilder, CadreBuilder } from '../support/builders.ts';

const pointersIn = (bundle: Unsettled<Bundle>) => contradictionsIn(bundle).map(({ pointer }) => pointer);
const refusedIn = (bundle: BundleBuilder) => pointersIn(bundle.facts);
const refusedOf = (cadre: CadreBuilder) => refusedIn(aBundle().of(cadre));

test('一份没有矛盾的数据不被拒绝', () => {
  expect(refusedIn(aBundle())).toEqual([]);
  expect(refusedIn(aBundle().of(aCadre().withInaction('1.1').inPostSince('2020-01-01')))).toEqual([]);
});

describe('编号须唯一', () => {
  test('重复的人员、名额组、单位编号，在后出现的一处指出，并写明先在何处', () => {
    const twice = aBundle()
      .with({ units: [...aBundle().facts.units, { id: 'u1', name: '又一个', kind: 'party' }] })
      .pooled(aPool('p1'), aPool('p1'))
      .of(aCadre('c1'), aCadre('c1'));
    expect(refusedIn(twice)).toEqual(['/pools/1/id', '/units/3/id', '/cadres/1/id']);
    const [first] = contradictionsIn(twice.facts);
    expect(first!.expected.zh).toContain('/pools/0/id');
    expect(first!.expected.en).toContain('/pools/0/id');
  });

  test('记录编号在整份数据内唯一，处分和督查结论的编号在一人之内唯一', () => {
    const first = aCadre('c1').withInaction('1.1', { id: 'r' });
    const second = aCadre('c2')
      .withInitiative(1, 'explore', { id: 'r' })
      .disciplined('party', 'warning', '2026-01-01', { id: 'd' })
      .investigated('2026-01-01')
      .disciplined('party', 'warning', '2026-01-01', { id: 'd' })
      .with({
        inspectionFindings: [
          { id: 'f', kind: 'style', on: '2026-01-01' },
          { id: 'f', kind: 'style', on: '2026-02-01' },
        ],
      });
    expect(refusedIn(aBundle().of(first, second))).toEqual([
      '/cadres/1/conduct/0/id',
      '/cadres/1/constraints/2/id',
      '/cadres/1/inspectionFindings/1/id',
    ]);
    const shared = aCadre('c3').disciplined('party', 'warning', '2026-01-01', { id: 'd' });
    expect(
      refusedIn(aBundle().of(shared, aCadre('c4').with({ constraints: shared.facts.constraints }))),
    ).toEqual([]);
  });
});

describe('引用的名额组和单位须存在', () => {
  test('不存在的名额组、单位、任职单位和并入对象，逐处指出', () => {
    const bundle = aBundle()
      .pooled(aPool('p1'), aPool('p2', { mergeInto: 'nowhere' }))
      .of(aCadre().inPool('p9').inUnit('u9').inPostSince('2020-01-01', { unitId: 'u8' }));
    expect(refusedIn(bundle)).toEqual([
      '/pools/1/mergeInto',
      '/cadres/0/pool',
      '/cadres/0/unitId',
      '/cadres/0/appointments/0/unitId',
    ]);
    expect(contradictionsIn(bundle.facts)[1]!.expected.en).toContain('p9');
  });
});

describe('并入他组的名额组', () => {
  test('不能并入本身也并入他组的组，也不能并入自己', () => {
    const chain = aBundle().pooled(
      aPool('p1'),
      aPool('p2', { mergeInto: 'p1' }),
      aPool('p3', { mergeInto: 'p2' }),
      aPool('p4', { mergeInto: 'p4' }),
    );
    expect(refusedIn(chain)).toEqual(['/pools/2/mergeInto', '/pools/3/mergeInto']);
  });

  test('没有自己的突出、机动名额和同分决定', () => {
    const own = aPool('p2', { mergeInto: 'p1', outstanding: true, extraPlaces: 1, decided: ['c1'] });
    expect(refusedIn(aBundle().with({ kind: 'term' }).pooled(aPool('p1'), own))).toEqual([
      '/pools/1/outstanding',
      '/pools/1/extraPlaces',
      '/pools/1/decided',
    ]);
  });
});

describe('止日不早于起日', () => {
  test('考核期、任职、请假、试用期和审查调查的止日早于起日的，逐处指出；同日可以', () => {
    const backwards = aCadre()
      .inPost('2020-01-02', '2020-01-01')
      .onLeave('sick', '2026-01-02', '2026-01-01')
      .onRecruitProbation('2026-01-02', '2026-01-01')
      .investigated('2026-01-02', '2026-01-01');
    expect(
      refusedIn(
        aBundle()
          .with({ period: { from: '2027-01-01', to: '2026-12-31' } })
          .of(backwards),
      ),
    ).toEqual([
      '/period/to',
      '/cadres/0/appointments/0/to',
      '/cadres/0/constraints/0/to',
      '/cadres/0/constraints/1/to',
      '/cadres/0/constraints/2/closedOn',
    ]);
    const oneDay = aCadre()
      .inPost('2020-01-01', '2020-01-01')
      .onLeave('sick', '2026-01-01', '2026-01-01')
      .investigated('2026-01-01', '2026-01-01')
      .refusedAppraisal(2026);
    expect(refusedOf(oneDay)).toEqual([]);
  });
});

describe('三: 一件事实的记录须前后一致', () => {
  const sameFact = { factId: 't1' } as const;

  test('三: 不为记录分属两个方面的，指出与哪一条不一致', () => {
    const cadre = aCadre().withInaction('1.1', sameFact).withInaction('1.2', sameFact);
    expect(refusedOf(cadre)).toEqual([]);
    const two = aBundle().of(cadre.withInaction('2.1', sameFact));
    expect(refusedIn(two)).toEqual(['/cadres/0/conduct/2/factId']);
    expect(contradictionsIn(two.facts)[0]!.expected.zh).toContain('/cadres/0/conduct/0');
  });

  test('四·考核: 担当记录分属两个方面或两种品质的，拒绝', () => {
    const cadre = aCadre().withInitiative(1, 'explore', sameFact);
    expect(refusedOf(cadre.withInitiative(2, 'explore', sameFact))).toHaveLength(1);
    expect(refusedOf(cadre.withInitiative(1, 'deliver', sameFact))).toHaveLength(1);
    expect(refusedOf(cadre.withInitiative(1, 'explore', sameFact))).toEqual([]);
  });

  test('三: 计入两个年份的拒绝，按计分之日论', () => {
    const cadre = aCadre().withInaction('1.1', { ...sameFact, occurredOn: '2026-01-01' });
    const before = { ...sameFact, occurredOn: '2025-12-31' };
    expect(refusedOf(cadre.withInaction('1.1', before))).toHaveLength(1);
    expect(refusedOf(cadre.withInaction('1.1', { ...before, countsOn: '2026-03-01' }))).toEqual([]);
  });

  test('三: 不为与担当、两个人之间，各是各的事实', () => {
    const cadre = aCadre().withInaction('1.1', sameFact).withInitiative(2, 'explore', sameFact);
    expect(refusedIn(aBundle().of(cadre, aCadre('c2').withInaction('3.4', sameFact)))).toEqual([]);
  });
});

describe('三: 条件和考核项须与行为和类别相合', () => {
  test('三: 行为没有的条件拒绝，指出是哪一条', () => {
    const cadre = aCadre().withInaction('3.1', { conditions: ['withinDuty', 'leadUnit'] });
    expect(refusedOf(cadre)).toEqual(['/cadres/0/conduct/0/conditions/1']);
    expect(refusedOf(aCadre().withInaction('1.1', { conditions: ['withinDuty'] }))).toHaveLength(1);
  });

  test('四·考核: 班子成员没有单位考核和党建考核', () => {
    const member = aCadre().butMeasured('unit', null).butMeasured('partyBuilding', 9000);
    expect(refusedOf(member)).toEqual(['/cadres/0/measures/unit', '/cadres/0/measures/partyBuilding']);
    expect(refusedOf(aCadre().asPrincipal())).toEqual([]);
  });
});

describe('一: 参数', () => {
  test('一: 意见施行之前没有参数，施行当日可以', () => {
    const early = aBundle().with({ period: { from: '2017-01-01', to: '2017-05-01' }, asOf: '2017-05-01' });
    expect(refusedIn(early)).toEqual(['/period/to', '/asOf']);
    expect(
      refusedIn(early.with({ period: { from: '2017-01-01', to: '2017-05-02' }, asOf: '2017-05-02' })),
    ).toEqual([]);
  });

  test('一: 没有的参数、超过全部的比例、同日两个值，拒绝', () => {
    const bundle = aBundle()
      .adopting('nothing' as 'quota.rate', '2026-01-01', 1)
      .adopting('quota.rate', '2026-01-01', 10_001)
      .adopting('quota.rate', '2026-01-01', 10_000)
      .adopting('rotation.limit', '2026-01-01', 10_001);
    expect(refusedIn(bundle)).toEqual([
      '/policy/overrides/0/parameter',
      '/policy/overrides/1/value',
      '/policy/overrides/2/from',
    ]);
  });
});

describe('四·考核: 机动名额和同分决定', () => {
  const seven = () => cadresMeasured(...Array.from({ length: 7 }, () => 8000));
  const three = () =>
    seven()
      .slice(0, 3)
      .map((cadre) => cadre.with({ id: `y${cadre.facts.id}` }).inPool('p2'));
  const allotting = (first: number, second: number) =>
    aBundle()
      .pooled(aPool('p1', { extraPlaces: first }), aPool('p2', { extraPlaces: second }))
      .of(...seven(), ...three());

  test('四·考核: 机动名额合计不超过各组零头之和，超过的在每一处指出并写明有几个', () => {
    expect(refusedIn(allotting(1, 0))).toEqual([]);
    expect(refusedIn(allotting(0, 1))).toEqual([]);
    const over = allotting(1, 1);
    expect(refusedIn(over)).toEqual(['/pools/0/extraPlaces', '/pools/1/extraPlaces']);
    expect(contradictionsIn(over.facts)[0]!.expected.zh).toContain('合计不超过 1 个机动名额，已分配 2 个');
  });

  test('四·考核: 学校另定比例的，按另定的比例算零头', () => {
    const lower = allotting(1, 0).adopting('quota.rate', '2026-01-01', 500);
    expect(refusedIn(lower)).toEqual(['/pools/0/extraPlaces']);
    expect(refusedIn(allotting(2, 0).with({ kind: 'special' }))).toEqual([]);
  });

  test('四·考核: 同分决定的人数不超过余下名额', () => {
    const tied = (decided: readonly string[]) =>
      aBundle()
        .pooled(aPool('p0'), aPool('p1', { decided }))
        .of(...cadresMeasured(9300, 9300, 9300, 8000, 8000));
    expect(overDecided(tied(['x01']).facts)).toEqual([]);
    expect(overDecided(tied(['x01', 'x01', 'x04', 'c9']).facts)).toEqual([]);
    const over = overDecided(tied(['x01', 'x02']).facts);
    expect(over.map(({ pointer }) => pointer)).toEqual(['/pools/1/decided']);
    expect(over[0]!.expected.en).toContain('at most 1 of the tied; 2 are decided');
    expect(overDecided(tied([]).facts)).toEqual([]);
    expect(overDecided(tied(['x01', 'x02']).with({ kind: 'term' }).facts)).toEqual([]);
  });
});

describe('读不全的数据，读得出的部分照样查', () => {
  test('什么也没有的数据没有矛盾可言', () => {
    expect(pointersIn({})).toEqual([]);
    expect(pointersIn({ pools: null, units: null, cadres: [undefined], policy: null, period: null })).toEqual(
      [],
    );
    expect(pointersIn({ pools: [{}], units: [{}], cadres: [{}], policy: { overrides: [{}, {}] } })).toEqual(
      [],
    );
  });

  test('缺项的记录不妨碍指出别处的矛盾', () => {
    const bundle: Unsettled<Bundle> = {
      period: { to: '2026-12-31' },
      pools: [{ id: 'p1' }, { extraPlaces: 3 }, { id: 'p3', mergeInto: 'p1' }],
      cadres: [
        {
          measures: { unit: 1 },
          conduct: [
            { kind: 'inaction', factId: 't1', code: '1.1' },
            { kind: 'inaction', factId: 't1', occurredOn: '2026-01-01' },
            { kind: 'initiative', factId: 't1', occurredOn: '2026-01-01' },
            { kind: 'initiative', factId: 't1', occurredOn: '2026-01-01', area: 1 },
            { factId: 't1', occurredOn: '2026-01-01' },
            { kind: 'inaction', code: '1.4', conditions: [undefined, 'leadUnit'] },
          ],
          constraints: [{ kind: 'leave', from: '2026-01-02' }, { kind: 'discipline' }, {}],
          appointments: [{ to: '2020-01-01' }],
        },
        { template: 'member' },
      ],
      policy: {
        overrides: [
          { parameter: 'quota.rate', from: '2026-01-01' },
          { parameter: 'quota.rate', value: 5 },
          { from: '2026-01-01' },
        ],
      },
    };
    expect(pointersIn(bundle)).toEqual(['/cadres/0/conduct/5/conditions/1', '/pools/1/extraPlaces']);
  });

  test('所有矛盾一次指出', () => {
    const cadre = aCadre()
      .withInaction('1.1', { conditions: ['leadUnit'] })
      .inPost('2020-02-01', '2020-01-01')
      .inUnit('u9');
    const bundle = aBundle().pooled(aPool('p1'), aPool('p1')).of(cadre);
    expect(refusedIn(bundle)).toEqual([
      '/pools/1/id',
      '/cadres/0/unitId',
      '/cadres/0/appointments/0/to',
      '/cadres/0/conduct/0/conditions/0',
    ]);
  });
});
