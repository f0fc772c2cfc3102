// What to do about a refusal, in words: by name where there is something particular, else by its status.
import type { Label } from '../../scoring/index.ts';
import type { ProblemKind } from './problem.ts';

const label = (zh: string, en: string): Label => ({ zh, en });

const BY_STATUS: ReadonlyMap<number, Label> = new Map([
  [400, label('请按提示改正所列各处后重新提交。', 'Correct the places that are listed and send it again.')],
  [401, label('请登录；刚才登录过的，可能已超时，请重新登录。', 'Sign in; a session may also have run out.')],
  [
    403,
    label(
      '这项操作不在您的权限之内。如工作需要，请由组织部负责人提名授权，安全保密管理员批准后当即生效。',
      'This lies outside what you may do. If your work needs it, the head of HR proposes the grant and the security administrator decides; it takes effect at once.',
    ),
  ],
  [
    404,
    label(
      '请检查地址。内容可能不存在，也可能不在您的权限范围内。',
      'Check the address. It may not exist, or lie outside what you may see.',
    ),
  ],
  [
    405,
    label(
      '请检查请求的方法；答复的 Allow 标头列出可用的方法。',
      'Check the method; the header Allow names those that are taken.',
    ),
  ],
  [
    409,
    label(
      '请刷新页面，看过现在的内容后再决定。',
      'Reload the page, look at what stands there now, then decide.',
    ),
  ],
  [413, label('请缩小或拆分后再提交。', 'Make it smaller or send it in parts.')],
  [
    415,
    label(
      '请改用 application/json，上传文件用页面上的按钮。',
      'Send application/json; upload files with the button of the page.',
    ),
  ],
  [422, label('请按说明改正内容后再提交。', 'Correct what is named and send it again.')],
  [
    429,
    label(
      '请等待答复中 Retry-After 所示的秒数后再试。',
      'Wait for the seconds that Retry-After names, then try again.',
    ),
  ],
  [431, label('请清除本站的 Cookie 后再试。', 'Clear the cookies of this site and try again.')],
  [
    503,
    label(
      '请稍后再试；持续出现请告知系统管理员。',
      'Try again shortly; if it lasts, tell the system administrator.',
    ),
  ],
  [
    507,
    label(
      '查看不受影响。请告知系统管理员腾出磁盘空间；恢复后会自动可以办理，已答复成功的内容都在。',
      'Reading goes on. Tell the system administrator to make room; changes are taken again by themselves then, and whatever was acknowledged is there.',
    ),
  ],
]);
const ANY = label(
  '请告知系统管理员，并附上答复中的 instance 编号。',
  'Tell the system administrator, with the instance of the answer.',
);

const BY_NAME: Readonly<Record<string, Label>> = {
  'store-read-only': label(
    '查看不受影响。系统每 30 秒自行检查一次，能写入后自动恢复；请告知系统管理员查看服务器日志。',
    'Reading goes on. The product tries again every 30 seconds and goes on by itself; tell the system administrator to look at the log.',
  ),
  'idempotency-key-missing': label(
    '程序发出的每个更改请求都要带 Idempotency-Key 标头；同一操作重试时用同一个值。',
    'Every change that a program sends carries the header Idempotency-Key, the same one when it repeats the deed.',
  ),
  'answer-gone': label(
    '操作已经完成。请刷新页面查看结果，不要重复提交。',
    'It was done. Reload to see it; do not send it again.',
  ),
  'document-template-broken': label(
    '请把说明中的文件和标签告知系统管理员；模板改正后即可生成，不必重新启动。',
    'Tell the system administrator the file and tag that are named; once the template is mended it is used at once.',
  ),
  'own-password-first': label(
    '请先在“修改密码”页设置自己的密码。',
    'Choose a password of your own on the page “Change password” first.',
  ),
  'foreign-page': label(
    '请从本系统的页面上操作；页面开得太久时请刷新。',
    'Work from a page of this product; reload one that has been open for long.',
  ),
};

export const cureOf = ({ name, status }: ProblemKind): Label => BY_NAME[name] ?? BY_STATUS.get(status) ?? ANY;
