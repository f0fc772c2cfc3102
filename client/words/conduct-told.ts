import { inBoth } from './in-both.ts';

/** The notice, as the person concerned reads it. */
export const toldWords = inBoth(
  {
    title: '给您的通知',
    confirmedTitle: '认定已经作出',
    what: '什么事',
    whatIs: (code: string, behaviour: string, day: string) => `${day}：${code} ${behaviour}`,
    evidence: '依据的材料',
    noEvidence: '没有附材料；核实的理由见下面“核实结果”。',
    until: '到什么时候',
    replyUntil: (day: string) => `${day} 前（含当日）陈述；期满未陈述的，照程序进行，不视为承认。`,
    replyAfterSigning: (days: number | null) =>
      `请先签收；${days === null ? '' : `${days} 个工作日`}从签收之日起算。`,
    appealUntil: (day: string) => `${day} 前（含当日）申请复核或提出申诉；期满生效。`,
    onlyAppealUntil: (day: string) => `${day} 前（含当日）提出申诉；期满生效。`,
    appealAfterSigning: '请先签收；期限从签收之日起算。',
    how: '怎样陈述',
    howReply: '点“提交陈述申辩”写明意见，可附材料；也可以交纸质材料，由组织部代录。',
    howAppeal: '点“申请复核”或“提出申诉”，写明理由和请求；申诉由没有参与认定的机构集体审理，不会加重。',
    howOnlyAppeal: '点“提出申诉”，写明理由和请求；由没有参与认定的机构集体审理，不会加重。',
    tolerance: '属于无意的失误、先行先试',
    toleranceHow: '点“申请免责”，另行按三个区分认定；认定期间本记录不往下办。申请也算陈述。',
    longer: '时间不够',
    longerHow: (who: string) => `期满前向${who}说明理由，可延期一次。`,
    ask: '有疑问找谁',
    askWhom: (who: string) => `${who}。`,
    hr: '组织部',
    receipt: '您每次提交都有回执，见',
    receipts: '我的回执',
  },
  {
    title: 'Your notice',
    confirmedTitle: 'It was confirmed',
    what: 'What',
    whatIs: (code, behaviour, day) => `${day}: ${code} ${behaviour}`,
    evidence: 'Evidence',
    noEvidence: 'None was added; see below why it was verified so.',
    until: 'Until when',
    replyUntil: (day) =>
      `Answer by ${day}; if you do not, the file goes on, and that is not taken as an admission.`,
    replyAfterSigning: (days) =>
      `Please sign for it first; ${days === null ? 'the time' : `${days} working days`} run from then.`,
    appealUntil: (day) => `Ask for a review or appeal by ${day}; then it becomes final.`,
    onlyAppealUntil: (day) => `Appeal by ${day}; then it becomes final.`,
    appealAfterSigning: 'Please sign for it first; the time runs from then.',
    how: 'How',
    howReply: 'Choose “Answer” and write; you may add evidence. On paper, hand it to HR, who enters it.',
    howAppeal:
      'Choose “Ask for a review” or “Appeal”; a body that took no part decides the appeal together, never more heavily.',
    howOnlyAppeal: 'Choose “Appeal”; a body that took no part decides it together, never more heavily.',
    tolerance: 'An honest error, or a trial',
    toleranceHow:
      'Choose “Claim exemption”: it is weighed by the three distinctions, and this record waits meanwhile. Claiming counts as an answer.',
    longer: 'More time',
    longerHow: (who) => `Before it ends, give ${who} your reason; it can be prolonged once.`,
    ask: 'Whom to ask',
    askWhom: (who) => `${who}.`,
    hr: 'HR',
    receipt: 'Everything you send has a receipt: see',
    receipts: 'My receipts',
  },
);
