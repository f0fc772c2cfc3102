import { describe, expect, test } from 'vitest';
import { allParameters, PARAMETERS, parameters } from '../../scoring/index.ts';
import { command as exempt } from '../../server/commands/exempt.ts';
import { command as parametersCommand } from '../../server/commands/parameters.ts';
import { command as qualify } from '../../server/commands/qualify.ts';
import { command as tabulate } from '../../server/commands/tabulate.ts';
import { answered, pointersOf } from '../support/cli.ts';

describe('tabulate：汇总民主测评', () => {
  const ballot = (group: string, marks: unknown) => ({ group, marks });
  const campaign = (more: object = {}) => ({
    groups: [{ id: 'A', weight: 4000, eligible: 5 }],
    items: ['overall'],
    ballots: Array.from({ length: 5 }, () => ballot('A', { c1: { overall: 'excellent' } })),
    ...more,
  });
  const pointersFor = async (input: unknown) => pointersOf(await answered(tabulate, input));

  test('四·考核: 汇总的结果，最少票数没有写的用参数', async () => {
    const { answer } = await answered(tabulate, campaign());
    expect(answer).toMatchObject({ turnout: { valid: true }, subjects: [{ id: 'c1', score: 10_000 }] });
    const { answer: held } = await answered(tabulate, campaign({ minimumGroup: 6 }));
    expect(held).toMatchObject({ subjects: [{ score: null }] });
  });

  test('四·考核: 写错的一票被指出，不是悄悄丢掉', async () => {
    const wrong = campaign({
      ballots: [
        ballot('A', { c1: { overall: 'splendid' } }),
        ballot('Z', { c1: { overall: 'basic' } }),
        ballot('A', { c1: { virtue: 'basic' }, 'c/2': { courage: 'basic' } }),
        ballot('A', { c1: 'excellent' }),
        JSON.parse('{"group":"A","marks":{"__proto__":{"overall":"basic"}}}'),
      ],
    });
    expect((await pointersFor(wrong)).sort()).toEqual([
      '/ballots/0/marks/c1/overall',
      '/ballots/1/group',
      '/ballots/2/marks/c1/virtue',
      '/ballots/2/marks/c~12/courage',
      '/ballots/3/marks/c1',
      '/ballots/4/marks/__proto__',
    ]);
  });

  test('四·考核: 组的编号重复、权重越界、项目不成套，逐处指出', async () => {
    const groups = [
      { id: 'A', weight: 10_001, eligible: 1 },
      { id: 'A', weight: 1, eligible: -1 },
      { weight: 1, eligible: 1 },
    ];
    expect((await pointersFor(campaign({ groups, minimumGroup: 0 }))).sort()).toEqual([
      '/groups/0/weight',
      '/groups/1/eligible',
      '/groups/1/id',
      '/groups/2/id',
      '/minimumGroup',
    ]);
    expect(await pointersFor(campaign({ items: ['virtue'] }))).toContain('/items');
    expect(await pointersFor(campaign({ items: ['overall', 'virtue'] }))).toContain('/items');
    expect(await pointersFor('[]')).toEqual(['/']);
    expect(await pointersFor('null')).toEqual(['/']);
  });

  test('四·考核: 按哪一天的参数，须是意见施行以后存在的日期', async () => {
    const on = (day: string) => answered(tabulate, campaign(), { args: ['--on', day] });
    expect((await on('2020-01-01')).messages).toEqual([]);
    expect((await on('2017-05-01')).messages).toHaveLength(1);
    expect((await on('2026-02-30')).messages[0]).toContain('2026-02-30');
  });
});

describe('exempt：十种情形', () => {
  const mistake = (more: object = {}) => ({
    situation: '2d',
    tests: { motive: 'public', intent: 'unintentional', nature: 'error' },
    withinDisciplineLawPolicy: true,
    facts: { allowedThen: true, ruleTextAttached: true },
    blockers: { knowingViolation: false, privateGain: false, persistedAfterBan: false },
    ...more,
  });
  const pointersFor = async (input: unknown) => pointersOf(await answered(exempt, input));

  test('二: 一件得一个答复，几件得几个答复，没有一件得空的答复', async () => {
    const open = ['exempt', 'mitigated', 'refused'];
    expect((await answered(exempt, mistake())).answer).toMatchObject({ situation: '2d', open });
    const several = await answered(exempt, [mistake(), mistake({ facts: null })]);
    expect(several.answer).toMatchObject([{ open }, { open: ['refused'] }]);
    expect((await answered(exempt, [])).answer).toEqual([]);
  });

  test('二: 没有回答的一概算没有证明', async () => {
    const { answer } = await answered(exempt, { situation: '1c' });
    expect(answer).toMatchObject({ open: ['refused'], blockedBy: [] });
    expect((answer as { unmet: string[] }).unmet).toHaveLength(11);
    const { answer: nulls } = await answered(exempt, {
      situation: '1c',
      tests: null,
      blockers: null,
      withinDisciplineLawPolicy: null,
    });
    expect(nulls).toEqual(answer);
  });

  test('二: 写错的逐处指出，数组里的带上第几件', async () => {
    const wrong = [mistake(), mistake({ situation: '4a' }), mistake({ facts: { creativeWork: true } }), 7];
    expect(await pointersFor(wrong)).toEqual(['/1/situation', '/2/facts/creativeWork', '/3']);
    const all = mistake({
      tests: { motive: 'fun' },
      facts: { allowedThen: 'yes', riskAssessed: true },
      blockers: { knowingViolation: 1 },
      verdict: 'free',
    });
    expect((await pointersFor(all)).sort()).toEqual([
      '/blockers/knowingViolation',
      '/facts/allowedThen',
      '/facts/riskAssessed',
      '/tests/motive',
      '/verdict',
    ]);
  });
});

describe('qualify：任职资格', () => {
  const candidate = (cadre: object = {}, more: object = {}) => ({
    asOf: '2026-12-31',
    target: { rank: '正处', chief: true },
    cadre: { serviceSince: '2010-07-01', ...cadre },
    ...more,
  });
  const pointersFor = async (input: unknown) => pointersOf(await answered(qualify, input));

  test('四·考核: 逐项给出结果，缺的写缺', async () => {
    const { answer } = await answered(qualify, candidate());
    expect(answer).toMatchObject({
      eligible: false,
      checks: [{ rule: 'service', result: 'pass' }, {}, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  test('四·考核: 写错的和前后矛盾的，逐处指出', async () => {
    expect(await pointersFor({})).toEqual(['/asOf', '/target', '/cadre']);
    expect(await pointersFor(candidate({}, { asOf: '2017-05-01' }))).toEqual(['/asOf']);
    const leave = { kind: 'leave', type: 'sick', from: '2026-02-01', to: '2026-01-01' };
    expect(await pointersFor(candidate({ constraints: [leave] }))).toEqual(['/cadre/constraints/0/to']);
    const post = { rank: '副处', chief: false, from: '2026-02-01', to: '2026-01-01' };
    expect(await pointersFor(candidate({ posts: [post], appointments: [] }))).toEqual([
      '/cadre/posts/0/to',
      '/cadre/appointments',
    ]);
    expect(await pointersFor(candidate({}, { waivers: [{ rule: 'age', document: '' }] }))).toEqual([
      '/waivers/0/rule',
      '/waivers/0/document',
    ]);
  });
});

describe('parameters：参数一览', () => {
  const listed = async (...args: string[]) =>
    (await answered(parametersCommand, undefined, { args })).answer as { id: string; values: object[] }[];

  test('一: 每一个参数和标准都列出，连同历次取值、依据性质和出处', async () => {
    const all = await listed();
    expect(all.map(({ id }) => id)).toEqual(Object.keys(allParameters));
    expect(all[0]).toEqual({ id: PARAMETERS[0], ...parameters[PARAMETERS[0]!] });
    expect(all.find(({ id }) => id === 'effect.administrative.demerit')!.values).toHaveLength(2);
  });

  test('一: 指定日期的只列当日的现行值', async () => {
    const before = await listed('--on', '2020-06-30');
    const after = await listed('--on', '2020-07-01');
    const of = (list: typeof before) => list.find(({ id }) => id === 'effect.administrative.demerit')!.values;
    expect(of(before)).toMatchObject([{ basis: 'default' }]);
    expect(of(after)).toMatchObject([{ basis: 'stated', cite: 'sanctions-2020#8' }]);
  });

  test('一: 意见施行以前的日期、不存在的日期和多余的话，拒绝', async () => {
    const refusedWith = async (...args: string[]) =>
      (await answered(parametersCommand, undefined, { args })).messages.length;
    expect(await refusedWith('--on', '2017-05-01')).toBe(1);
    expect(await refusedWith('--on', '2026-13-01')).toBe(1);
    expect(await refusedWith('everything')).toBe(1);
  });
});
