// 制度库 over HTTP: found by words and by the day they were valid; what an exemption rests on is not edited any more.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../../db/queries/audit.ts';
import { addRows } from '../../../db/rows.ts';
import type { Row } from '../../../db/tables/index.ts';
import { type Answer, anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
import { aCadre, aUnit, NOON } from '../../support/rows.ts';
import { act, engines } from '../../support/store.ts';

interface View {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly validTo: string | null;
  readonly withdrawnAt: number | null;
  readonly mayCorrect: boolean;
  readonly mayWithdraw: boolean;
}
interface Page {
  readonly items: readonly { id: string; title: string; opening: string }[];
  readonly next: string | null;
  readonly instruments: readonly { id: string; inForceOn: string }[];
}
interface Problem {
  readonly type: string;
  readonly errors: readonly { pointer: string; detail: string }[];
}

const aRule = (more: object = {}) => ({
  title: '科研经费管理办法（虚构）',
  documentNo: '示大发〔2018〕3号',
  issuer: '示例大学',
  validFrom: '2018-03-01',
  validTo: '2021-12-31',
  passage: '横向经费结余可用于后续研究，由项目负责人决定，事后报备。',
  ...more,
});
const viewOf = ({ body }: Answer) => body as View;
const problemOf = ({ body }: Answer) => body as Problem;

describe.each(engines)('制度库 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let tested: TestApp;
    const visitors = new Map<string, Visitor>();
    const as = (name: string): Visitor => visitors.get(name)!;
    beforeAll(async () => {
      tested = await anApp(dialect);
      await withAccounts(tested, [
        { staffNo: 'hr', role: 'hr' },
        { staffNo: 'hr2', role: 'hr' },
        { staffNo: 'head', role: 'hr_head' },
        { staffNo: 'leader', role: 'leader' },
        { staffNo: 'sysadmin', role: 'sysadmin' },
      ]);
      for (const name of ['hr', 'hr2', 'head', 'leader', 'sysadmin'])
        visitors.set(name, await tested.visitorAs(`acc_${name}`));
    });
    afterAll(() => tested.remove());

    const record = (who: string, more: object = {}) => as(who).post('/api/rule-texts', aRule(more));
    /** One that stands in nobody's way: a number of its own. */
    let count = 0;
    const recorded = async (who: string, more: object = {}): Promise<View> => {
      const documentNo = `示大发〔2018〕${(count += 1) + 100}号`;
      const answer = await record(who, { documentNo, ...more });
      expect(answer.status).toBe(200);
      return viewOf(answer);
    };
    const pageOf = async (query: string, who = 'leader'): Promise<Page> => {
      const answer = await as(who).get(`/api/rule-texts?${query}`);
      expect(answer.status).toBe(200);
      return answer.body as Page;
    };
    const idsOf = async (query: string) => (await pageOf(query)).items.map(({ id }) => id);
    const q = (text: string) => `q=${encodeURIComponent(text)}`;
    const correct = (who: string, { id, version }: View, more: object = {}) =>
      as(who).send('PUT', `/api/rule-texts/${id}`, { ...aRule(more), version });
    const withdraw = (who: string, { id, version }: View) =>
      as(who).post(`/api/rule-texts/${id}/withdrawal`, { version, reason: '录入有误' });

    /** An exemption that rests on a text. */
    async function relyOn(id: string): Promise<void> {
      const { store } = tested.home;
      const { tables } = store;
      const file = (fileId: string, machine: string): Row<'files'> => ({
        ...{ id: fileId, machine, state: 'draft', enteredAt: NOON, cadreId: `cad_${id}`, unitId: `un_${id}` },
        ...{ title: '虚构', openedBy: 'acc_x', openedAt: NOON, version: 1 },
      });
      const exemption: Row<'exemptions'> = {
        ...{ fileId: `exf_${id}`, inactionFileId: `inf_${id}`, situation: '2d', statement: '', process: '' },
        ...{ pilotId: null, ruleTextId: id, answers: {}, considerations: {}, proposed: null, redLines: null },
        ...{ outcome: null, decidedOn: null, dissent: null, correction: null, correctBy: null },
        ...{ correctionReport: null, correctedAt: null, version: 1 },
      };
      await store.write(act('exemption.staged'), async (tx, changed) => {
        await addRows(tx, changed, tables.units, [aUnit({ id: `un_${id}`, code: id.slice(-6) })]);
        const person = aCadre({ id: `cad_${id}`, staffNo: `s_${id}`, unitId: `un_${id}` });
        await addRows(tx, changed, tables.cadres, [person]);
        const files = [file(`inf_${id}`, 'inaction'), file(`exf_${id}`, 'exemption')];
        await addRows(tx, changed, tables.files, files);
        await addRows(tx, changed, tables.exemptions, [exemption]);
      });
    }

    test('谁能读、谁能录：组织部录入，人人可读，三员不在其中', async () => {
      expect((await record('leader')).status).toBe(403);
      expect((await record('sysadmin')).status).toBe(403);
      expect((await as('sysadmin').get('/api/rule-texts')).status).toBe(403);
      expect((await tested.visitor().get('/api/rule-texts')).status).toBe(401);
      const text = await recorded('hr', { title: '谁能读（虚构）' });
      expect(text).toMatchObject({ mayCorrect: true, mayWithdraw: true, withdrawnAt: null });
      const seen = viewOf(await as('leader').get(`/api/rule-texts/${text.id}`));
      expect(seen).toMatchObject({ title: '谁能读（虚构）', mayCorrect: false, mayWithdraw: false });
      expect(viewOf(await as('hr2').get(`/api/rule-texts/${text.id}`))).toMatchObject({
        mayCorrect: false,
        mayWithdraw: true,
      });
      expect((await as('leader').get('/api/rule-texts/rule_none')).status).toBe(404);
    });

    test('按词查：每个词都要出现，标题、文号、发文单位、正文都算；通配符就是它自己', async () => {
      const word = `奇词${dialect}`;
      const one = await recorded('hr', { title: `${word} 甲`, passage: '允许先行先试，事后总结。' });
      const two = await recorded('hr', { title: '另一份', passage: `关于${word}的规定，应当先行论证。` });
      expect((await idsOf(q(word))).toSorted()).toEqual([one.id, two.id].toSorted());
      expect(await idsOf(q(`${word} 论证`))).toEqual([two.id]);
      expect(await idsOf(q(`${word}  示例大学 甲`))).toEqual([one.id]);
      expect(await idsOf(q(`${word} 没有这个词`))).toEqual([]);
      expect(await idsOf(q(`${word}%`))).toEqual([]);
      expect(await idsOf(`${q(word)}&on=2022-01-01`)).toEqual([]);
      const [line] = (await pageOf(q(`${word} 甲`))).items;
      expect(line!.opening).toBe('允许先行先试，事后总结。');
    });

    test('按某日有效查：首日和末日都算，前后一天都不算；没有失效日的一直有效', async () => {
      const word = `某日${dialect}`;
      const past = await recorded('hr', {
        title: `${word}旧`,
        validFrom: '2018-03-01',
        validTo: '2021-12-31',
      });
      const still = await recorded('hr', { title: `${word}新`, validFrom: '2022-01-01', validTo: null });
      const found = (on: string) => idsOf(`${q(word)}&on=${on}`);
      expect(await found('2018-02-28')).toEqual([]);
      expect(await found('2018-03-01')).toEqual([past.id]);
      expect(await found('2021-12-31')).toEqual([past.id]);
      expect(await found('2022-01-01')).toEqual([still.id]);
      expect(await found('2099-01-01')).toEqual([still.id]);
      expect(await idsOf(q(word))).toEqual([still.id, past.id]);
      const wrong = await as('leader').get('/api/rule-texts?on=2026-02-30');
      expect(problemOf(wrong)).toMatchObject({ errors: [{ pointer: '/on', detail: '没有这一天' }] });
    });

    test('翻页不重不漏，只有第一页带内置法规', async () => {
      const word = `翻页${dialect}`;
      const all: string[] = [];
      for (const day of ['2019-01-01', '2019-01-01', '2019-01-02', '2019-01-03', '2019-01-03'])
        all.push((await recorded('hr', { title: word, validFrom: day })).id);
      const first = await pageOf(`${q(word)}&limit=2`);
      const second = await pageOf(`${q(word)}&limit=2&after=${first.next}`);
      const third = await pageOf(`${q(word)}&limit=2&after=${second.next}`);
      const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
      expect(seen.toSorted()).toEqual(all.toSorted());
      expect([first.items.length, second.items.length, third.items.length, third.next]).toEqual([
        2,
        2,
        1,
        null,
      ]);
      expect((await as('leader').get('/api/rule-texts?after=xyz')).status).toBe(400);
      const everything = await pageOf('limit=1');
      expect(everything.instruments.length).toBeGreaterThan(5);
      expect((await pageOf(`limit=1&after=${everything.next}`)).instruments).toEqual([]);
    });

    test('内置法规：按词、按日查得到，施行之前查不到', async () => {
      const found = async (query: string) => (await pageOf(query)).instruments.map(({ id }) => id);
      expect(await found(q('选拔任用'))).toEqual(['appointment-2019']);
      expect(await found(`${q('选拔任用')}&on=2019-03-02`)).toEqual([]);
      expect(await found(`${q('选拔任用')}&on=2019-03-03`)).toEqual(['appointment-2019']);
      expect(await found(q('Regulation appraisal civil'))).toEqual(['civil-appraisal-2020']);
    });

    test('日期不存在、前后颠倒的，一处一处说清', async () => {
      const wrong: [object, string[]][] = [
        [{ validFrom: '2018-02-30' }, ['/validFrom']],
        [{ validFrom: '2018-02-30', validTo: '2019-04-31' }, ['/validFrom', '/validTo']],
        [{ validTo: '2018-02-28' }, ['/validTo']],
      ];
      for (const [more, pointers] of wrong) {
        const answer = await record('hr', more);
        expect(answer).toMatchObject({ status: 422, body: { type: '/problems/rule-text-unfit' } });
        expect(problemOf(answer).errors.map(({ pointer }) => pointer)).toEqual(pointers);
      }
      expect((await record('hr', { passage: '短' })).status).toBe(400);
      expect((await record('hr', { nonsense: 1 })).status).toBe(400);
    });

    test('同一文号效力重叠的不收，写法不同也认得；首尾相接的收', async () => {
      const number = `重叠〔2018〕${dialect === 'sqlite' ? 1 : 2}号`;
      await recorded('hr', { documentNo: number, title: '旧办法（虚构）' });
      const alike = number.replace('〔', ' [').replace('〕', '] ').replace('2018', '２０１８');
      const refused = await record('hr2', { documentNo: alike, validFrom: '2021-12-31', validTo: null });
      expect(problemOf(refused)).toMatchObject({
        type: '/problems/rule-text-unfit',
        errors: [{ pointer: '/validFrom' }],
      });
      expect(problemOf(refused).errors[0]!.detail).toContain(
        '《旧办法（虚构）》（2018-03-01 至 2021-12-31）',
      );
      const next = { documentNo: alike, validFrom: '2022-01-01', validTo: null };
      const { id } = viewOf(await record('hr2', next));
      const still = await record('hr', { documentNo: number, validFrom: '2030-01-01', validTo: null });
      expect(problemOf(still).errors[0]!.detail).toContain('至 今');
      const own = { ...next, title: '改过标题（虚构）' };
      expect((await correct('hr2', { id, version: 1 } as View, own)).status).toBe(200);
      expect((await record('hr', { documentNo: null })).status).toBe(200);
      expect((await record('hr', { documentNo: null })).status).toBe(200);
    });

    test('没有被引用前，录入人可以改正；他人不行，旧版本不行', async () => {
      const text = await recorded('hr');
      const documentNo = `改正〔2020〕${dialect === 'sqlite' ? 1 : 2}号`;
      expect(problemOf(await correct('hr2', text, { documentNo })).type).toBe(
        '/problems/rule-text-not-yours',
      );
      expect((await correct('leader', text, { documentNo })).status).toBe(403);
      const changed = await correct('hr', text, { documentNo, validTo: null });
      expect(changed).toMatchObject({ status: 200, body: { validTo: null, version: 2 } });
      expect(problemOf(await correct('hr', text, { documentNo })).type).toBe('/problems/stale-version');
    });

    test('容错认定以它为依据之后只能替换：旧文本撤回而仍可查看，新文本同一步录入', async () => {
      const text = await recorded('hr', { title: '被引用（虚构）' });
      await relyOn(text.id);
      expect(problemOf(await correct('hr', text)).type).toBe('/problems/rule-text-relied-on');
      expect(viewOf(await as('hr').get(`/api/rule-texts/${text.id}`))).toMatchObject({
        mayCorrect: false,
        mayWithdraw: true,
      });
      const replaces = { id: text.id, version: text.version, reason: '漏录第九条' };
      const documentNo = `替换〔2018〕${dialect === 'sqlite' ? 1 : 2}号`;
      expect(problemOf(await record('hr2', { documentNo, replaces: { ...replaces, version: 9 } })).type).toBe(
        '/problems/stale-version',
      );
      const next = viewOf(await record('hr2', { documentNo, replaces }));
      const old = viewOf(await as('leader').get(`/api/rule-texts/${text.id}`));
      expect(old).toMatchObject({ title: '被引用（虚构）', withdrawnAt: NOON, mayWithdraw: false });
      expect(await idsOf(q('被引用'))).toEqual([]);
      expect(problemOf(await record('hr2', { documentNo, replaces })).type).toBe(
        '/problems/rule-text-withdrawn',
      );
      expect(next.withdrawnAt).toBeNull();
    });

    test('撤回要有理由，写入审计；撤回一次，之后不能再改', async () => {
      const text = await recorded('hr');
      const path = `/api/rule-texts/${text.id}/withdrawal`;
      expect((await as('hr2').post(path, { version: 1 })).status).toBe(400);
      expect((await as('leader').post(path, { version: 1, reason: '录入有误' })).status).toBe(403);
      expect(await withdraw('hr2', text)).toMatchObject({ status: 200, body: { withdrawnAt: NOON } });
      expect(problemOf(await withdraw('hr', text)).type).toBe('/problems/rule-text-withdrawn');
      expect(problemOf(await correct('hr', text)).type).toBe('/problems/rule-text-withdrawn');
      const { store } = tested.home;
      const { items } = await auditEntries(store.read, store.tables, {
        subject: text.id,
        actor: null,
        after: null,
        limit: 9,
      });
      const kept = items.find(({ deed }) => deed === 'ruleText.withdrawn');
      expect(kept).toMatchObject({ actor: 'acc_hr2', duty: 'hr', reason: '录入有误' });
    });

    test('两人同时录入同一文号，只成一份', async () => {
      const documentNo = `同时〔2018〕${dialect === 'sqlite' ? 1 : 2}号`;
      const answers = await Promise.all(['hr', 'hr2', 'head'].map((who) => record(who, { documentNo })));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
    });
  });
});
