import { inBoth } from './in-both.ts';

/** What a refusal means, and what is said while nothing can be changed. */
export const problemWords = inBoth(
  {
    storeFull: '服务器磁盘已满，暂时不能办理。',
    storeReadOnly: '数据库暂时不能写入，不能办理。',
    readingGoesOn: '查看不受影响；系统会自行恢复，请告知系统管理员。已答复成功的内容都在。',
    whatToDo: '怎么办',
    status: (status: number) => `状态码 ${status}`,
    code: '代号',
    signIn: '去登录',
    noSuch: '没有这种说明',
  },
  {
    storeFull: 'The disk of the server is full: nothing can be changed just now.',
    storeReadOnly: 'The store cannot be written to: nothing can be changed just now.',
    readingGoesOn:
      'Reading goes on and the product recovers by itself; tell the system administrator. Whatever was acknowledged is there.',
    whatToDo: 'What to do',
    status: (status) => `status ${status}`,
    code: 'Name',
    signIn: 'Sign in',
    noSuch: 'There is no such page',
  },
);
