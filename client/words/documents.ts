import { inBoth } from './in-both.ts';

export const documentWords = inBoth(
  {
    title: '文书',
    note: 'Word 文档，按案卷内容生成，供打印、签名、盖章。',
    on: (day: string) => `${day} 作出`,
    download: (title: string, day: string) => `下载 ${title}（${day}，Word 文档）`,
  },
  {
    title: 'Documents',
    note: 'Word documents made from the file, to be printed, signed and sealed.',
    on: (day) => `of ${day}`,
    download: (title, day) => `Download ${title} (${day}, Word document)`,
  },
);
