import { inBoth } from './in-both.ts';

/** What is on public notice (公示). */
export const noticeListWords = inBoth(
  {
    noticesTitle: '公示',
    noticesLead: '正在公示的担当作为记录。对内容有异议的，请在截止日之前提出。',
    noticesSearch: '按姓名、内容查找',
    noticesCaption: '正在公示的事项',
    noticesEmpty: '目前没有正在公示的事项',
    noticesEmptyHint: '核实后的担当作为记录在公示期内列在这里。',
    lastDay: '截止',
    object: '提出异议',
    objectTo: (name: string) => `对 ${name} 的公示提出异议`,
  },
  {
    noticesTitle: 'Public notices',
    noticesLead: 'Initiative records on public notice. Object before the last day where something is wrong.',
    noticesSearch: 'Search name or content',
    noticesCaption: 'On public notice',
    noticesEmpty: 'Nothing is on public notice',
    noticesEmptyHint: 'Verified initiative records are listed here while their notice runs.',
    lastDay: 'Last day',
    object: 'Object',
    objectTo: (name) => `Object to the notice about ${name}`,
  },
);
