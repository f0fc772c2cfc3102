// 容错免责: applied for, investigated by two, shown to the person, checked for red lines by another inspector, decided by a panel.
import { exemptionOf } from '../../db/queries/conduct-files.ts';
import { changeRow } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { BLOCKERS, type ExemptionOutcome } from '../../scoring/index.ts';
import { may, seesMasked } from '../permissions/may.ts';
import type { Effect, EffectOf, FileKind } from '../procedures/file-kind.ts';
import { machineOf } from '../procedures/machines.ts';
import { tellRecord } from './claim.ts';
import { keepClaim } from './claimed.ts';
import { exemptionBars } from './exemption-bars.ts';
import {
  Appeal,
  CheckRedLines,
  DecideLeniently,
  DecideRefuse,
  GrantOnAppeal,
  Propose,
  Respond,
} from './exemption-events.ts';
import { EXEMPTION_EVENTS, EXEMPTION_STATES } from './exemption-words.ts';

const READ = 'exemption.read';
const rowOf = async ({ tx, tables, file }: EffectOf): Promise<Row<'exemptions'>> =>
  (await exemptionOf(tx, tables, file.id))!;

const setting =
  (say: (work: EffectOf) => Partial<Row<'exemptions'>>): Effect =>
  async (work) => {
    const before = await rowOf(work);
    await changeRow(work.tx, work.changed, work.tables.exemptions, { before, set: say(work) });
  };

const propose = setting(({ event }) => ({ proposed: Propose.parse(event.data).outcome }));

const checkRedLines = setting(({ event }) => {
  const found = CheckRedLines.parse(event.data);
  return {
    redLines: Object.fromEntries(
      BLOCKERS.map((name) => [name, { holds: found[name], reason: found[`${name}Reason`] }]),
    ),
  };
});

/** What was decided is founded on what stood in the file then; the investigation begins anew without it. */
const startAnew = setting(() => ({ proposed: null, redLines: null }));

/** Whoever takes a declined application up again writes it from there: the applicant, or somebody for him. */
const takeUp: Effect = async ({ tx, changed, tables, file, event }) => {
  if (file.openedBy === event.actor) return;
  await changeRow(tx, changed, tables.files, { before: file, set: { openedBy: event.actor } });
};

const decide = (outcome: ExemptionOutcome) =>
  setting(({ event, here }) => {
    const {
      correction = null,
      correctBy = null,
      dissent = null,
    } = event.data as Partial<Record<'correction' | 'correctBy' | 'dissent', string>>;
    return { outcome, decidedOn: here.dayOf(event.at), correction, correctBy, dissent };
  });
const decideOnAppeal = (outcome: ExemptionOutcome) =>
  setting(({ event }) => ({ outcome, ...GrantOnAppeal.parse(event.data) }));

export const exemptionKind = (): FileKind => ({
  machine: machineOf('exemption'),
  title: { zh: '容错认定', en: 'Exemption' },
  page: '/exemptions',
  words: { states: EXEMPTION_STATES, events: EXEMPTION_EVENTS },
  mayRead: (actor, touched) => may(actor, READ, touched),
  isMasked: (actor, touched) => seesMasked(actor, READ, touched),
  titleTells: true,
  // An exemption is between the person and the file's officers from beginning to end.
  confidential: Object.keys(EXEMPTION_STATES),
  officeOf: ['file.assign'],
  carries: {
    respond: Respond,
    propose: Propose,
    redline_check: CheckRedLines,
    decide_exempt: DecideLeniently,
    decide_mitigate: DecideLeniently,
    decide_refuse: DecideRefuse,
    appeal: Appeal,
    lighten: GrantOnAppeal,
    grant: GrantOnAppeal,
  },
  keeps: { submit: keepClaim },
  // The red-line check gives one reason a line.
  withoutReason: [
    ...['submit', 'withdraw', 'respond', 'resubmit', 'redline_check'],
    ...['serve', 'appeal', 'withdraw_appeal'],
  ],
  bars: exemptionBars,
  effects: {
    resubmit: takeUp,
    propose,
    redline_check: checkRedLines,
    return: startAnew,
    decide_exempt: decide('exempt'),
    decide_mitigate: decide('mitigated'),
    decide_refuse: decide('refused'),
    grant: decideOnAppeal('exempt'),
    lighten: decideOnAppeal('mitigated'),
  },
  afterwards: tellRecord(async (work) => (await rowOf(work)).inactionFileId),
});
