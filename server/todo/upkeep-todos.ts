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
