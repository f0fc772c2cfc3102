import { inBoth } from './in-both.ts';

export const receiptWords = inBoth(
  {
    receipts: '我的回执',
    receiptsLead: '您办理的和以您为对象的事项，每一项都可以留下一份证明；回执不依赖本系统也能核验。',
    noReceipts: '还没有事项',
    noReceiptsHint: '您办理事项，或有人以您为对象办理事项后，这里会列出。',
    receipt: '回执',
    fileName: '回执',
    who: '关系',
    byMe: '我办理的',
    onMe: '以我为对象',
    download: '下载回执',
    downloadOf: (at: string) => `下载回执：${at} 一项`,
    downloaded: '回执已下载，请妥善保存',
    verify: '核验回执',
    verifyLead: '粘贴或选择回执文件，由您的浏览器核验，不询问服务器。',
    toSignIn: '去登录',
    chooseFile: '选择文件（也可以把文件拖到这里）',
    tooLarge: '文件太大，不是回执',
    notReceipt: '这不是一份完整的回执。请使用下载的原文件，不要改动其中任何字符。',
    noWebCrypto:
      '浏览器只在 https 或本机地址上提供核验所需的功能。请改用 https 地址打开本页，或请管理员用 dandang verify 核验。',
    sound: '回执成立：内容、位置、签名前后一致。',
    altered: '回执不成立：其中有内容被改动，或不属于这本日志。',
    halfChecked: '内容和位置成立；签名还没有核验。',
    compareFingerprint:
      '最后一步由您完成：把下面的公钥指纹与学校公布的、或抄录在纸质纪要上的指纹逐组比对，一致才说明签名的是学校。',
    compareHead: '与另存的日志头比对',
    compareHeadNote:
      '如果您另有一份日志头，可以核对两者是同一本日志。只向服务器要一条连接路径，是否相符由浏览器判断。',
    heldHead: '另存的日志头',
    notHead: '这不是一份完整的日志头。',
    compare: '比对',
    deed: '事项',
    at: '时间',
    duty: '身份',
    subject: '对象',
    reason: '理由',
    place: '位置',
    placeOf: (place: number, size: number) => `第 ${place} 条，日志共 ${size} 条`,
    headAt: '签名时间',
    logHead: '日志头',
    headHolds: '签名有效，与库中所存一致。',
    headFails: '日志头不成立。请停止写入，保全现场，请系统管理员运行 dandang verify。',
    headSize: '条数',
    root: '根',
    fingerprint: '公钥指纹',
    copyOntoPaper: '请定期把条数、根和公钥指纹抄在纸质纪要上，或把文件存到别处：日后可以证明日志没有被替换。',
    downloadHead: '下载日志头',
    headFileName: '日志头',
    print: '打印',
  },
  {
    receipts: 'My receipts',
    receiptsLead:
      'What you did and what was done to you: each with a proof to keep, which can be checked without this system.',
    noReceipts: 'Nothing yet',
    noReceiptsHint: 'Acts of yours, and acts on you, are listed here as they happen.',
    receipt: 'Receipt',
    fileName: 'receipt',
    who: 'Relation',
    byMe: 'Done by me',
    onMe: 'Done to me',
    download: 'Download receipt',
    downloadOf: (at) => `Download receipt of ${at}`,
    downloaded: 'The receipt was downloaded: keep it safe',
    verify: 'Check a receipt',
    verifyLead: 'Paste or choose a receipt: your browser checks it and does not ask the server.',
    toSignIn: 'Sign in',
    chooseFile: 'Choose a file (or drop it here)',
    tooLarge: 'The file is too large for a receipt',
    notReceipt:
      'This is not a whole receipt. Use the file as it was downloaded, without changing a character.',
    noWebCrypto:
      'Browsers check only on https or on this machine. Open this page through https, or ask the administrator to run dandang verify.',
    sound: 'The receipt holds: content, place and signature agree.',
    altered: 'The receipt does not hold: something in it was altered, or it is not of this log.',
    halfChecked: 'Content and place hold; the signature has not been checked yet.',
    compareFingerprint:
      'The last step is yours: compare this fingerprint, group by group, with the one the school published or copied onto paper. Only then it was the school that signed.',
    compareHead: 'Compare with a head kept elsewhere',
    compareHeadNote:
      'If you hold another head, both can be shown to be of one log. The server is asked for a path only; the browser judges whether it fits.',
    heldHead: 'Head kept elsewhere',
    notHead: 'This is not a whole head.',
    compare: 'Compare',
    deed: 'Deed',
    at: 'Time',
    duty: 'Duty',
    subject: 'Subject',
    reason: 'Reason',
    place: 'Place',
    placeOf: (place, size) => `number ${place} of ${size} in the log`,
    headAt: 'Signed at',
    logHead: 'Head of the log',
    headHolds: 'The signature is valid and agrees with what is stored.',
    headFails: 'The head does not hold. Stop writing, keep everything as it is, have dandang verify run.',
    headSize: 'Entries',
    root: 'Root',
    fingerprint: 'Key fingerprint',
    copyOntoPaper:
      'Copy the number of entries, the root and the fingerprint onto paper now and then, or keep the file elsewhere: it proves later that the log was not replaced.',
    downloadHead: 'Download the head',
    headFileName: 'log-head',
    print: 'Print',
  },
);

export const outcomeWords = inBoth(
  { holds: '成立', fails: '不成立', withheld: '未载明', unable: '未能核验' },
  { holds: 'holds', fails: 'fails', withheld: 'not stated', unable: 'not checked' },
);

export const entryChecks = inBoth(
  {
    holds: '所载事项就是日志中的那一条，一字未改。',
    fails: '所载事项与日志中的那一条不符。',
    withheld: '他人办理时写下的理由不对您公开，回执只证明日志中有这一条。',
    unable: '浏览器无法核验。',
  },
  {
    holds: 'The act is the one in the log, to the letter.',
    fails: 'The act is not the one in the log.',
    withheld:
      'The reason somebody else gave is not shown to you; the receipt proves only that the log has the act.',
    unable: 'The browser cannot check it.',
  },
);

export const placeChecks = inBoth(
  {
    holds: '这一条确实在所附日志头之下。',
    fails: '这一条不在所附日志头之下。',
    withheld: '未载明。',
    unable: '浏览器无法核验。',
  },
  {
    holds: 'The act stands under the head that comes with it.',
    fails: 'The act does not stand under the head that comes with it.',
    withheld: 'Not stated.',
    unable: 'The browser cannot check it.',
  },
);

export const keyChecks = inBoth(
  {
    holds: '公钥与日志头所写的指纹一致。',
    fails: '公钥与日志头所写的指纹不一致。',
    withheld: '未载明。',
    unable: '浏览器无法核验。',
  },
  {
    holds: 'The public key has the fingerprint that the head names.',
    fails: 'The public key does not have the fingerprint that the head names.',
    withheld: 'Not stated.',
    unable: 'The browser cannot check it.',
  },
);

export const signatureChecks = inBoth(
  {
    holds: '日志头由持有这把公钥所对应密钥的一方签名。',
    fails: '日志头的签名不成立。',
    withheld: '未载明。',
    unable:
      '这个浏览器不支持 Ed25519 签名（需要 2025 年以后的版本）；请换用新版浏览器，或请管理员用 dandang verify 核验。',
  },
  {
    holds: 'The head was signed by whoever holds the key to this public key.',
    fails: 'The signature of the head does not hold.',
    withheld: 'Not stated.',
    unable:
      'This browser does not know Ed25519 signatures (versions since 2025 do): use a newer one, or ask the administrator to run dandang verify.',
  },
);

export const headChecks = inBoth(
  {
    holds: '同一本日志：短的是长的开头。',
    fails: '不是同一本日志，或其中一份被改动。',
    withheld: '未载明。',
    unable: '没有取到连接路径，暂时无法比对。',
  },
  {
    holds: 'One log: the shorter is the beginning of the longer.',
    fails: 'Not one log, or one of the two was altered.',
    withheld: 'Not stated.',
    unable: 'The path could not be fetched, so they cannot be compared now.',
  },
);
