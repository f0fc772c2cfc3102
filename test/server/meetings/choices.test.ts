// What the record form is told of each decision: its fields in both languages, and whether the file's facts close it.
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { DecideLeniently, DecideRefuse } from '../../../server/exemptions/exemption-events.ts';
import { DayText } from '../../../server/http/shared.contract.ts';
import { machineOf } from '../../../server/procedures/machines.ts';
import { carriedFields } from '../../../server/meetings/carried-fields.ts';
import { aSchoolThatMeets, BOARD, nameOf, type SchoolThatMeets } from '../../support/meeting.ts';

let at: SchoolThatMeets | null = null;
afterEach(async () => {
  await at?.remove();
  at = null;
});

interface Item {
  choices: {
    event: string;
    closedBecause: { zh: string; en: string } | null;
    fields: { name: string }[];
  }[];
  decision: { said: { label: { zh: string; en: string }; text: { zh: string } }[] } | null;
}
const itemOf = async (s: SchoolThatMeets, id: string, who = 'head'): Promise<Item> =>
  ((await s.shown(id, who)) as unknown as { items: Item[] }).items[0]!;

const kindWith = (carries: Record<string, z.ZodType<Record<string, unknown>>>) => ({
  ...{ machine: machineOf('exemption'), title: { zh: '', en: '' }, words: { states: {}, events: {} } },
  ...{ mayRead: () => true, carries, withoutReason: [], effects: {} },
});

test('容错认定的决定：纠错要求、期限、不同意见都有中英文名称，期限按日期填，长的按段落填', () => {
  const fields = carriedFields(kindWith({ decide_exempt: DecideLeniently }), 'decide_exempt');
  expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
    ['correction', 'paragraph', true],
    ['correctBy', 'day', true],
    ['dissent', 'paragraph', false],
  ]);
  for (const { label } of fields) {
    expect(label.zh).toMatch(/\p{Script=Han}/u);
    expect(label.en).toMatch(/^[A-Z][a-z ]+$/u);
  }
  expect(fields[0]!.most).toBe(500);
  const refuse = carriedFields(kindWith({ decide_refuse: DecideRefuse }), 'decide_refuse');
  expect(refuse.map(({ name }) => name)).toEqual(['dissent']);
});

test('没有英文名称的字段两种语言都用原名，没有名称的用字段名；短文字一行', () => {
  const shape = z.strictObject({
    place: z.string().max(60).meta({ title: '地点' }),
    day: DayText,
    sum: z.int(),
    is: z.boolean(),
  });
  expect(carriedFields(kindWith({ hold: shape }), 'hold').map(({ label, kind }) => [label, kind])).toEqual([
    [{ zh: '地点', en: '地点' }, 'text'],
    [{ zh: 'day', en: 'day' }, 'day'],
    [{ zh: 'sum', en: 'sum' }, 'number'],
    [{ zh: 'is', en: 'is' }, 'yesNo'],
  ]);
});

test('事实不容许的决定照样列出，写明为什么；只有某个字段不对的不算', async () => {
  const shut = { zh: '查明的事实不容许', en: 'The facts do not allow it' };
  const late = { zh: '应为今天之后的日期', en: 'Expected a day after today' };
  at = await aSchoolThatMeets('sqlite', {
    updown: {
      bars: {
        approve: async () => [
          { pointer: '/event', detail: shut },
          { pointer: '/data/correctBy', detail: late },
        ],
        refuse: async ({ data }) =>
          data['correctBy'] === undefined ? [{ pointer: '/data/correctBy', detail: late }] : [],
      },
    },
  });
  const id = await at.planned([await at.aFile('updown', 'reviewed')]);
  const { choices } = await itemOf(at, id);
  const closed = new Map(choices.map(({ event, closedBecause }) => [event, closedBecause]));
  expect(closed.get('approve')).toEqual(shut);
  expect(closed.get('refuse')).toBeNull();
  const refused = await at.record(id, BOARD, [{ event: 'approve', votes: [9, 0, 0] }]);
  expect([refused.status, nameOf(refused)]).toEqual([422, 'vote-invalid']);
  expect(refused.text).toContain('/items/0/decision/event');
  expect((await itemOf(at, id)).decision).toBeNull();
});

test('记录之后，决定所附的内容按名称列出；空着的不列；会议生效后不再有可选的决定', async () => {
  const shape = z.strictObject({
    correctBy: DayText.meta({ title: '纠错期限', titleEn: 'Put right by' }),
    isPublic: z.boolean().meta({ title: '公开', titleEn: 'Public' }),
    dissent: z.string().max(4000).optional().meta({ title: '不同意见', titleEn: 'Dissent' }),
  });
  at = await aSchoolThatMeets('sqlite', { updown: { carries: { approve: shape } } });
  const id = await at.planned([await at.aFile('updown', 'reviewed')]);
  const data = { correctBy: '2027-03-31', isPublic: false };
  await at.record(id, BOARD, [{ event: 'approve', votes: [9, 0, 0], data }]);
  const said = [
    { label: { zh: '纠错期限', en: 'Put right by' }, text: { zh: '2027-03-31', en: '2027-03-31' } },
    { label: { zh: '公开', en: 'Public' }, text: { zh: '否', en: 'No' } },
  ];
  expect((await itemOf(at, id)).decision!.said).toEqual(said);
  expect((await at.confirm(id, 'B1')).status).toBe(200);
  const closed = await itemOf(at, id, 'B1');
  expect(closed.decision!.said).toEqual(said);
  expect(closed.choices).toEqual([]);
});
