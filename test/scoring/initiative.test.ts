import { describe, expect, test } from 'vitest';
import {
  AREAS,
  clauseOfArea,
  INITIATIVE_ROLES,
  type InitiativeRole,
  type Level,
  LEVELS,
} from '../../scoring/index.ts';
import { aBundle, aCadre, lineOf, pointsOf, resultOf, unsaid } from '../support/builders.ts';

const record = 'c1-r1';

describe('四·考核: 担当加分按级别和角色计', () => {
  const points: Record<Level, number> = { unit: 100, school: 300, provincial: 500, national: 800 };
  const shares: Record<InitiativeRole, number> = { lead: 1, core: 0.6, participant: 0.3 };
  const cases = LEVELS.flatMap((level) => INITIATIVE_ROLES.map((role) => ({ level, role })));

  test.each(cases)('四·考核: $level、$role 的加分按规定折算', ({ level, role }) => {
    const result = resultOf(aCadre().measured(8600).withInitiative(2, 'explore', { level, role }));
    const expected = points[level] * shares[role];
    expect(lineOf(result, record)).toMatchObject({ points: expected, reason: 'counts', clause: '三(二)' });
    expect(result).toMatchObject({ credits: expected, balance: expected, total: 8600 + expected });
  });

  test('四·考核: 加分理由写明方面、品质、级别、角色和分数，中英文都写', () => {
    const { because } = lineOf(resultOf(aCadre().withInitiative(5, 'shoulder')), record);
    expect(because.zh).toBe('“处置突发事件”方面敢于担当，校级，牵头，加 3.00 分。');
    expect(because.en).toBe('Emergencies, shoulders responsibility, school level, lead: 3.00 points added.');
  });

  test.each([
    ['open', '尚未核实', 'not verified yet'],
    ['dismissed', '核实不成立', 'not to hold'],
  ] as const)('四·考核: 认定为 %s 的担当不加分，并写明理由', (finding, zh, en) => {
    const line = lineOf(resultOf(aCadre().withInitiative(1, 'deliver', { finding })), record);
    expect(line).toMatchObject({ points: 0, reason: finding });
    expect(line.because.zh).toContain(zh);
    expect(line.because.en).toContain(en);
  });

  test.each(AREAS)('四·考核: 第 %i 方面的担当引用该方面的条款', (area) => {
    expect(lineOf(resultOf(aCadre().withInitiative(area, 'deliver')), record).clause).toBe(
      clauseOfArea(area),
    );
  });

  test.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 0],
  ] as const)('四·考核: %s 的担当，2026 年度内有 %i 行', (occurredOn, lines) => {
    expect(resultOf(aCadre().withInitiative(1, 'explore', { occurredOn })).lines).toHaveLength(lines);
  });
});

describe('四·考核: 同一事实只计最高的一条', () => {
  test('四·考核: 其余各条写明与哪一条同一事实', () => {
    const result = resultOf(
      aCadre()
        .withInitiative(1, 'explore', { factId: 't1', level: 'unit' })
        .withInitiative(1, 'explore', { factId: 't1', level: 'national' }),
    );
    expect(lineOf(result, 'c1-r1')).toMatchObject({ points: 0, reason: 'sameFact' });
    expect(unsaid(lineOf(result, 'c1-r1').because, 'c1-r2')).toEqual([]);
    expect(result.credits).toBe(800);
  });

  test('四·考核: 一样高的，编号小的一条计分，不论先后', () => {
    for (const ids of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const [first, second] = ids;
      const result = resultOf(
        aCadre()
          .withInitiative(1, 'explore', { factId: 't1', id: first })
          .withInitiative(1, 'explore', { factId: 't1', id: second }),
      );
      expect(lineOf(result, 'a').reason).toBe('counts');
      expect(lineOf(result, 'b').reason).toBe('sameFact');
    }
  });

  test('四·考核: 同一事实中未核实的一条保留自己的理由', () => {
    const result = resultOf(
      aCadre()
        .withInitiative(1, 'explore', { factId: 't1', finding: 'open', level: 'national' })
        .withInitiative(1, 'explore', { factId: 't1' }),
    );
    expect(lineOf(result, 'c1-r1').reason).toBe('open');
    expect(result.credits).toBe(300);
  });

  test('三、四·考核: 一件事既有不为也有担当的，两本账各计各的', () => {
    const result = resultOf(
      aCadre().withInaction('2.1', { factId: 't1' }).withInitiative(2, 'explore', { factId: 't1' }),
    );
    expect(result).toMatchObject({ credits: 300, deductions: 200, balance: 100 });
  });
});

describe('四·考核: 同类担当递减', () => {
  const four = aCadre()
    .withInitiative(1, 'explore', { level: 'unit' })
    .withInitiative(1, 'explore', { level: 'school' })
    .withInitiative(1, 'explore', { level: 'unit', occurredOn: '2026-03-01' })
    .withInitiative(1, 'explore', { level: 'unit' });

  test('四·考核: 同方面同品质的，最高一项全计，第二项一半，第三项四分之一，其后不计', () => {
    const result = resultOf(four);
    const points = ['c1-r2', 'c1-r3', 'c1-r1', 'c1-r4'].map((id) => lineOf(result, id).points);
    expect(points).toEqual([300, 50, 25, 0]);
    expect(result.credits).toBe(375);
  });

  test('四·考核: 递减的理由写明应加几分、第几项、按多少计', () => {
    const line = lineOf(resultOf(four), 'c1-r1');
    expect(line.reason).toBe('diminished');
    expect(unsaid(line.because, '1.00', '3', '25%')).toEqual([]);
    expect(line.parameters).toContain('initiative.diminishing.third');
    expect(lineOf(resultOf(four), 'c1-r4').parameters).toContain('initiative.diminishing.later');
  });

  test('四·考核: 分数相同、日期相同的，编号小的在前', () => {
    const result = resultOf(
      aCadre().withInitiative(1, 'explore', { id: 'b' }).withInitiative(1, 'explore', { id: 'a' }),
    );
    expect([lineOf(result, 'a').points, lineOf(result, 'b').points]).toEqual([300, 150]);
  });

  test('四·考核: 另一品质或另一方面不递减', () => {
    const other = aCadre()
      .withInitiative(1, 'explore')
      .withInitiative(1, 'shoulder')
      .withInitiative(2, 'explore');
    expect(resultOf(other).credits).toBe(900);
  });
});

describe('四·考核: 加分上限', () => {
  test('四·考核: 一个方面最多加 8 分，恰好 8 分不截', () => {
    const eight = aCadre().withInitiative(1, 'explore', { level: 'national' });
    expect(pointsOf(resultOf(eight), 'initiative.cap.area')).toEqual([]);
    const participant = { level: 'unit', role: 'participant' } as const;
    const result = resultOf(eight.withInitiative(1, 'shoulder', participant));
    expect(pointsOf(result, 'initiative.cap.area')).toEqual([-30]);
    const line = result.lines.find(({ rule }) => rule === 'initiative.cap.area')!;
    expect(line).toMatchObject({ reason: 'cap', clause: '三(一)', parameters: ['initiative.cap.area'] });
    expect(unsaid(line.because, '8.30', '8.00')).toEqual([]);
  });

  test('四·考核: 全部加分最多 10 分，恰好 10 分不截', () => {
    const ten = aCadre()
      .withInitiative(1, 'explore', { level: 'provincial' })
      .withInitiative(2, 'explore', { level: 'provincial' });
    expect(pointsOf(resultOf(ten), 'initiative.cap.total')).toEqual([]);
    const result = resultOf(ten.withInitiative(3, 'deliver', { level: 'unit', role: 'participant' }));
    expect(pointsOf(result, 'initiative.cap.total')).toEqual([-30]);
    expect(result.credits).toBe(1000);
    const line = result.lines.find(({ rule }) => rule === 'initiative.cap.total')!;
    expect(line).toMatchObject({ reason: 'cap', clause: '四·考核', parameters: ['initiative.cap.total'] });
    expect(unsaid(line.because, '10.30', '10.00')).toEqual([]);
  });

  test('四·考核: 先截方面，再截全部', () => {
    const result = resultOf(aCadre().withOutstandingInitiative().withInitiative(1, 'explore'));
    expect(pointsOf(result, 'initiative.cap.area')).toEqual([-300]);
    expect(pointsOf(result, 'initiative.cap.total')).toEqual([-3800]);
  });

  test('四·考核: 学校另定加分上限的，从其规定', () => {
    const bundle = aBundle()
      .of(aCadre().withOutstandingInitiative())
      .adopting('initiative.cap.total', '2026-06-01', 500);
    expect(bundle.resultOf().credits).toBe(500);
  });
});
