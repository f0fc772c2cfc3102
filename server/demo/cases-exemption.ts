// Three who ask for exemption: one case is before the panel, one ended in exemption, one was refused and is under appeal.
import { addMonths } from '../../scoring/index.ts';
import { type Cases, type Deeds, deedsOf, type Handled } from './case-deeds.ts';
import { answersTo, considered, RED_LINES } from './exemption-findings.ts';
import {
  appealBody,
  applicants,
  inspector,
  panel,
  personnelOfficer,
  redLineInspector,
  secondOfficer,
} from './logins.ts';
import type { DemoPerson } from './people.ts';

interface Claim {
  readonly person: DemoPerson;
  readonly statement: string;
  readonly process: string;
  /** The facts of the situation that could not be shown. */
  readonly unproven: readonly string[];
  readonly proposed: 'exempt' | 'refused';
  readonly paper: readonly [title: string, text: string];
}

const CLAIMS: readonly Claim[] = [
  {
    person: applicants.beforePanel,
    statement: '系统切换经两次论证，按去年峰值的一点五倍做了压力测试，没有预料到同时开放微专业选课。',
    process: '信息化领导小组会议通过，报分管校领导批准，事前通知各学院并安排值守。',
    unproven: [],
    proposed: 'exempt',
    paper: ['信息化领导小组会议纪要', '同意按期切换；由网络信息中心负责测试与值守；预案见附件。'],
  },
  {
    person: applicants.exempt,
    statement: '新工艺经三家单位比选，地下资料以档案馆存图为准，旧沟渠不在图上。',
    process: '基建工作会议集体研究，向学校书面请示并获批，施工前做了风险评估。',
    unproven: [],
    proposed: 'exempt',
    paper: ['风险评估报告', '主要风险：地下障碍、雨季施工。措施：分段开挖，备用方案，费用不超概算。'],
  },
  {
    person: applicants.refused,
    statement: '担心权限下放后监管不严，所以仍按旧办法逐件上报。',
    process: '处内口头商量，没有形成会议记录，也没有书面请示。',
    unproven: ['democraticProcedure', 'requestReport'],
    proposed: 'refused',
    paper: ['处内工作群讨论摘录', '有人提出权限已经下放，可以直接办理；没有形成决定。'],
  },
];

const SITUATION = '1a';

/** Claimed, written and submitted by each himself; answers the exemption's file. */
async function submitted(
  { services, as }: Cases,
  deeds: Deeds,
  record: Handled,
  claim: Claim,
): Promise<Handled> {
  const { person, statement, process } = claim;
  const actor = await as(person);
  const held = await services.conduct.inactions.move(actor, {
    ...{ id: record.id, version: record.version, event: 'claim_exemption', data: {} },
  });
  const { id } = held.inaction!.facts.exemption!;
  const draft = await services.exemptions.view(actor, id);
  const written = await services.exemptions.writeClaim(actor, {
    ...{ id, version: draft.version, situation: SITUATION, statement, process, pilotId: null },
  });
  await deeds.addEvidence(written, person, ...claim.paper);
  return deeds.move('exemptions', person, written, 'submit');
}

/** Accepted, looked into by two, shown to the person, answered, proposed, and the red lines checked by another. */
async function checked(cases: Cases, deeds: Deeds, file: Handled, claim: Claim): Promise<Handled> {
  const { services, as } = cases;
  const { id } = file;
  const reason = '材料齐全，属于受理范围';
  const accepted = await deeds.move('exemptions', personnelOfficer, file, 'accept', { reason });
  const [paper] = accepted.evidence;
  const found = await services.exemptions.writeFindings(await as(inspector), {
    ...{ id, version: accepted.version, situation: SITUATION, pilotId: null, ruleTextId: null },
    answers: answersTo(SITUATION, claim.unproven, paper ? [paper.id] : []),
    considerations: considered(claim.proposed === 'exempt'),
  });
  const shown = { reason: '查明的事实告知本人' };
  const proposed = await deeds.move('exemptions', inspector, found, 'show_facts', shown);
  await deeds.countersign(secondOfficer, proposed);
  const signed = await deeds.sign('exemptions', claim.person, id);
  const said = { data: { statement: '对查明的事实没有补充。' } };
  const answered = await deeds.move('exemptions', claim.person, signed, 'respond', said);
  const towards = { reason: '依据查明的事实', data: { outcome: claim.proposed } };
  const suggested = await deeds.move('exemptions', inspector, answered, 'propose', towards);
  return deeds.move('exemptions', redLineInspector, suggested, 'redline_check', { data: RED_LINES });
}

export async function askExemption(cases: Cases, records: readonly Handled[]): Promise<void> {
  const deeds = deedsOf(cases);
  const files: Handled[] = [];
  for (const [i, claim] of CLAIMS.entries()) files.push(await submitted(cases, deeds, records[i]!, claim));
  await deeds.name(files, 'hr', personnelOfficer, secondOfficer);
  await deeds.name(files, 'inspector', inspector, redLineInspector);
  await deeds.name(files, 'panel', ...panel);
  const ready: Handled[] = [];
  for (const [i, claim] of CLAIMS.entries()) ready.push(await checked(cases, deeds, files[i]!, claim));
  const [, exempt, refused] = ready as [Handled, Handled, Handled];
  const correctBy = addMonths(cases.today, 3);
  await deeds.decide('panel', '容错认定小组第一次会议', panel, [
    {
      ...{ ...exempt, event: 'decide_exempt', reason: '程序完备，属先行先试中的失误' },
      data: { correction: '补齐地下管网普查资料并归档', correctBy },
    },
    {
      ...{ ...refused, event: 'decide_refuse', reason: '未经集体研究，也未请示，不属于可以容错的情形' },
      data: {},
    },
  ]);
  for (const [{ id }, person] of [
    [exempt, applicants.exempt],
    [refused, applicants.refused],
  ] as const) {
    const now = await cases.services.exemptions.view(await cases.as(personnelOfficer), id);
    await deeds.move('exemptions', personnelOfficer, now, 'serve');
    const served = await deeds.sign('exemptions', person, id);
    if (person === applicants.refused) await appeal(deeds, served, person);
  }
}

async function appeal(deeds: Deeds, served: Handled, person: DemoPerson): Promise<void> {
  const grounds = '上报是为了稳妥，没有任何个人利益，恳请重新考虑从轻。';
  const data = { grounds, wanted: 'mitigated' };
  const appealed = await deeds.move('exemptions', person, served, 'appeal', { data });
  await deeds.name([appealed], 'appeal_body', ...appealBody);
}
