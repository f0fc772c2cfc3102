import { inBoth } from './in-both.ts';

/** 年度归档与重开. */
export const archiveWords = inBoth(
  {
    archive: '归档',
    archived: '已归档',
    title: (year: number) => `${year} 年度考核归档`,
    intro: '归档之后：',
    effectResults:
      '各人得分和拟定等次不再变动；不能再测算、定同分、安排机动名额，也不能再导入或确认本年度数据。',
    effectInitiative: (count: number) => `本年度已认定的 ${count} 条担当作为记录不再接受质疑。`,
    effectLater: '此后才成为最终的记录，计入成为最终当天所在的年度，不补扣，也不重复扣。',
    effectReopen: '须由党委会会议决定才能重开。',
    reason: '归档理由',
    reasonHint: '写明依据，如会议或文件',
    submit: (year: number) => `归档 ${year} 年度`,
    done: (year: number) => `${year} 年度已归档。`,
    against: '现在还不能归档：',
    archivedOn: (day: string, by: string) =>
      `本年度已于 ${day} 由${by}归档，结果不再变动。须由党委会会议决定重开。`,
    archivedPlain: '本年度已归档，结果不再变动。须由党委会会议决定重开。',
    planMeeting: '安排党委会会议',
    reopenedOn: (day: string) => `本年度经 ${day} 党委会会议决定重开，须重新测算后再归档。`,
    because: (reason: string) => `理由：${reason}`,
  },
  {
    archive: 'Archive',
    archived: 'archived',
    title: (year) => `Archive the appraisal of ${year}`,
    intro: 'Once it is archived:',
    effectResults:
      'Scores and proposed grades stand; nothing is evaluated, no tie or place decided, no figures of the year imported or confirmed any more.',
    effectInitiative: (count) => `${count} verified records of initiative can be challenged no more.`,
    effectLater:
      'A record that becomes final later counts in the year of that day: nothing is deducted after the fact, and nothing twice.',
    effectReopen: 'Only a meeting of the party committee reopens it.',
    reason: 'Reason',
    reasonHint: 'The basis: a meeting or a document',
    submit: (year) => `Archive ${year}`,
    done: (year) => `${year} is archived.`,
    against: 'It cannot be archived yet:',
    archivedOn: (day, by) =>
      `Archived on ${day} by ${by}: its results stand. Only a meeting of the party committee reopens it.`,
    archivedPlain: 'Archived: its results stand. Only a meeting of the party committee reopens it.',
    planMeeting: 'Plan a meeting',
    reopenedOn: (day) =>
      `Reopened by the meeting of the party committee on ${day}: evaluate it anew, then archive it again.`,
    because: (reason) => `Reason: ${reason}`,
  },
);
