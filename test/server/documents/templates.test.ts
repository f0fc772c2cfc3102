// Word templates: what is filled in arrives, whatever somebody is called; a broken one is told with its file and tag.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOfTemplate, fillDocument } from '../../../server/adapters/docx.ts';
import { zipOf } from '../../../server/adapters/zip-writer.ts';
import { type Clarification, clarificationDocument } from '../../../server/documents/clarification.ts';
import { type DocumentKind, documentTemplates } from '../../../server/documents/document-templates.ts';
import { drawnTemplates } from '../../../server/documents/draw-templates.ts';
import { type ExemptionDecision, exemptionDocument } from '../../../server/documents/exemption-decision.ts';
import { type Notice, noticeDocument } from '../../../server/documents/notice.ts';
import { templatesRead } from '../../../server/documents/templates-read.ts';
import { paragraph, partsOfDocument } from '../../../server/documents/word-parts.ts';
import { bodyXml, paragraphsOf, rowsOf } from '../../support/docx.ts';
import { partsOf } from '../../support/zip.ts';

const committed = (file: string): Uint8Array =>
  readFileSync(new URL(`../../../server/documents/templates/${file}`, import.meta.url));
const kinds = Object.keys(documentTemplates) as DocumentKind[];

const person = { name: '李<明>&“甲”', unit: '文学院', post: '副院长' };
const answered = (question: string, answer: string) => ({
  ...{ question, answer, reason: '会议纪要\n载明', evidence: ['纪要.pdf', '{姓名}.pdf'] },
});
const decision: ExemptionDecision = {
  ...{ school: '示例大学', fileId: 'file_1', person, decidedOn: '2026-07-01' },
  record: {
    code: '2.1',
    clause: '三(二)',
    occurredOn: '2026-05-03',
    summary: '第一段。\n\n第二段 {#事实}。',
  },
  ...{ statement: '本人陈述。', process: '', situation: '2d', supports: [] },
  facts: [answered('当时政策鼓励', '已证明'), answered('附有文本', '未证明')],
  tests: [answered('为公还是为私', '为公')],
  redLines: [
    { ...answered('谋取私利', '不存在'), checked: { holds: true, reason: '收受礼品' } },
    { ...answered('造成严重后果', '未作回答'), checked: null },
  ],
  considerations: [
    { consideration: 'motive', level: 'favourable', reason: '为了学生。' },
    { consideration: 'recovery', level: null, reason: '' },
  ],
  meeting: {
    heldOn: '2026-06-30',
    votes: { entitled: 5, present: 4, votesFor: 3, votesAgainst: 1, votesAbstained: 0 },
  },
  hasDissent: true,
  outcome: 'mitigated',
  correction: { text: '修订制度', by: '2026-12-31' },
  appeal: { limit: { value: 30, unit: 'days' }, lastDay: '2026-08-01' },
  changedOnAppeal: null,
};
const notice: Notice = {
  ...{ school: '示例大学', fileId: 'file_2', title: '陈述申辩告知书', person, issuedOn: '2026-06-01' },
  matter: ['现将一项记录告知。', '第二段'],
  evidence: [{ name: '通报<1>.pdf', sha256: '0123456789abcdef'.repeat(4) }],
  answering: {
    ...{
      deeds: ['提交陈述申辩', '申请免责'],
      limit: { value: 10, unit: 'workingDays' },
      lastDay: '2026-06-15',
    },
    mayExtend: true,
  },
  contacts: ['王五（组织部）'],
  served: null,
};
const clarification: Clarification = {
  ...{ school: '示例大学', fileId: 'file_3', person },
  record: { code: '2.1', clause: '三(二)', occurredOn: '2026-05-03' },
  decision: { how: 'overturn', on: '2027-01-09' },
};
const fillings = {
  decision: exemptionDocument(decision),
  notice: noticeDocument(notice),
  clarification: clarificationDocument(clarification),
} satisfies Record<DocumentKind, unknown>;
const filled = (kind: DocumentKind, filling = fillings[kind]) =>
  fillDocument(committed(documentTemplates[kind].file), filling);

describe('随产品提供的模板', () => {
  test('就是脚本画出的那些', () => {
    for (const { file, parts } of drawnTemplates())
      expect([file, partsOf(committed(file))]).toEqual([file, parts.map(({ text }) => text).join('\n')]);
    expect(drawnTemplates().map(({ file }) => file)).toEqual(
      kinds.map((kind) => documentTemplates[kind].file),
    );
  });

  test.each(kinds)('%s 没有毛病；每个标签都填得上，填完不剩标签', async (kind) => {
    const template = documentTemplates[kind];
    expect(await faultsOfTemplate(committed(template.file), template)).toEqual([]);
    const known = [...template.texts, ...Object.keys(template.parts)];
    expect(known.filter((tag) => !(tag in fillings[kind])).toSorted()).toEqual([]);
    expect(Object.keys(fillings[kind]).filter((tag) => !known.includes(tag))).toEqual([]);
    const text = paragraphsOf(await filled(kind)).join('\n');
    // What somebody wrote in braces is his text, not a tag.
    expect(text.replaceAll('{姓名}.pdf', '').replaceAll('{#事实}', '')).not.toMatch(/[{}]/u);
    expect(text).toContain('李<明>&“甲”');
  });
});

describe('认定书', () => {
  test('每一项都在其中：事实、检验、红线、考虑、表决、结论、纠错、救济', async () => {
    const docx = await filled('decision');
    const text = paragraphsOf(docx);
    const rows = rowsOf(docx);
    expect(text).toEqual(
      expect.arrayContaining([
        '示例大学',
        '容错免责认定书',
        '〔2026〕　　　号',
        '第一段。',
        '第二段 {#事实}。',
        '本人陈述。',
        '没有引用试点备案或者制度文本。',
        '认定：对该事项从轻减轻。',
        '修订制度',
        '完成期限：2026年12月31日。完成后在系统中报告纠错情况。',
        '示例大学容错认定小组（印章）',
      ]),
    );
    expect(rows).toContainEqual(['姓名', '李<明>&“甲”', '职务', '副院长']);
    expect(rows).toContainEqual(['单位', '文学院', '行为日期', '2026年5月3日']);
    const basis = '会议纪要 载明。材料：纪要.pdf、{姓名}.pdf。';
    expect(rows).toContainEqual(['1', '当时政策鼓励', '已证明', basis]);
    expect(rows).toContainEqual(['2', '附有文本', '未证明', basis]);
    expect(rows).toContainEqual(['为公还是为私', '为公', basis]);
    expect(rows).toContainEqual(['谋取私利', '不存在', '存在', `核实：${basis}审查：收受礼品。`]);
    expect(rows).toContainEqual(['造成严重后果', '未作回答', '—', basis]);
    expect(rows).toContainEqual(['动机态度', '有利', '为了学生。']);
    expect(rows).toContainEqual(['挽回损失', '未作判断', '—']);
    const all = text.join('\n');
    expect(all).toContain(
      '应到5人，实到4人，同意3票，不同意1票，弃权0票。持不同意见1人。不同意见已载入会议记录。',
    );
    expect(all).toContain('自送达之日起30日内（至2026年8月1日，含当日）提出申诉');
  });

  test('免责的没有申诉，写明不计分；不附纠错的如实写；没有会议记录的不编票数', () => {
    const { 救济途径, 结论效力, 纠错要求, 表决情况 } = exemptionDocument({
      ...decision,
      ...{ outcome: 'exempt', correction: null, meeting: null, hasDissent: false },
    });
    expect(救济途径).toBe('本认定自送达之日起生效。');
    expect(结论效力).toContain('不计分，不影响年度考核、评优评先和选拔任用');
    expect(纠错要求).toEqual([{ 段落: '本认定不附纠错要求。' }]);
    expect(表决情况).toBe('容错认定小组集体审议，表决情况见会议记录。没有记录不同意见。');
  });

  test('申诉改变了的，写明改为什么、以哪个为准；没有改变的不留空段', async () => {
    const changedOnAppeal: ExemptionDecision['changedOnAppeal'] = {
      ...{ on: '2026-09-01', outcome: 'exempt' as const },
      correction: { text: '补报备案', by: '2026-10-01' },
    };
    const changed = await filled('decision', exemptionDocument({ ...decision, changedOnAppeal }));
    expect(paragraphsOf(changed)).toEqual(
      expect.arrayContaining([
        '本认定经申诉已于2026年9月1日改为：对该事项予以免责。以申诉决定为准。',
        '申诉决定的纠错要求：补报备案。完成期限：2026年10月1日。',
      ]),
    );
    const paragraphs = (docx: Uint8Array) => [...bodyXml(docx).matchAll(/<w:p>/gu)].length;
    expect(paragraphs(changed) - paragraphs(await filled('decision'))).toBe(2);
  });
});

describe('告知书和澄清书', () => {
  test('告知什么、凭什么、到哪天、怎样答复、怎样延期、问谁', async () => {
    const docx = await filled('notice');
    const text = paragraphsOf(docx).join('\n');
    expect(text).toContain('现将一项记录告知。\n第二段');
    expect(rowsOf(docx)).toContainEqual(['1', '通报<1>.pdf', '0123456789ab']);
    expect(text).toContain('2026年6月15日（含当日）之前提交陈述申辩或者申请免责');
    expect(text).toContain('选择“提交陈述申辩”或者“申请免责”');
    expect(text).toContain('再延长一次同样的期限');
    expect(text).toContain('承办人：王五（组织部）');
    expect(rowsOf(docx)).toContainEqual(['送达日期', '　　　年　　月　　日']);
  });

  test('已送达的填好送达回证；没有材料、无须答复、不能延期、没有承办人的，如实写', async () => {
    const served = {
      on: '2026-06-02',
      how: 'paper',
      receiver: null,
      witness: '赵六',
      handedOverBy: '王五',
    } as const;
    const plain = { ...notice, evidence: [], answering: null, contacts: [], served };
    const docx = await filled('notice', noticeDocument(plain));
    const text = paragraphsOf(docx).join('\n');
    for (const said of ['案卷中没有材料', '无须答复', '本期限不能延长', '承办单位：组织部'])
      expect(text).toContain(said);
    const rows = rowsOf(docx);
    expect(rows).toContainEqual(['送达方式', '当面送交']);
    expect(rows).toContainEqual(['见证人', '赵六']);
    const signed = { ...served, how: 'signed', receiver: '李明', witness: null, handedOverBy: null } as const;
    expect(noticeDocument({ ...notice, served: signed })['签收人']).toBe('李明（系统签收）');
    const waiting = { ...notice, answering: { ...notice.answering!, lastDay: null } };
    expect(noticeDocument(waiting)['答复期限']).toContain('自送达之日起10个工作日内提交陈述申辩');
  });

  test('澄清书：哪项记录、哪个决定、什么也不算、只就这一项', async () => {
    const text = paragraphsOf(await filled('clarification')).join('\n');
    expect(text).toContain('关于您2026年5月3日“不认真调查研究”');
    expect(text).toContain('2027年1月9日，经申诉处理组织集体作出决定，撤销对该记录的认定。');
    expect(text).toContain('该记录不计分');
    expect(text).toContain('只就上述一项事项作出');
  });
});

describe('学校自己的模板', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dandang-templates-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let count = 0;
  /** A folder with one template of these paragraphs. */
  const own = (file: string, ...texts: readonly string[]): string => {
    const place = join(folder, String((count += 1)));
    mkdirSync(place);
    const body = texts.map((text) => paragraph('body', text)).join('');
    writeFileSync(join(place, file), zipOf(partsOfDocument(body)));
    return place;
  };
  const enough = '{姓名}{行为}{行为日期}{决定}{决定日期}';

  test('用学校的，没有的用产品的；改好当即生效', async () => {
    const place = own('clarification.docx', `澄清通知：${enough}`);
    const templates = templatesRead(place);
    expect(await templates.faults()).toEqual([]);
    const docx = await fillDocument(await templates.of('clarification'), fillings.clarification);
    expect(paragraphsOf(docx)).toEqual([
      '澄清通知：李<明>&“甲”不认真调查研究2026年5月3日经申诉处理组织集体作出决定2027年1月9日',
    ]);
    expect(Buffer.from(await templates.of('notice')).equals(committed('notice.docx'))).toBe(true);
    writeFileSync(join(place, 'clarification.docx'), 'not a zip');
    await expect(templates.of('clarification')).rejects.toMatchObject({
      kind: { name: 'document-template-broken', status: 503 },
      detail: { zh: `${join(place, 'clarification.docx')}：不是可以读取的 .docx 文件` },
    });
    writeFileSync(join(place, 'clarification.docx'), committed('clarification.docx'));
    expect((await templates.of('clarification')).length).toBeGreaterThan(1000);
  });

  test.each([
    ['没有这个标签', `${enough}{职称}`, '没有 {职称} 这个标签'],
    ['没有结束的重复', `${enough}{#证据}`, '没有 {#证据} 这个标签'],
    ['没有开始的重复', `${enough}{/证据}`, '标签 {/证据} 没有开始'],
    ['括号没有结束', `${enough}{姓名`, '标签 {姓名 没有结束'],
    ['括号里又有括号', `{姓名${enough}`, '没有 {姓名{姓名} 这个标签'],
    ['少了不能少的', '{姓名}{行为}{行为日期}{决定}', '缺少标签 {决定日期}'],
  ])('%s：说出文件和标签', async (_what, text, said) => {
    const place = own('clarification.docx', text);
    const [fault] = await templatesRead(place).faults();
    expect(fault!.zh).toContain(join(place, 'clarification.docx'));
    expect(fault!.zh).toContain(said);
  });

  test('重复之内的标签只能用在里面；重复没有结束也说出来', async () => {
    const known = documentTemplates.notice;
    const body = (text: string) => zipOf(partsOfDocument(paragraph('body', text)));
    const lacking = { ...known, needed: [] };
    expect(await faultsOfTemplate(body('{校验值}'), lacking)).toEqual([{ why: 'unknown', tag: '{校验值}' }]);
    expect(await faultsOfTemplate(body('{#证据}{校验值}{/证据}'), lacking)).toEqual([]);
    expect(await faultsOfTemplate(body('{#证据}{校验值}'), lacking)).toEqual([
      { why: 'unclosed', tag: '{#证据}' },
    ]);
  });

  test('没有这个文件夹也说出来；没有指定就没有要查的', async () => {
    expect(await templatesRead(join(folder, 'none')).faults()).toMatchObject([
      { zh: expect.stringContaining('没有这个文件夹') },
    ]);
    expect(await templatesRead(null).faults()).toEqual([]);
  });
});

test('写不进 XML 的字符不进文书，其余原样', async () => {
  const said = '甲\u0000\u0008乙\uD800丙\uFFFF😀<&>"\t丁';
  const docx = await filled('notice', noticeDocument({ ...notice, matter: [said] }));
  expect(paragraphsOf(docx)).toContain('甲乙丙😀<&>"\t丁');
});
