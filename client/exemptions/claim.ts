// What an application consists of while it is written, and how far each part is.
import { place } from '../router.ts';
import { withQuery } from '../paths.ts';
import { claimWords } from '../words/exemption-claim.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import type { ClaimSent, Exemption, Facts, ReadFile } from './exemptions.api.ts';

/** What each task of an application is shown with. */
export interface ClaimGiven extends ReadFile {
  readonly again: () => void;
}

export const TASKS = ['statement', 'process', 'situation', 'basis', 'check'] as const;
export type TaskName = (typeof TASKS)[number];

interface Task {
  readonly name: Exclude<TaskName, 'check'>;
  readonly title: string;
  /** What is there, or what it asks for. */
  readonly told: string;
  readonly isFilled: boolean;
  /** Without it the application is not taken. */
  readonly isNeeded: boolean;
}

/** A task of the application, or the list of all of them. */
export const taskHref = (task: TaskName | null): string => withQuery(place.value.path, { task });

const MOST_SHOWN = 60;
const opening = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

export function tasksOf({ evidence }: Exemption, facts: Facts): readonly Task[] {
  const words = say(claimWords);
  const terms = say(exemptionTerms);
  const { statement, process, situation, pilot } = facts;
  const basis = [
    ...(evidence.length > 0 ? [words.evidenceCount(evidence.length)] : []),
    ...(pilot === null ? [] : [words.pilotNamed(pilot.title)]),
  ];
  return [
    {
      ...{ name: 'statement', title: terms.taskStatement, isFilled: statement !== '', isNeeded: true },
      told: opening(statement) || words.taskStatementHint,
    },
    {
      ...{ name: 'process', title: terms.taskProcess, isFilled: process !== '', isNeeded: true },
      told: opening(process) || words.taskProcessHint,
    },
    {
      ...{ name: 'situation', title: words.taskSituation, isFilled: situation !== null, isNeeded: true },
      told: situation === null ? words.taskSituationHint : `${situation.code} ${labelOf(situation.label)}`,
    },
    {
      ...{ name: 'basis', title: words.taskBasis, isFilled: basis.length > 0, isNeeded: false },
      told: basis.join(terms.listComma) || words.taskBasisHint,
    },
  ];
}

/** What is written so far, with what one task changes. */
export const claimWith = (
  { version }: Exemption,
  { statement, process, situation, pilot }: Facts,
  more: Partial<Omit<ClaimSent, 'version'>>,
): ClaimSent => ({
  ...{ version, statement, process, situation: situation?.code ?? null, pilotId: pilot?.id ?? null },
  ...more,
});
