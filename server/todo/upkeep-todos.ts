// What the product's own upkeep asks of whoever runs it.
import { alarmsOpen } from '../../db/queries/alarms.ts';
import { may } from '../permissions/may.ts';
import { item, type Source } from './todo-item.ts';

export const backupsToMend: Source = async ({ store, actor }) => {
  if (!may(actor, 'backup.run')) return [];
  const open = await alarmsOpen(store.read, store.tables, { audience: 'sysadmin', kind: 'backupLate' });
  return open.map(({ detail }) =>
    item('backupsToMend', '/backups', {
      title: { zh: '备份已逾期，请检查', en: 'Backups are late; look why' },
      detail: {
        zh: `应每 ${detail['everyHours'] ?? '?'} 小时一次`,
        en: `one is due every ${detail['everyHours'] ?? '?'} hours`,
      },
    }),
  );
};

const CHANNELS = {
  mail: { zh: '邮件', en: 'mail' },
  webhook: { zh: '学校通道', en: 'the school’s channel' },
};

/** Ends by itself once something goes out again the same way. */
export const noticesToMend: Source = async ({ store, actor }) => {
  if (!may(actor, 'system.config')) return [];
  const open = await alarmsOpen(store.read, store.tables, { audience: 'sysadmin', kind: 'noticesFailing' });
  return open.map(({ detail }) => {
    const { zh, en } = CHANNELS[detail['channel'] as keyof typeof CHANNELS];
    return item('noticesToMend', '/system', {
      title: { zh: '通知发不出去，请检查', en: 'Notices cannot be sent; look why' },
      detail: { zh: `${zh}：${detail['fault'] ?? ''}`, en: `${en}: ${detail['fault'] ?? ''}` },
    });
  });
};
