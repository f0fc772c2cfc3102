import { inBoth } from './in-both.ts';
import { labelOf } from './language.ts';

export const exportWords = inBoth(
  {
    title: '导出',
    lead: '导出的文件带水印，下载记入审计并告知文件中的每个人；超过 50 人须由另一位负责人放行。',
    ask: '导出…',
    askOwn: '导出本人档案',
    askTitle: '申请导出',
    askIntro: (people: number) =>
      people > 50
        ? `将导出 ${people} 人，须由另一位负责人放行后才能下载。文件带有您的姓名、时间和用途，下载会告知文件中的每个人。`
        : `将导出 ${people} 人，可立即下载。文件带有您的姓名、时间和用途，下载会告知文件中的每个人。`,
    askOwnIntro: '导出您自己的档案和各年度结果，文件带有您的姓名、时间和用途。',
    askDeed: '申请导出',
    askDone: '已申请，可在本页下载',
    reason: '用途',
    reasonHint: '印在文件的每一页上，也告知文件中的人。',
    awaiting: '待放行',
    noneAwaiting: '没有待放行的导出',
    noneAwaitingHint: '有人申请导出超过 50 人时，这里和待办中会出现。',
    own: '我的导出',
    noneOwn: '还没有导出过',
    noneOwnHint: '在名册或考核结果页按需要筛选，再点“导出…”。',
    what: '内容',
    people: '人数',
    asked: '申请',
    requester: '申请人',
    state: '状态',
    decision: '放行或退回的理由',
    file: '文件',
    download: '下载',
    until: (at: string) => `${at} 前可下载`,
    over: '已过期，请重新申请',
    deeds: '办理',
    release: '放行',
    refuse: '退回',
    releaseTitle: '放行这份导出',
    refuseTitle: '退回这份导出',
    releaseIntro: '放行后申请人可在 3 天内下载；您的名字和理由记入审计。',
    refuseIntro: '退回后申请人不能下载，会看到您的理由。',
    releaseDone: '已放行',
    refuseDone: '已退回',
    decideReason: '理由',
    decideReasonHint: '为什么需要，或为什么不宜导出这么多人。',
  },
  {
    title: 'Exports',
    lead: 'Exported files carry a watermark; each download is on record and told to everybody in it. More than 50 people need a second person to release it.',
    ask: 'Export…',
    askOwn: 'Export my record',
    askTitle: 'Ask for an export',
    askIntro: (people) =>
      people > 50
        ? `${people} people: a second person has to release it first. The file carries your name, the time and the purpose; everybody in it is told.`
        : `${people} people, to be fetched at once. The file carries your name, the time and the purpose; everybody in it is told.`,
    askOwnIntro: 'Your own profile and results; the file carries your name, the time and the purpose.',
    askDeed: 'Ask for it',
    askDone: 'Asked for: fetch it on this page',
    reason: 'Purpose',
    reasonHint: 'Printed on every page of the file, and told to the people in it.',
    awaiting: 'To be released',
    noneAwaiting: 'Nothing waits for release',
    noneAwaitingHint: 'Exports of more than 50 people appear here and in your to-do list.',
    own: 'My exports',
    noneOwn: 'No exports yet',
    noneOwnHint: 'Filter the roster or the results as needed, then choose “Export…”.',
    what: 'Content',
    people: 'People',
    asked: 'Asked',
    requester: 'Asked by',
    state: 'State',
    decision: 'Reason of the decision',
    file: 'File',
    download: 'Download',
    until: (at) => `until ${at}`,
    over: 'Over; ask anew',
    deeds: 'Decide',
    release: 'Release',
    refuse: 'Refuse',
    releaseTitle: 'Release this export',
    refuseTitle: 'Refuse this export',
    releaseIntro: 'It can be fetched for three days by whoever asked; your name and reason go on record.',
    refuseIntro: 'It cannot be fetched; whoever asked sees your reason.',
    releaseDone: 'Released',
    refuseDone: 'Refused',
    decideReason: 'Reason',
    decideReasonHint: 'Why it is needed, or why not so many people.',
  },
);

const KINDS = {
  roster: { zh: '干部名册', en: 'Roster' },
  results: { zh: '年度考核结果', en: 'Results' },
  ownRecord: { zh: '本人档案', en: 'Own record' },
} as const;
const STATES = {
  ready: { zh: '可下载', en: 'Ready' },
  awaiting: { zh: '待放行', en: 'Awaits release' },
  released: { zh: '已放行', en: 'Released' },
  refused: { zh: '已退回', en: 'Refused' },
} as const;

export const exportName = (what: keyof typeof KINDS): string => labelOf(KINDS[what]);
export const exportState = (state: keyof typeof STATES): string => labelOf(STATES[state]);
