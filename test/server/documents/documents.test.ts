// 文书 over HTTP: whom a file offers what, since when, and that each says what lay in the file at the time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../db/queries/procedure-files.ts';
import { COOKIE } from '../../../server/http/session.ts';
import { type TestApp, testSigningKey } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { type CastName, tokensWith } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { paragraphsOf, rowsOf } from '../../support/docx.ts';
import { aFileOffice } from '../../support/file-office.ts';
import { initiativesOf } from '../../support/initiatives.ts';
import { engines } from '../../support/store.ts';

interface Line {
  readonly name: string;
  readonly title: { readonly zh: string };
  readonly on: string;
}
const fetched = async ({ app }: Pick<TestApp, 'app'>, cookie: string, url: string) => {
  const { statusCode, rawPayload, headers } = await app.inject({
    ...{ method: 'GET', url },
    headers: { cookie: `${COOKIE}=${cookie}` },
  });
  return { status: statusCode, bytes: rawPayload, headers };
};

describe.each(engines)('文书 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    let course: ReturnType<typeof courseOf>;
    beforeAll(async () => {
      cast = await aCast(dialect);
      course = courseOf(cast);
    });
    afterAll(() => cast.remove());

    const list = (who: CastName | 'anon', id: string) => cast.get(who, `/api/files/${id}/documents`);
    const offered = async (who: CastName, id: string): Promise<readonly Line[]> =>
      (await done<{ items: readonly Line[] }>(list(who, id))).items;
    const titles = async (who: CastName, id: string): Promise<string[]> =>
      (await offered(who, id)).map(({ title }) => title.zh);
    const tokenOf = tokensWith(testSigningKey);
    const download = (who: CastName, id: string, name: string) =>
      fetched(cast.app, tokenOf(who), `/api/files/${id}/documents/${name}`);
    /** A document by its title, the last of that title, as somebody downloads it. */
    async function documentOf(who: CastName, id: string, title: string, at = -1): Promise<Uint8Array> {
      const found = (await offered(who, id)).filter((line) => line.title.zh === title).at(at);
      if (!found) throw new Error(`${id} offers ${who} no ${title}`);
      const { status, bytes } = await download(who, id, found.name);
      expect(status).toBe(200);
      return bytes;
    }
    const textOf = (docx: Uint8Array): string => paragraphsOf(docx).join('\n');

    test('告知之前没有文书；告知之后，本人和能看材料的承办人有，旁人没有这份案卷', async () => {
      const id = await course.verified();
      expect((await list('subject', id)).status).toBe(404);
      expect(await titles('notifier', id)).toEqual([]);
      await cast.move('notifier', id, 'notify');
      for (const who of ['subject', 'notifier', 'verifier'] as const)
        expect([who, await titles(who, id)]).toEqual([who, ['陈述申辩告知书']]);
      // By the matrix they see the file and not its evidence.
      for (const who of ['recorder', 'secretary'] as const)
        expect([who, await titles(who, id)]).toEqual([who, []]);
      const [{ name }] = (await offered('subject', id)) as [Line];
      for (const who of ['outsider', 'kin', 'dean', 'clerk', 'appeal1', 'sysadmin', 'auditadmin'] as const) {
        expect([who, (await list(who, id)).status]).toEqual([who, 404]);
        expect([who, (await download(who, id, name)).status]).toEqual([who, 404]);
      }
      expect((await list('anon', id)).status).toBe(401);
      expect((await download('recorder', id, name)).status).toBe(404);
      for (const wrong of ['notice-99', 'decision', 'clarification'])
        expect([wrong, (await download('subject', id, wrong)).status]).toEqual([wrong, 404]);
      expect((await download('subject', id, '..%2Fnotice')).status).toBe(400);
    });

    test('告知书：下载的是一份 docx，写明核实意见、当时的材料和校验值、送达前后的期限', async () => {
      const id = await course.verified({ code: '2.1', summary: '调研报告照抄往年（虚构）。\n数据未核对。' });
      await cast.addEvidence(id, 'verifier', '通报');
      await cast.move('notifier', id, 'notify');
      const [{ name }] = (await offered('subject', id)) as [Line];
      const before = await download('subject', id, name);
      expect(before.headers['content-type']).toContain('wordprocessingml.document');
      expect(decodeURIComponent(String(before.headers['content-disposition']))).toContain(
        '陈述申辩告知书-subject·虚构-2026-12-31.docx',
      );
      const unserved = textOf(before.bytes);
      expect(unserved).toContain('您可以自送达之日起10个工作日内提交陈述申辩或者申请免责');
      expect(unserved).toContain('调研报告照抄往年（虚构）。\n数据未核对。');
      expect(unserved).toContain('严重程度为“一般”，理由是：情节一般。');
      expect(unserved).toContain('承办人：notifier·虚构（组织部）');
      const [piece] = await evidenceOf(cast.store.read, cast.store.tables, id);
      expect(rowsOf(before.bytes)).toContainEqual(['1', 'a.pdf', piece!.sha256.slice(0, 12)]);
      cast.clock.now += 1000;
      await done(cast.sign(id));
      await cast.addEvidence(id, 'subject', '说明');
      const after = await documentOf('subject', id, '陈述申辩告知书');
      expect(textOf(after)).toContain('您可以在2027年1月14日（含当日）之前提交陈述申辩');
      expect(textOf(after)).toContain('所依据的材料共1份');
      expect(rowsOf(after)).toContainEqual(['送达方式', '系统签收']);
      expect(rowsOf(after)).toContainEqual(['送达日期', '2026年12月31日']);
      await cast.move('notifier', id, 'extend');
      expect(textOf(await documentOf('subject', id, '陈述申辩告知书'))).not.toContain(
        '2027年1月14日（含当日）',
      );
    });

    test('退回重新核实、再次告知：前一份仍是当时告知的内容', async () => {
      const id = await course.answered({ code: '2.2' });
      await cast.name(id, 'hr_head', 'reviewer');
      await cast.move('reviewer', id, 'return');
      const anew = { severity: 'serious', severityReason: '影响较大', responsibility: 'leadership' };
      const data = { ...anew, responsibilityReason: '分管', cause: null, conditions: [] };
      await cast.move('verifier', id, 'verify', { data });
      await cast.move('notifier', id, 'notify');
      expect(await titles('subject', id)).toEqual(['陈述申辩告知书', '陈述申辩告知书']);
      const [first, second] = await Promise.all(
        [0, 1].map(async (at) => textOf(await documentOf('subject', id, '陈述申辩告知书', at))),
      );
      expect(first).toContain('严重程度为“一般”，理由是：情节一般。');
      expect(first).not.toContain('影响较大');
      expect(second).toContain('严重程度为“严重”，理由是：影响较大。');
    });

    test('认定、复核各有告知书；撤销之后有澄清书，撤销之前没有', async () => {
      const id = await course.answered({ code: '2.1' });
      await course.confirmed(id);
      const confirmed = textOf(await documentOf('subject', id, '认定结果告知书'));
      expect(confirmed).toContain('认定的理由：理由充分。');
      expect(confirmed).toContain('之前申请复核或者提出申诉');
      expect(confirmed).toContain('本期限不能延长');
      expect((await download('subject', id, 'clarification')).status).toBe(404);
      await course.reviewedAgain(id, 'revoke');
      expect(await titles('subject', id)).toEqual(['陈述申辩告知书', '认定结果告知书', '澄清书']);
      const said = textOf(await documentOf('subject', id, '澄清书'));
      expect(said).toContain('经复核作出决定，撤销对该记录的认定');
      expect(said).toContain('关于您2026年11月20日“不认真调查研究”');
      // It names no evidence: whoever had a duty in the file has it too.
      expect(await titles('recorder', id)).toEqual(['澄清书']);
      expect((await list('outsider', id)).status).toBe(404);
      const kept = await course.answered({ code: '2.2' });
      await course.confirmed(kept);
      await course.reviewedAgain(kept, 'keep');
      expect(textOf(await documentOf('subject', kept, '复核结果告知书'))).toContain('决定维持原认定');
      expect(await titles('subject', kept)).not.toContain('澄清书');
    });

    test('认定书：送达之后才有；事实、红线、票数、纠错、申诉期限都是案卷里的', async () => {
      const { exemption } = await course.held(await course.answered({ code: '3.1' }));
      await course.toPanel(exemption, { proven: 'half' });
      expect(await titles('subject', exemption)).toEqual(['查明事实告知书']);
      const facts = textOf(await documentOf('subject', exemption, '查明事实告知书'));
      expect(facts).toContain('1．为公还是为私：为公。理由：依据充分（虚构）。');
      expect(facts).toMatch(/\d+．谋取私利：不存在。/u);
      expect(facts).toMatch(/\d+．.+：未证明。/u);
      const data = {
        correction: '修订制度（虚构）',
        correctBy: '2027-06-30',
        dissent: '个别成员认为应当免责（虚构）',
      };
      await cast.decide('panel', exemption, 'decide_mitigate', data);
      expect((await download('subject', exemption, 'decision')).status).toBe(404);
      expect(await titles('panel1', exemption)).toEqual(['查明事实告知书']);
      await course.served(exemption);
      expect(await titles('panel1', exemption)).toEqual(['查明事实告知书', '容错免责认定书']);
      expect((await list('outsider', exemption)).status).toBe(404);
      const docx = await documentOf('subject', exemption, '容错免责认定书');
      const text = textOf(docx);
      expect(text).toContain('示例大学\n容错免责认定书');
      expect(text).toContain('认定：对该事项从轻减轻。');
      expect(text).toContain('应到3人，实到3人，同意3票，不同意0票，弃权0票。不同意见已载入会议记录。');
      expect(text).not.toContain('个别成员');
      expect(text).toContain('修订制度（虚构）\n完成期限：2027年6月30日。');
      expect(text).toMatch(/自送达之日起30日内（至2027年\d+月\d+日，含当日）提出申诉/u);
      const rows = rowsOf(docx);
      expect(rows.filter(([, , found]) => found === '已证明' || found === '未证明')).toHaveLength(4);
      expect(rows).toContainEqual([
        '谋取私利',
        '不存在',
        '不存在',
        '核实：依据充分（虚构）。审查：未见谋取私利。',
      ]);
      expect(rows).toContainEqual(['职务', '处长'].toSpliced(0, 0, '姓名', 'subject·虚构'));
    });

    test('申诉改为免责：认定书仍是小组的决定，并写明已由申诉改变', async () => {
      const { exemption } = await course.held(await course.answered({ code: '3.2' }));
      await course.decided(exemption, 'decide_refuse');
      const before = textOf(await documentOf('subject', exemption, '容错免责认定书'));
      expect(before).toContain('认定：对该事项不予免责。');
      expect(before).not.toContain('以申诉决定为准');
      await course.appealDecided(exemption, 'grant');
      const after = textOf(await documentOf('subject', exemption, '容错免责认定书'));
      expect(after).toContain('认定：对该事项不予免责。');
      expect(after).toMatch(/本认定经申诉已于\d+年\d+月\d+日改为：对该事项予以免责。以申诉决定为准。/u);
    });

    test('不予受理也有告知书', async () => {
      const { exemption } = await course.held(await course.answered({ code: '3.3' }));
      await course.writeClaim(exemption);
      await cast.move('subject', exemption, 'submit');
      await cast.name(exemption, 'hr', 'clerk');
      await cast.move('clerk', exemption, 'decline', { reason: '材料不全' });
      const text = textOf(await documentOf('subject', exemption, '不予受理告知书'));
      expect(text).toContain('没有受理的理由：材料不全。');
      expect(text).toContain('补充后重新申请');
    });
  });
});

describe('担当作为记录的文书，和学校自己的模板', () => {
  let folder: string;
  let office: Awaited<ReturnType<typeof aFileOffice>>;
  let initiatives: ReturnType<typeof initiativesOf>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dandang-own-'));
    office = await aFileOffice('sqlite', { documentTemplates: folder });
    initiatives = initiativesOf(office);
  });
  afterAll(async () => {
    await office.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['rejected', '不予认定告知书', '没有予以认定'],
    ['public_notice', '公示告知书', '本告知无须答复'],
    ['challenged', '质疑告知书', '受到质疑，请您答复'],
    ['revocation_served', '拟撤销认定告知书', '拟撤销您的一项担当作为记录'],
  ])('%s', async (state, title, said) => {
    const { fileIn, as } = initiatives;
    const id = await fileIn(state);
    const subject = await as('subject');
    const { items } = (await subject.get(`/api/files/${id}/documents`)).body as { items: Line[] };
    const line = items.find((each) => each.title.zh === title)!;
    const { bytes } = await fetched(office.app, subject.cookie!, `/api/files/${id}/documents/${line.name}`);
    const text = paragraphsOf(bytes).join('\n');
    expect(text).toContain(said);
    expect(text).toContain('李明（文学院　处长）：');
    const other = await (await as('other')).get(`/api/files/${id}/documents`);
    // On public notice everybody may look; the notice is the person's.
    expect(state === 'public_notice' ? other.body : other.status).toEqual(
      state === 'public_notice' ? { items: [] } : 404,
    );
  });

  test('模板坏了：503，说出文件；改好当即生效', async () => {
    const { fileIn, as } = initiatives;
    const id = await fileIn('rejected');
    const subject = await as('subject');
    const { items } = (await subject.get(`/api/files/${id}/documents`)).body as { items: Line[] };
    const path = `/api/files/${id}/documents/${items[0]!.name}`;
    writeFileSync(join(folder, 'notice.docx'), 'broken');
    expect(await subject.get(path)).toMatchObject({
      status: 503,
      body: { type: '/problems/document-template-broken', detail: expect.stringContaining('notice.docx') },
    });
    rmSync(join(folder, 'notice.docx'));
    expect((await subject.get(path)).status).toBe(200);
  });

  test('试点、更正没有文书', async () => {
    const pilot = await (
      await office.as('leader')
    ).post('/api/pilots', {
      ...{ title: '跨学科导师组', unitId: 'un_college', purpose: '虚构的目的', decision: '虚构的决定' },
      ...{ riskAssessment: '虚构的评估', limits: '虚构的边界', startsOn: '2027-02-01', endsOn: '2027-12-01' },
    });
    const { id } = pilot.body as { id: string };
    expect((await (await office.as('leader')).get(`/api/files/${id}/documents`)).body).toEqual({ items: [] });
    expect((await (await office.as('hr')).get(`/api/files/${id}/documents`)).status).toBe(404);
    expect((await (await office.as('hr')).get('/api/files/file_none/documents')).status).toBe(404);
  });
});
