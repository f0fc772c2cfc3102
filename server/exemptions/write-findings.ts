// What the investigators write down: every answer fits its question and gives its reason, every pilot was registered beforehand.
import type { z } from 'zod';
import { pilotOf } from '../../db/queries/pilots.ts';
import { eventsOfFile, evidenceOf, fileById } from '../../db/queries/procedure-files.ts';
import type { Db } from '../../db/store.ts';
import type { Tables } from '../../db/tables/index.ts';
import type { Day, SituationCode } from '../../scoring/index.ts';
import { type ProblemPlace, Refused } from '../http/problem.ts';
import type { WriteFindings } from './exemptions.contract.ts';
import { answerUnfit, evidenceUnfit, pilotUnfit } from './exemptions.problems.ts';
import { questionsOf } from './mistake.ts';

type Found = z.infer<typeof WriteFindings>;
const LEAST_REASON = 2;

/** Every answer that its question does not offer, or that gives no reason; unanswered is always possible. */
export function refuseUnfitAnswers({ situation, answers }: Pick<Found, 'situation' | 'answers'>): void {
  const questions = new Map(questionsOf(situation).map((question) => [question.name, question]));
  const places = Object.entries(answers).flatMap(([name, { answer, reason }]): ProblemPlace[] => {
    const question = questions.get(name);
    const pointer = `/answers/${name}`;
    if (!question)
      return [{ pointer, detail: { zh: '所选情形没有这一项', en: 'The situation does not ask this' } }];
    if (answer === null) return [];
    if (!question.options.includes(answer))
      return [{ pointer, detail: { zh: `“${question.label.zh}”没有这个选项`, en: 'No such answer' } }];
    return reason.length >= LEAST_REASON
      ? []
      : [
          {
            pointer: `${pointer}/reason`,
            detail: {
              zh: `请写明“${question.label.zh}”的依据`,
              en: `Say what “${question.label.en}” rests on`,
            },
          },
        ];
  });
  if (places.length > 0) throw new Refused(answerUnfit, { places });
}

/** An answer rests on papers that whoever reads the case can open: of the file, of its record, of its pilot. */
export async function refuseForeignEvidence(
  { db, tables }: { db: Db; tables: Tables },
  answers: Found['answers'],
  fileIds: readonly string[],
): Promise<void> {
  const pieces = await Promise.all(fileIds.map((id) => evidenceOf(db, tables, id)));
  const known = new Set(pieces.flat().map(({ id }) => id));
  const places = Object.entries(answers).flatMap(([name, { evidenceIds }]) =>
    evidenceIds.flatMap((id, i): ProblemPlace[] =>
      known.has(id)
        ? []
        : [
            {
              pointer: `/answers/${name}/evidenceIds/${i}`,
              detail: {
                zh: '请从本案、所涉记录或所依据试点的材料中选择',
                en: 'Choose among the papers of this file, of its record, or of the pilot it rests on',
              },
            },
          ],
    ),
  );
  if (places.length > 0) throw new Refused(evidenceUnfit, { places });
}

/** A pilot speaks for 1a, 2a, 2b only, and only if it was registered before the day, not stopped, and covers it (允许试错). */
export async function refuseUnfitPilot(
  { db, tables, dayOf }: { db: Db; tables: Tables; dayOf: (instant: number) => Day },
  {
    pilotId,
    situation,
    occurredOn,
  }: { pilotId: string | null; situation: SituationCode | null; occurredOn: Day },
): Promise<void> {
  if (pilotId === null) return;
  const file = await fileById(db, tables, pilotId);
  const pilot = file?.machine === 'pilot' ? await pilotOf(db, tables, pilotId) : undefined;
  const events = pilot ? await eventsOfFile(db, tables, pilotId) : [];
  const registered = events.find(({ event }) => event === 'approve');
  const stopped = events.find(({ event }) => event === 'stop');
  const isFit =
    pilot !== undefined &&
    registered !== undefined &&
    dayOf(registered.at) <= occurredOn &&
    (stopped === undefined || occurredOn <= dayOf(stopped.at)) &&
    pilot.startsOn <= occurredOn &&
    occurredOn <= pilot.endsOn;
  const isAsked = situation === null || ['1a', '2a', '2b'].includes(situation);
  if (isFit && isAsked) return;
  const detail = isFit
    ? { zh: '只有情形 1a、2a、2b 以试点备案为依据', en: 'Only 1a, 2a and 2b rest on a pilot' }
    : pilotUnfit.title;
  throw new Refused(pilotUnfit, { places: [{ pointer: '/pilotId', detail }] });
}
