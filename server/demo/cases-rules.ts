// A pilot registered beforehand, and rules of the school as they read while they were valid.
import { addMonths } from '../../scoring/index.ts';
import { type Cases, deedsOf } from './case-deeds.ts';
import { board, dean, headOfPersonnel } from './logins.ts';

export async function registerPilot(cases: Cases): Promise<void> {
  const { services, as, today } = cases;
  const deeds = deedsOf(cases);
  const actor = await as(dean);
  const { items } = await services.cadres.units(actor);
  const unit = items.find(({ name }) => name === dean.post.unit.name)!;
  const draft = await services.pilots.draft(actor, {
    title: '实验室夜间无人值守开放',
    unitId: unit.id,
    purpose: '在两间公共实验室试行夜间刷卡开放，看能否缩短本科生排队时间。',
    decision: '学院党政联席会议第9次会议纪要',
    riskAssessment: '主要风险为用电和设备损坏；加装断电与监控，出现险情即停。',
    limits: '限两间实验室，不开放危险化学品，费用不超过五万元。',
    startsOn: today,
    endsOn: addMonths(today, 10),
  });
  const submitted = await deeds.move('pilots', dean, draft, 'submit');
  const reason = '论证充分，风险可控';
  await deeds.decide('board', '党委会（试点备案）', board, [
    { id: draft.id, version: submitted.version, event: 'approve', data: {}, reason },
  ]);
}

const RULES = [
  {
    title: '信息系统上线与切换管理规定',
    documentNo: '明湖信〔2023〕4号',
    validFrom: '2023-03-01',
    validTo: null,
    passage:
      '第六条 面向全校师生的系统切换，由使用部门和技术部门共同论证，报信息化领导小组决定。\n第七条 切换前按上一年度峰值的一点五倍进行压力测试，并准备回退方案。',
  },
  {
    title: '设备调剂办法（试行）',
    documentNo: '明湖资〔2021〕9号',
    validFrom: '2021-07-01',
    validTo: '2025-08-31',
    passage: '第三条 单价十万元以下的闲置设备，由资产管理处审核后报分管校领导批准调剂。',
  },
  {
    title: '设备调剂办法',
    documentNo: '明湖资〔2025〕11号',
    validFrom: '2025-09-01',
    validTo: null,
    passage: '第三条 单价十万元以下的闲置设备，由资产管理处直接办理调剂，按月公布。',
  },
];

export async function recordRules({ services, as }: Cases): Promise<void> {
  const head = await as(headOfPersonnel);
  for (const rule of RULES)
    await services.ruleTexts.record(head, { ...rule, issuer: '明湖大学', replaces: null });
}
