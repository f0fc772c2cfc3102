// What can be wrong with a log or with the rows it vouches for: each kind with what it means and what to do.
import type { Label } from '../../scoring/index.ts';

interface FaultWords {
  readonly what: Label;
  readonly cure: Label;
}
const RESTORE: Label = {
  zh: '停止写入，保全现场，与最近一次备份逐项比对；确认原因前不要修补',
  en: 'Stop writing, keep the store as it is, compare with the latest backup; mend nothing before the cause is known',
};
const ASK: Label = {
  zh: '查看这一行的审计记录，与备份比对后由组织部更正并留痕',
  en: 'Read the audit entries of this row, compare with the backup, and have it corrected as an act on record',
};

export const FAULTS = {
  entryAltered: {
    what: {
      zh: '审计记录或其变更清单与日志不符',
      en: 'An audit entry or its list of changes is not what the log bound',
    },
    cure: RESTORE,
  },
  entryMissing: {
    what: { zh: '日志中的审计记录不见了', en: 'An audit entry of the log is gone' },
    cure: RESTORE,
  },
  entryIncoherent: {
    what: { zh: '审计记录与其变更清单不相符', en: 'An audit entry does not agree with its list of changes' },
    cure: RESTORE,
  },
  changesWithoutEntry: {
    what: { zh: '有不属于任何审计记录的变更', en: 'There are changes that belong to no audit entry' },
    cure: RESTORE,
  },
  sequenceGap: { what: { zh: '日志序号中断', en: 'The places of the log have a gap' }, cure: RESTORE },
  nodeWrong: {
    what: { zh: '日志节点被改动、缺失或多余', en: 'A node of the log was altered, lost or added' },
    cure: RESTORE,
  },
  rootWrong: {
    what: {
      zh: '日志头的根与内容不符（此处起）',
      en: 'From here on the root of a head is not that of the entries',
    },
    cure: RESTORE,
  },
  signatureWrong: {
    what: { zh: '日志头的签名不成立', en: 'The signature of a head does not hold' },
    cure: RESTORE,
  },
  headGap: { what: { zh: '缺少一个日志头', en: 'A head is missing' }, cure: RESTORE },
  logTruncated: { what: { zh: '日志末尾被截去', en: 'The end of the log was cut off' }, cure: RESTORE },
  leavesUnsigned: {
    what: { zh: '日志末尾没有签名的日志头', en: 'The end of the log has no signed head' },
    cure: RESTORE,
  },
  keyWrong: {
    what: {
      zh: '公布的公钥不是由前一把密钥担保的',
      en: 'A published key is not vouched for by the one before',
    },
    cure: {
      zh: '与纸质纪要上抄录的公钥指纹比对',
      en: 'Compare with the fingerprint that was copied onto paper',
    },
  },
  keyForeign: {
    what: {
      zh: '日志不是由本机密钥文件中的密钥签名',
      en: 'The log is not signed with the key of this key file',
    },
    cure: {
      zh: '确认密钥文件；若密钥无误，日志已被替换',
      en: 'Make sure of the key file; if it is right, the log was replaced',
    },
  },
  heldHeadWrong: {
    what: { zh: '所持日志头本身的签名不成立', en: 'The signature of the held head itself does not hold' },
    cure: { zh: '换用原件', en: 'Use the original' },
  },
  heldHeadAhead: {
    what: {
      zh: '所持日志头比现有日志还长：数据库被换成旧副本或被截短',
      en: 'The held head is longer than the log: the store is an old copy, or was cut',
    },
    cure: {
      zh: '若是有意恢复备份，应有恢复记录说明缺失的部分；否则恢复较新的数据库',
      en: 'If a backup was restored on purpose, the restore says what is missing; else bring back the newer store',
    },
  },
  heldHeadDiffers: {
    what: { zh: '现有日志的开头不是所持日志头', en: 'The log does not begin with what the held head signed' },
    cure: RESTORE,
  },
  rowAltered: {
    what: { zh: '数据行在程序之外被改动', en: 'A row was altered behind the program' },
    cure: ASK,
  },
  rowRemoved: {
    what: { zh: '数据行在程序之外被删除', en: 'A row was removed behind the program' },
    cure: ASK,
  },
  rowAdded: { what: { zh: '数据行在程序之外被添加', en: 'A row was added behind the program' }, cure: ASK },
  historyBroken: {
    what: { zh: '这一行的变更前后不相衔接', en: 'The changes of a row do not join' },
    cure: RESTORE,
  },
  storeDamaged: {
    what: { zh: '数据库文件损坏', en: 'The database file is damaged' },
    cure: { zh: '从备份恢复', en: 'Restore a backup' },
  },
} as const satisfies Readonly<Record<string, FaultWords>>;
export type FaultKind = keyof typeof FAULTS;

/** One thing that is wrong, and where. */
export interface Fault {
  readonly kind: FaultKind;
  readonly place: Readonly<Record<string, string | number>>;
}
