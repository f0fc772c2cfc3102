import { problem } from '../http/problem.ts';

export const noBackupPlace = problem(
  'no-backup-place',
  409,
  '没有设置备份目录（BACKUP_DIR），请由运行服务器的人设置后再试',
  'No folder for backups is set (BACKUP_DIR); whoever runs the server has to set one',
);
export const backupInTheWay = problem(
  'backup-in-the-way',
  409,
  '同名备份正在制作，或目标目录里已有内容',
  'The same backup is being made, or something lies in that folder already',
);
export const noBackup = problem(
  'no-backup',
  422,
  '这里没有完整的备份（缺少或无法识别 manifest.json）',
  'There is no whole backup here (manifest.json is missing or not understood)',
);
export const backupAltered = problem(
  'backup-altered',
  409,
  '备份的内容与其清单不符，不能使用',
  'The backup is not what its manifest says; it must not be used',
);
export const backupTooOld = problem(
  'backup-too-old',
  409,
  '备份早于所持的日志首部，恢复它会丢失之后的记录',
  'The backup is older than the held log head: restoring it loses what came after',
);
export const otherHistory = problem(
  'other-history',
  409,
  '备份的审计日志与所持的日志首部不是同一份历史',
  'The audit log of the backup and the held log head are two different histories',
);
export const otherSchema = problem(
  'other-schema',
  409,
  '备份来自另一版本的表结构，请用制作它的版本恢复后再升级',
  'The backup has the tables of another version: restore it with that version, then upgrade',
);
export const otherKeys = problem(
  'other-keys',
  409,
  '现有密钥不能读取这份备份，请先恢复它的密钥文件',
  'The keys at hand cannot read this backup; bring its key file back first',
);
export const targetFilled = problem(
  'target-filled',
  409,
  '目标数据库不是空的；恢复只写入空的数据库',
  'The target is not empty; a restore goes into an empty database only',
);
export const filesOnlyHere = problem(
  'other-engine',
  409,
  '这份备份是嵌入式数据库的文件，不能恢复到 PostgreSQL；请用 backup --portable 制作',
  'This backup is the file of the embedded store; for PostgreSQL make one with backup --portable',
);
export const notReleased = problem(
  'restore-not-released',
  403,
  '须由备份中在任的系统管理员以其密码启动恢复',
  'A restore is started by a system administrator of the backup, with the password of that time',
);
