import { dated, ours, stated } from '../dated.ts';

/** The law of 2018 on civil servants, in force since 2019-06-01, gives these days; public institutions follow it. */
const byLaw = (value: number, article: 95 | 96) => [
  ours(value, '四·问责'),
  stated(value, '2019-06-01', `civil-service-2018#${article}`),
];

/**
 * The time limits of due process. No scoring rule computes with them, so they are no part of a result's policy stamp;
 * each event of a file names the limits in force on its day.
 */
export const timeLimits = {
  'limit.reply': dated(['陈述申辩期限', 'To reply to a notice'], 'workingDays', ours(10, '四·问责')),
  'limit.publicNotice': dated(['公示期', 'Public notice'], 'workingDays', ours(5, '四·考核')),
  'limit.askReview': dated(['申请复核期限', 'To ask for a review'], 'days', ...byLaw(30, 95)),
  'limit.decideReview': dated(['复核决定期限', 'To decide a review'], 'days', ...byLaw(30, 95)),
  'limit.appeal': dated(['直接申诉期限', 'To appeal directly'], 'days', ...byLaw(30, 95)),
  'limit.appealAfterReview': dated(
    ['对复核决定申诉的期限', 'To appeal after a review'],
    'days',
    ...byLaw(15, 95),
  ),
  'limit.decideAppeal': dated(['申诉处理期限', 'To decide an appeal'], 'days', ...byLaw(60, 96)),
  'limit.officer': dated(['经办提醒', 'Reminder to the officer'], 'workingDays', ours(10, '四·督查')),
  'limit.head': dated(['逾期报告负责人', 'Alarm to the head'], 'workingDays', ours(15, '四·督查')),
  'limit.meeting': dated(['提交会议决定的提醒', 'Reminder of a meeting'], 'days', ours(30, '四·督查')),
  'limit.draft': dated(['草稿保留期', 'A draft lapses'], 'days', ours(30, '四·督查')),
  'limit.countersign': dated(['会签期限', 'To countersign'], 'workingDays', ours(2, '四·督查')),
  'limit.pilotTerm': dated(['试点最长期限', 'Longest term of a pilot'], 'months', ours(36, '二·1')),
  'limit.influence': dated(['记录影响期', 'A record counts for'], 'months', ours(24, '四·问责')),
} as const;
