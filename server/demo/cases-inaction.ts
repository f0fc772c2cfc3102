// What was found of late: one lead to be verified, and four that have been told to those concerned.
import { addMonths, type BehaviourCode } from '../../scoring/index.ts';
import { type Cases, type Deeds, deedsOf, type Handled } from './case-deeds.ts';
import {
  applicants,
  inspector,
  ordinaryCadre,
  personnelOfficer,
  secondOfficer,
  supervisor,
  verifyingInspector,
} from './logins.ts';
import { type DemoPerson, holderOf } from './people.ts';

interface Lead {
  readonly person: DemoPerson;
  readonly code: BehaviourCode;
  /** How long ago it happened. */
  readonly months: number;
  readonly source: 'inspection' | 'appraisal' | 'request';
  readonly summary: string;
  /** A paper that shows it. */
  readonly paper: readonly [title: string, text: string];
}

const toVerify: Lead = {
  person: holderOf('后勤服务中心', '副主任'),
  code: '6.2',
  months: 1,
  source: 'request',
  summary: '学生公寓热水报修单三次转办，受理二十个工作日后仍未答复报修人。',
  paper: ['报修工单流转记录', '第一次转办：水电组。第二次转办：公寓管理组。第三次转办：水电组。答复栏空白。'],
};
const toAnswer: Lead = {
  person: ordinaryCadre,
  code: '2.2',
  months: 1,
  source: 'inspection',
  summary: '实验教学平台建设方案印发五个月，未分解任务，中期检查时三个节点均未启动。',
  paper: ['中期检查通报', '检查发现：任务清单未制定，责任人未明确，三个节点均未启动。'],
};
const claimed: readonly Lead[] = [
  {
    person: applicants.beforePanel,
    code: '2.1',
    months: 2,
    source: 'appraisal',
    summary: '选课系统切换前压力测试规模偏小，开放首日系统中断四小时。',
    paper: ['系统中断情况说明', '开放首日并发为预估的三倍，上午中断四小时，当日恢复，选课时间顺延一天。'],
  },
  {
    person: applicants.exempt,
    code: '5.10',
    months: 4,
    source: 'inspection',
    summary: '地下管网改造试用新工艺，对地下障碍估计不足，工期延误一个月。',
    paper: ['工程督查记录', '开挖后发现未入图的旧沟渠，停工调整方案，延误一个月，费用未超概算。'],
  },
  {
    person: applicants.refused,
    code: '4.2',
    months: 3,
    source: 'inspection',
    summary: '闲置设备调剂权限已经下放，仍逐件上报请示，两个学院的设备半年未能调剂。',
    paper: ['设备调剂台账', '待调剂十二件，均注明“已上报，待批复”，最长一百八十天。'],
  },
];

async function filed(
  { services, as, today }: Cases,
  deeds: Deeds,
  { person, months, paper: [title, text], ...lead }: Lead,
): Promise<Handled> {
  const draft = await services.conduct.inactions.draft(await as(supervisor), {
    ...{ ...lead, staffNo: person.staffNo, occurredOn: addMonths(today, -months) },
    ...{ factId: null, documentNo: null, complainant: null },
  });
  await deeds.addEvidence(draft, supervisor, title, text);
  return deeds.move('conduct', supervisor, draft, 'submit');
}

const FOUND = {
  severity: 'general',
  severityReason: '影响限于本单位工作，当期已经补救',
  responsibility: 'direct',
  responsibilityReason: '分管并直接部署此项工作',
  cause: 'unable',
  causeReason: '对新情况估计不足，方法准备不够',
};
/** Where the clause attaches a condition, it is shown too. */
const conditionsOf = ({ code }: Lead) =>
  code === '4.2' ? [{ condition: 'withinDuty', reason: '调剂权限在本处职责清单内' }] : [];

export interface Inactions {
  /** In the order of `applicants`: before the panel, exempt, refused. */
  readonly claimed: readonly Handled[];
}

export async function fileInactions(cases: Cases): Promise<Inactions> {
  const deeds = deedsOf(cases);
  const { services, as } = cases;
  await deeds.name([await filed(cases, deeds, toVerify)], 'inspector', inspector);
  const told = [toAnswer, ...claimed];
  const files: Handled[] = [];
  for (const lead of told) files.push(await filed(cases, deeds, lead));
  await deeds.name(files, 'inspector', verifyingInspector);
  await deeds.name(files, 'hr', personnelOfficer, secondOfficer);
  for (const [i, file] of files.entries()) {
    const data = { ...FOUND, conditions: conditionsOf(told[i]!) };
    await deeds.move('conduct', verifyingInspector, file, 'verify', { data });
  }
  const fileIds = files.map(({ id }) => id);
  const { refused } = await services.conduct.inactions.notifyMany(await as(personnelOfficer), { fileIds });
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  const signed: Handled[] = [];
  for (const [i, { id }] of files.entries()) signed.push(await deeds.sign('conduct', told[i]!.person, id));
  return { claimed: signed.slice(1) };
}
