// 告知书: what somebody is told, on which evidence, until when and how he may answer, whom he may ask.
import type { Day } from '../../scoring/index.ts';
import type { Filling } from '../adapters/docx.ts';
import { dayInWords, paragraphsOf, type PersonNamed, type TimeLimit, timeInWords } from './document-words.ts';

/** How somebody may answer, and until when. */
export interface Answering {
  /** What can be done in the product: 提交陈述申辩, 提出申诉. */
  readonly deeds: readonly string[];
  readonly limit: TimeLimit;
  /** Known once the notice was served. */
  readonly lastDay: Day | null;
  /** Whether more time can be asked for. */
  readonly mayExtend: boolean;
}
export interface Served {
  readonly on: Day;
  readonly how: 'signed' | 'paper';
  readonly receiver: string | null;
  readonly witness: string | null;
  readonly handedOverBy: string | null;
}
export interface Notice {
  readonly school: string;
  readonly fileId: string;
  /** 陈述申辩告知书, 认定结果告知书 … */
  readonly title: string;
  readonly person: PersonNamed;
  readonly issuedOn: Day;
  readonly matter: readonly string[];
  readonly evidence: readonly { readonly name: string; readonly sha256: string }[];
  /** Null: nothing has to be answered. */
  readonly answering: Answering | null;
  /** Who handles it. */
  readonly contacts: readonly string[];
  readonly served: Served | null;
}

const DIGITS_SHOWN = 12;

function until({ answering }: Notice): string {
  if (answering === null) return '本告知无须答复。';
  const { deeds, limit, lastDay } = answering;
  const what = deeds.join('或者');
  const time = `自送达之日起${timeInWords(limit)}`;
  return lastDay === null
    ? `您可以${time}内${what}；送达之后，系统按工作日历显示截止日期。`
    : `您可以在${dayInWords(lastDay)}（含当日）之前${what}。期限为${time}，送达日期以送达回证为准。`;
}

const ways = ({ answering }: Notice): string =>
  answering === null
    ? '如有意见，可以向承办人说明。'
    : `登录本系统，在“待办”中打开本事项，选择${answering.deeds.map((deed) => `“${deed}”`).join('或者')}，写明意见，可以添加材料。不便使用系统的，可以书面提交组织部，由组织部录入并附扫描件，另一人核对后生效。`;

const moreTime = ({ answering }: Notice): string =>
  answering?.mayExtend === true
    ? '需要更多时间的，请在期限届满之前向承办人提出并说明理由；同意延长的，自原期限届满之日起再延长一次同样的期限。'
    : '本期限不能延长。';

const whom = ({ contacts }: Notice): string =>
  contacts.length === 0
    ? '承办单位：组织部。对本告知有疑问的，请向组织部询问。'
    : `承办人：${contacts.join('、')}。对本告知有疑问的，可以在办公时间向承办人或者组织部询问。`;

const serviceOf = (served: Served | null): Filling =>
  served === null
    ? {
        送达方式: '□ 系统签收　□ 当面送交　□ 其他：',
        ...{ 送达日期: '　　　年　　月　　日', 签收人: '', 见证人: '', 送达人: '' },
      }
    : {
        送达方式: served.how === 'signed' ? '系统签收' : '当面送交',
        送达日期: dayInWords(served.on),
        签收人: served.how === 'signed' ? `${served.receiver ?? ''}（系统签收）` : (served.receiver ?? ''),
        见证人: served.witness ?? '',
        送达人: served.handedOverBy ?? '',
      };

export function noticeDocument(data: Notice): Filling {
  const { person, evidence } = data;
  return {
    ...{ 学校: data.school, 案卷编号: data.fileId, 标题: data.title },
    ...{ 姓名: person.name, 单位: person.unit, 职务: person.post, 告知日期: dayInWords(data.issuedOn) },
    告知事项: paragraphsOf(data.matter),
    证据说明:
      evidence.length === 0
        ? '本次告知时，案卷中没有材料。'
        : `本次告知所依据的材料共${evidence.length}份，可以在系统中本事项的“材料”一栏查阅、下载；校验值用来核对材料未经改动。`,
    证据:
      evidence.length === 0
        ? [{ 序号: '—', 名称: '没有材料', 校验值: '—' }]
        : evidence.map(({ name, sha256 }, i) => ({
            序号: String(i + 1),
            名称: name,
            校验值: sha256.slice(0, DIGITS_SHOWN),
          })),
    答复期限: until(data),
    答复方式: ways(data),
    延长期限: moreTime(data),
    联系人: whom(data),
    ...serviceOf(data.served),
  };
}
