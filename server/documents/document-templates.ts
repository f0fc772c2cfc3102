// The documents there are: the file each is made from, and the tags its template may hold.
import type { Label } from '../../scoring/index.ts';
import type { TagsKnown } from '../adapters/docx.ts';

export interface DocumentTemplate extends TagsKnown {
  readonly file: string;
  readonly title: Label;
}

const PERSON = ['学校', '案卷编号', '姓名', '职务', '单位'];
const PARAGRAPH = ['段落'];

export const documentTemplates = {
  decision: {
    file: 'exemption-decision.docx',
    title: { zh: '容错免责认定书', en: 'Decision on the exemption' },
    texts: [
      ...PERSON,
      ...['年份', '认定日期', '行为日期', '行为', '依据', '行为条款', '区分', '区分条款', '情形', '情形编号'],
      ...['表决情况', '结论', '结论效力', '救济途径'],
    ],
    parts: {
      事实经过: PARAGRAPH,
      申请人陈述: PARAGRAPH,
      履行程序: PARAGRAPH,
      佐证: PARAGRAPH,
      事实: ['序号', '名称', '认定', '依据'],
      检验: ['名称', '认定', '依据'],
      红线: ['名称', '核实', '审查', '依据'],
      考虑: ['名称', '判断', '理由'],
      申诉变更: PARAGRAPH,
      纠错要求: PARAGRAPH,
    },
    needed: ['姓名', '事实', '红线', '考虑', '结论', '纠错要求', '表决情况', '救济途径', '申诉变更'],
  },
  notice: {
    file: 'notice.docx',
    title: { zh: '告知书', en: 'Notice' },
    texts: [
      ...PERSON,
      ...['标题', '告知日期', '证据说明', '答复期限', '答复方式', '延长期限', '联系人'],
      ...['送达方式', '送达日期', '签收人', '见证人', '送达人'],
    ],
    parts: { 告知事项: PARAGRAPH, 证据: ['序号', '名称', '校验值'] },
    needed: ['姓名', '告知事项', '证据', '答复期限', '答复方式', '延长期限', '联系人'],
  },
  clarification: {
    file: 'clarification.docx',
    title: { zh: '澄清书', en: 'Clarification' },
    texts: [...PERSON, '行为日期', '行为', '依据', '行为条款', '决定日期', '决定'],
    parts: {},
    needed: ['姓名', '行为', '行为日期', '决定', '决定日期'],
  },
} as const satisfies Record<string, DocumentTemplate>;

export type DocumentKind = keyof typeof documentTemplates;
