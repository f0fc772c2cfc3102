// What the facts of a file close, whoever asks for it: the panel chooses among what is open, and nothing else.
import { exemptionOf, inactionOf } from '../../db/queries/conduct-files.ts';
import { ruleTextById } from '../../db/queries/rule-texts.ts';
import type { Row } from '../../db/tables/index.ts';
import {
  type Day,
  type ExemptionOutcome,
  exemptionOutcomes,
  isDay,
  type Label,
} from '../../scoring/index.ts';
import type { ProblemPlace } from '../http/problem.ts';
import type { Bar } from '../procedures/file-kind.ts';
import { findingOf, gateHolds } from './mistake.ts';

type Look = (row: Row<'exemptions'>, asked: Parameters<Bar>[0]) => readonly ProblemPlace[];
const on =
  (look: Look): Bar =>
  async (asked) =>
    look((await exemptionOf(asked.db, asked.tables, asked.file.id))!, asked);

const place = (pointer: string, detail: Label): ProblemPlace => ({ pointer, detail });

/** An application says what happened, which process was followed, and which situation it is. */
const isWhole = on(({ situation, statement, process }) => [
  ...(situation === null ? [place('/situation', { zh: '请选择所属情形', en: 'Choose the situation' })] : []),
  ...(statement === '' ? [place('/statement', { zh: '请写明事实经过', en: 'Say what happened' })] : []),
  ...(process === ''
    ? [place('/process', { zh: '请写明履行的程序', en: 'Say which process was followed' })]
    : []),
]);

const notOpen = (row: Row<'exemptions'>, outcome: ExemptionOutcome): readonly ProblemPlace[] => {
  const finding = findingOf(row);
  if (finding?.open.includes(outcome)) return [];
  const { zh, en } = exemptionOutcomes[outcome];
  const why = (finding?.because ?? []).slice(1);
  return [
    place('/event', {
      zh: `查明的事实不容许“${zh}”。${why.map((each) => each.zh).join('')}`,
      en: `The facts do not leave “${en}” open. ${why.map((each) => each.en).join(' ')}`,
    }),
  ];
};

/** A correction's last day lies ahead. */
const lateCorrection = (correctBy: unknown, today: Day): readonly ProblemPlace[] =>
  typeof correctBy === 'string' && isDay(correctBy) && correctBy > today
    ? []
    : [place('/data/correctBy', { zh: '应为今天之后的日期', en: 'Expected a day after today' })];

const leniently = (outcome: ExemptionOutcome) =>
  on((row, { data, today }) => [...notOpen(row, outcome), ...lateCorrection(data['correctBy'], today)]);

const RED_LINE: Label = {
  zh: '红线或三项检验不符合，申诉也不能免责或从轻',
  en: 'A red line or a test fails: no appeal body steps over it',
};
const withinGate = on((row, { data, today }) => [
  ...(gateHolds(row) ? [] : [place('/event', RED_LINE)]),
  ...lateCorrection(data['correctBy'], today),
]);

/** 2d stands on the text valid on the day it happened; one withdrawn since, before the panel too, is none. */
const textWasValid: Bar = async ({ db, tables, file }) => {
  const row = (await exemptionOf(db, tables, file.id))!;
  if (row.situation === null)
    return [place('/situation', { zh: '请先认定所属情形', en: 'Name the situation first' })];
  if (row.answers['ruleTextAttached']?.answer !== true) return [];
  const text = row.ruleTextId === null ? undefined : await ruleTextById(db, tables, row.ruleTextId);
  const { occurredOn } = (await inactionOf(db, tables, row.inactionFileId))!;
  const wasValid =
    text !== undefined &&
    text.withdrawnAt === null &&
    text.validFrom <= occurredOn &&
    (text.validTo === null || occurredOn <= text.validTo);
  return wasValid
    ? []
    : [
        place('/ruleTextId', {
          zh: `“附有当时有效的制度文本”须附上 ${occurredOn} 当日有效、没有撤回的制度`,
          en: `Attach a rule that was valid on ${occurredOn} and has not been withdrawn`,
        }),
      ];
};

const both =
  (one: Bar, other: Bar): Bar =>
  async (asked) => [...(await one(asked)), ...(await other(asked))];

export const exemptionBars: Readonly<Record<string, Bar>> = {
  submit: isWhole,
  show_facts: textWasValid,
  propose: on((row, { data }) => notOpen(row, data['outcome'] as ExemptionOutcome)),
  decide_exempt: both(leniently('exempt'), textWasValid),
  decide_mitigate: both(leniently('mitigated'), textWasValid),
  grant: withinGate,
  lighten: withinGate,
};
