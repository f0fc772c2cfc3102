// 担当作为记录: filed by one, verified by another, put on public notice; then it counts, and may be challenged.
import { initiativeOf, recordById } from '../../db/queries/conduct-files.ts';
import { yearOf as yearKept } from '../../db/queries/years.ts';
import { changeRow } from '../../db/rows.ts';
import { yearOf } from '../../scoring/index.ts';
import type { ProblemPlace } from '../http/problem.ts';
import type { Actor, Touched } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { Bar, Effect, FileKind } from '../procedures/file-kind.ts';
import { machineOf } from '../procedures/machines.ts';
import { INITIATIVE_EVENTS, INITIATIVE_STATES } from './conduct-words.ts';
import { Respond } from './inaction-events.ts';
import { Grounds, VerifyInitiative } from './initiative-events.ts';
import { wrongFact } from './initiative-facts.ts';
import { keepInitiative } from './initiative-record.ts';

const READ = 'initiative.read';
const VERIFY = 'initiative.verify';
/** What has been publicised, and nothing has been decided against. */
const OPEN_STATES = ['public_notice', 'verified', 'verified_closed'];

/** Nobody decides on what he cannot read: whoever is named for the appeal reads the file. */
const readsWhole = (actor: Actor, touched: Touched): boolean =>
  may(actor, READ, touched) || may(actor, 'initiative.appeal.decide', touched);

/** What the public notice said: to everybody while it runs, and to those who may challenge it afterwards. */
function readsNotice(actor: Actor, touched: Touched, state: string | undefined): boolean {
  if (state === 'public_notice') return may(actor, 'notice.object');
  return state !== undefined && OPEN_STATES.includes(state) && may(actor, 'initiative.challenge', touched);
}

const ofOneFact: Bar = async ({ db, tables, file }) =>
  wrongFact({ db, tables }, (await initiativeOf(db, tables, file.id))!, {
    ...{ besideFileId: file.id, isOfficer: true, pointer: '/event' },
  });

/** What is found otherwise than it was filed is said with a reason. */
const isReasoned: Bar = async ({ db, tables, file, data }) => {
  const said = (await initiativeOf(db, tables, file.id))!;
  const found = VerifyInitiative.parse(data);
  return (['level', 'role'] as const).flatMap((what): ProblemPlace[] =>
    found[what] === undefined || found[what] === said[what] || found[`${what}Reason`] !== undefined
      ? []
      : [
          {
            pointer: `/data/${what}Reason`,
            detail: { zh: '与填报不一致，请写明理由', en: 'It differs from what was filed: say why' },
          },
        ],
  );
};

const verify: Effect = async ({ tx, changed, tables, file, event }) => {
  const before = (await initiativeOf(tx, tables, file.id))!;
  const { level = before.level, role = before.role } = VerifyInitiative.parse(event.data);
  if (level === before.level && role === before.role) return;
  await changeRow(tx, changed, tables.initiativeFiles, { before, set: { level, role } });
};

export const initiativeKind = (): FileKind => ({
  machine: machineOf('initiative'),
  title: { zh: '担当作为记录', en: 'Initiative record' },
  page: '/initiatives',
  words: { states: INITIATIVE_STATES, events: INITIATIVE_EVENTS },
  mayRead: (actor, touched, state) => readsWhole(actor, touched) || readsNotice(actor, touched, state),
  isMasked: (actor, touched) => !readsWhole(actor, touched),
  authorsOnly: ['withdrawn'],
  confidential: Object.keys(INITIATIVE_STATES).filter((state) => !OPEN_STATES.includes(state)),
  publicStates: ['public_notice'],
  officeOf: [VERIFY, 'file.assign'],
  complaints: ['object', 'challenge'],
  // Whoever objects is known to those who look into it, to nobody else.
  hidesActor: (event, { actor, touched }) => event === 'object' && !may(actor, VERIFY, touched),
  carries: { verify: VerifyInitiative, object: Grounds, respond: Respond, appeal: Grounds },
  withoutReason: ['submit', 'withdraw', 'publicise', 'object', 'respond', 'appeal'],
  bars: {
    submit: ofOneFact,
    verify: async (asked) => [...(await ofOneFact(asked)), ...(await isReasoned(asked))],
  },
  effects: { verify },
  afterwards: keepInitiative,
  /** It closes when its year is archived (year-kind.ts); verified again after that, it closes by itself. */
  async lastDayOf({ db, tables, fileId, kind }) {
    if (kind !== 'year_archived') return null;
    const { recordId, occurredOn } = (await initiativeOf(db, tables, fileId))!;
    const record = recordId === null ? undefined : await recordById(db, tables, recordId);
    const countsOn = record?.countsOn ?? occurredOn;
    const year = await yearKept(db, tables, yearOf(countsOn));
    return year?.state === 'archived' ? countsOn : null;
  },
});
