import { inBoth } from './in-both.ts';

/** The cadre's own files: what waits for an answer, and everything else about oneself. */
export const ownFileWords = inBoth(
  {
    title: '本人事项',
    lead: '关于您本人的不为记录、容错认定和担当作为：能办的在前，每件写明期限。',
    open: '等您办理的',
    nothingOpen: '目前没有等您答复或签收的事项。',
    nothingOpenHint: '有新的通知时，这里和“待办”“收件箱”都会出现。',
    others: '其他事项',
    none: '没有关于您的记录',
    noneHint: '有人记录、核实并告知您之后，会列在这里；您也可以自己填报担当作为。',
    sign: '签收通知',
    afterSigning: '签收后起算',
    mayDo: '可以办理',
    know: '需要知道的',
    answer: '申辩',
    answerHow: (days: number | null) =>
      `签收通知后有${days === null ? '一段时间' : ` ${days} 个工作日`}陈述申辩，逾期照程序进行，不视为承认。打开该事项，点“提交陈述申辩”。`,
    time: '延期',
    timeHow: '时间不够的，期满前向通知中写明的组织部承办人说明理由，可延期一次。',
    tolerance: '免责申请',
    toleranceHow: '认为属于先行先试、无意过失的，在陈述期内或认定前点“申请免责”，按三个区分另行认定。',
    appeal: '复核与申诉',
    appealHow: (days: number | null, after: number | null) =>
      `认定送达之后${days === null ? '' : ` ${days} 日内`}可以申请复核，或直接申诉；对复核结果不服的${after === null ? '' : ` ${after} 日内`}可以申诉。其间不计分，申诉不会加重。`,
    receipts: '回执',
    receiptsHow: '您每次签收、陈述、申请都有可验证的回执：',
    toReceipts: '我的回执',
  },
  {
    title: 'My files',
    lead: 'Records of inaction, exemptions and initiatives about you: what you can act on comes first, with its deadline.',
    open: 'Waiting for you',
    nothingOpen: 'Nothing waits for your answer or signature.',
    nothingOpenHint: 'A new notice appears here, in your to-do list and in your inbox.',
    others: 'Other files',
    none: 'There is no record about you',
    noneHint:
      'Once something is recorded, verified and told to you, it is listed here; initiatives you can file yourself.',
    sign: 'Sign for the notice',
    afterSigning: 'runs once signed for',
    mayDo: 'You can',
    know: 'Good to know',
    answer: 'To answer',
    answerHow: (days) =>
      `Once signed for, you have ${days === null ? 'time' : `${days} working days`} to answer; without an answer the file goes on, and that is no admission. Open it and choose “Answer”.`,
    time: 'More time',
    timeHow:
      'Before the time ends, give your reason to the officer named in the notice: it can be prolonged once.',
    tolerance: 'Exemption',
    toleranceHow:
      'If it was a trial or an honest error, choose “Claim exemption” before it is reviewed: it is weighed by the three distinctions.',
    appeal: 'Review and appeal',
    appealHow: (days, after) =>
      `${days === null ? 'After' : `Within ${days} days of`} the confirmation you may ask for a review or appeal at once; ${after === null ? 'after' : `within ${after} days of`} a review you may appeal. Nothing counts meanwhile, and no appeal makes it heavier.`,
    receipts: 'Receipts',
    receiptsHow: 'Everything you sign and send has a receipt that can be checked: ',
    toReceipts: 'My receipts',
  },
);
