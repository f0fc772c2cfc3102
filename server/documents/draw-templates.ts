// What the product's own templates say; a school that words them otherwise edits the Word files, not this.
import { cells, eachParagraph, heads, paragraph, partsOfDocument, table, TEXT_WIDTH } from './word-parts.ts';

const heading = (text: string) => paragraph('heading', text);
const body = (text: string) => paragraph('body', text);
/** Word joins two tables that touch. */
const gap = () => paragraph('note');

const exemptionDecision = (): string[] => [
  paragraph('issuer', '{学校}'),
  paragraph('title', '容错免责认定书'),
  paragraph('subtitle', '〔{年份}〕　　　号'),
  gap(),
  table(
    [1500, 2922, 1500, 2922],
    [
      ['姓名', '{姓名}', '职务', '{职务}'],
      ['单位', '{单位}', '行为日期', '{行为日期}'],
      ['案卷编号', '{案卷编号}', '认定日期', '{认定日期}'],
    ].map(([a, b, c, d]) => [...heads(a!), ...cells(b!), ...heads(c!), ...cells(d!)]),
  ),
  gap(),
  heading('一、行为和经过'),
  body(
    '本认定所涉的履职记录，依据{依据}（以下称实施意见）{行为条款}登记：{行为日期}，“{行为}”。记录所述的情况：',
  ),
  eachParagraph('事实经过'),
  body('申请人对事实的陈述：'),
  eachParagraph('申请人陈述'),
  body('申请人说明履行的程序：'),
  eachParagraph('履行程序'),
  heading('二、适用的区分和情形'),
  body('本事项适用“{区分}”（实施意见{区分条款}），所属情形为“{情形}”（{情形编号}）。'),
  eachParagraph('佐证'),
  heading('三、逐项认定的事实'),
  body('该情形所列事实须全部证明，方可免责。逐项认定如下：'),
  table(
    [700, 2744, 1100, 4300],
    [
      heads('序号', '事实', '认定', '理由和依据'),
      cells('{#事实}{序号}', '{名称}', '{认定}', '{依据}{/事实}'),
    ],
    { hasHead: true },
  ),
  gap(),
  heading('四、三项检验和红线审查'),
  body('三项检验由核实人员逐项回答；红线另由未参加核实的纪检人员独立审查。'),
  table(
    [2400, 1500, 4944],
    [heads('检验', '结论', '理由和依据'), cells('{#检验}{名称}', '{认定}', '{依据}{/检验}')],
    { hasHead: true },
  ),
  gap(),
  table(
    [2400, 1200, 1200, 4044],
    [
      heads('红线', '核实人员', '审查人员', '理由'),
      cells('{#红线}{名称}', '{核实}', '{审查}', '{依据}{/红线}'),
    ],
    { hasHead: true },
  ),
  gap(),
  heading('五、六个方面的考虑'),
  body('各方面分别判断并说明理由，不折算分数，不相互抵消。'),
  table(
    [1700, 1200, 5944],
    [heads('方面', '判断', '理由'), cells('{#考虑}{名称}', '{判断}', '{理由}{/考虑}')],
    { hasHead: true },
  ),
  gap(),
  heading('六、认定结论'),
  body('{表决情况}'),
  paragraph('decision', '认定：{结论}。'),
  body('{结论效力}'),
  eachParagraph('申诉变更'),
  heading('七、纠错要求'),
  eachParagraph('纠错要求'),
  heading('八、救济途径和期限'),
  body('{救济途径}'),
  gap(),
  table(
    [3200, TEXT_WIDTH - 3200],
    ['认定小组组长（签名）', '认定小组成员（签名）', '记录人（签名）'].map((who) => [
      ...heads(who),
      ...cells(''),
    ]),
    { rowHeight: 760 },
  ),
  gap(),
  paragraph('closing', '{学校}容错认定小组（印章）'),
  paragraph('closing', '{认定日期}'),
];

const notice = (): string[] => [
  paragraph('issuer', '{学校}'),
  paragraph('title', '{标题}'),
  paragraph('subtitle', '案卷编号：{案卷编号}'),
  gap(),
  paragraph('salutation', '{姓名}（{单位}　{职务}）：'),
  heading('一、告知事项'),
  eachParagraph('告知事项'),
  heading('二、证据材料'),
  body('{证据说明}'),
  table(
    [700, 5444, 2700],
    [
      heads('序号', '材料名称', '校验值（SHA-256前12位）'),
      cells('{#证据}{序号}', '{名称}', '{校验值}{/证据}'),
    ],
    { hasHead: true },
  ),
  gap(),
  heading('三、答复期限'),
  body('{答复期限}'),
  heading('四、答复方式'),
  body('{答复方式}'),
  heading('五、申请延长期限'),
  body('{延长期限}'),
  heading('六、咨询和联系'),
  body('{联系人}'),
  gap(),
  paragraph('closing', '{学校}（印章）'),
  paragraph('closing', '{告知日期}'),
  paragraph('title', '送达回证', { isOnNewPage: true }),
  table(
    [2600, TEXT_WIDTH - 2600],
    [
      ['送达文书', '{标题}（案卷编号：{案卷编号}）'],
      ['受送达人', '{姓名}（{单位}　{职务}）'],
      ['送达方式', '{送达方式}'],
      ['送达日期', '{送达日期}'],
      ['受送达人签名', '{签收人}'],
      ['见证人', '{见证人}'],
      ['送达人', '{送达人}'],
      ['备注', ''],
    ].map(([what, value]) => [...heads(what!), ...cells(value!)]),
    { rowHeight: 680 },
  ),
  paragraph('note', '签收只表示收到，不表示同意；答复期限从送达之日起算。'),
];

const clarification = (): string[] => [
  paragraph('issuer', '{学校}'),
  paragraph('title', '澄清书'),
  paragraph('subtitle', '案卷编号：{案卷编号}'),
  gap(),
  paragraph('salutation', '{姓名}（{单位}　{职务}）：'),
  heading('一、澄清的事项'),
  body('关于您{行为日期}“{行为}”（{依据}{行为条款}）的履职记录（以下称该记录）。'),
  heading('二、依据的决定'),
  body('{决定日期}，{决定}，撤销对该记录的认定。'),
  heading('三、澄清的效力'),
  body('该记录不计分，不作为年度考核、评优评先、选拔任用和问责的依据；已经据此得出的结果，按程序重新计算。'),
  heading('四、澄清的范围'),
  body('本澄清书只就上述一项事项作出，不涉及其他事项。'),
  gap(),
  paragraph('closing', '{学校}（印章）'),
  paragraph('closing', '{决定日期}'),
];

const DRAWN = {
  'exemption-decision.docx': exemptionDecision,
  'notice.docx': notice,
  'clarification.docx': clarification,
};

/** The parts of each template by its file. */
export const drawnTemplates = (): { file: string; parts: { name: string; text: string }[] }[] =>
  Object.entries(DRAWN).map(([file, draw]) => ({ file, parts: partsOfDocument(draw().join('')) }));
