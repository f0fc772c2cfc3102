// 认定书 read out of an exemption file that was decided and served.
import { exemptionOf, inactionOf } from '../../db/queries/conduct-files.ts';
import { voteTaken } from '../../db/queries/document-facts.ts';
import { evidenceOf, fileById } from '../../db/queries/procedure-files.ts';
import { ruleTextById } from '../../db/queries/rule-texts.ts';
import type { Row } from '../../db/tables/index.ts';
import {
  areaOfBehaviour,
  BLOCKERS,
  clauseOfArea,
  CONSIDERATIONS,
  type ExemptionOutcome,
} from '../../scoring/index.ts';
import { type Question, questionsOf } from '../exemptions/mistake.ts';
import type { ExemptionDecision, QuestionAnswered, RedLineChecked } from './exemption-decision.ts';
import { dayInWords } from './document-words.ts';
import { answerTime, type FileOpened, personOn, type Reading } from './file-opened.ts';
import { answerInWords, questionInWords } from './question-wording.ts';

type Step = Row<'fileEvents'>;
type Exemption = Row<'exemptions'>;

const DECISIONS: Readonly<Record<string, ExemptionOutcome>> = {
  decide_exempt: 'exempt',
  decide_mitigate: 'mitigated',
  decide_refuse: 'refused',
};
const ON_APPEAL: Readonly<Record<string, ExemptionOutcome>> = { grant: 'exempt', lighten: 'mitigated' };

export interface DecisionSteps {
  readonly decided: Step;
  readonly served: Step;
}
/** The panel's decision and its service; before it is served it is nobody's to read. */
export function decisionSteps({ kind, events }: FileOpened): DecisionSteps | undefined {
  if (kind.machine.name !== 'exemption') return undefined;
  const served = events.findLast(({ event }) => event === 'serve');
  const decided = events.findLast(({ event }) => Object.hasOwn(DECISIONS, event));
  return served && decided && { decided, served };
}

/** What an event carried about putting it right. */
function correctionIn({ data }: Step): ExemptionDecision['correction'] {
  const { correction, correctBy } = data as { correction?: string; correctBy?: string };
  return correction === undefined || correctBy === undefined ? null : { text: correction, by: correctBy };
}

async function supportsOf({ db, tables }: Reading, row: Exemption): Promise<string[]> {
  const pilot = row.pilotId === null ? undefined : await fileById(db, tables, row.pilotId);
  const text = row.ruleTextId === null ? undefined : await ruleTextById(db, tables, row.ruleTextId);
  const until = text && (text.validTo === null ? '起有效' : `至${dayInWords(text.validTo)}有效`);
  const number = text?.documentNo == null ? '' : `（${text.documentNo}）`;
  return [
    ...(pilot ? [`事先备案的试点：“${pilot.title}”。`] : []),
    ...(text
      ? [
          `当时有效的制度：《${text.title}》${number}，${text.issuer}，${dayInWords(text.validFrom)}${until}。`,
        ]
      : []),
  ];
}

/** Every question by what it is about, as it was answered. */
async function answersOf({ db, tables }: Reading, file: FileOpened, row: Exemption) {
  const pieces = [...(await evidenceOf(db, tables, row.inactionFileId)), ...file.evidence];
  const names = new Map(pieces.map(({ id, name }) => [id, name]));
  const answered = (question: Question): QuestionAnswered => {
    const { answer = null, reason = '', evidenceIds = [] } = row.answers[question.name] ?? {};
    return {
      question: questionInWords(question),
      answer: answerInWords(question, answer),
      reason,
      evidence: evidenceIds.flatMap((id) => names.get(id) ?? []),
    };
  };
  const checked = (name: string): RedLineChecked['checked'] =>
    BLOCKERS.some((blocker) => blocker === name) ? (row.redLines?.[name] ?? null) : null;
  const questions = questionsOf(row.situation!);
  const about = (...wanted: readonly Question['about'][]) =>
    questions.filter((question) => wanted.includes(question.about));
  return {
    facts: about('fact').map(answered),
    tests: about('test', 'gate').map(answered),
    redLines: about('redLine').map((question) => ({
      ...answered(question),
      checked: checked(question.name),
    })),
  };
}

async function meetingOf(
  { db, tables }: Reading,
  { meetingId, fileId }: Step,
): Promise<ExemptionDecision['meeting']> {
  const vote = meetingId === null ? undefined : await voteTaken(db, tables, meetingId, fileId);
  if (!vote) return null;
  const { entitled, recused, votesFor, votesAgainst, votesAbstained } = vote.item;
  const outside = new Set(recused?.map(({ accountId }) => accountId));
  const base = (entitled ?? []).filter((accountId) => !outside.has(accountId));
  return {
    heldOn: vote.heldOn,
    votes: {
      entitled: base.length,
      present: base.filter((accountId) => vote.present.has(accountId)).length,
      ...{ votesFor: votesFor ?? 0, votesAgainst: votesAgainst ?? 0, votesAbstained: votesAbstained ?? 0 },
    },
  };
}

function changeOnAppeal({ dayOf }: Reading, { events }: FileOpened): ExemptionDecision['changedOnAppeal'] {
  const step = events.findLast(({ event }) => Object.hasOwn(ON_APPEAL, event));
  if (!step) return null;
  return { on: dayOf(step.at), outcome: ON_APPEAL[step.event]!, correction: correctionIn(step) };
}

export async function readExemptionDecision(
  reading: Reading,
  file: FileOpened,
  { decided, served }: DecisionSteps,
): Promise<ExemptionDecision> {
  const { db, tables, dayOf, school } = reading;
  const row = (await exemptionOf(db, tables, file.file.id))!;
  const record = (await inactionOf(db, tables, row.inactionFileId))!;
  const decidedOn = dayOf(decided.at);
  const { code, occurredOn, summary } = record;
  return {
    ...{ school, fileId: file.file.id, decidedOn },
    person: await personOn(reading, file.file, decidedOn),
    record: { code, clause: clauseOfArea(areaOfBehaviour(code)), occurredOn, summary },
    ...{ statement: row.statement, process: row.process, situation: row.situation! },
    supports: await supportsOf(reading, row),
    ...(await answersOf(reading, file, row)),
    considerations: CONSIDERATIONS.map((consideration) => {
      const { level = null, reason = '' } = row.considerations[consideration] ?? {};
      return { consideration, level, reason };
    }),
    meeting: await meetingOf(reading, decided),
    hasDissent: typeof decided.data['dissent'] === 'string',
    outcome: DECISIONS[decided.event]!,
    correction: correctionIn(decided),
    appeal: answerTime(file, served, dayOf),
    changedOnAppeal: changeOnAppeal(reading, file),
  };
}
