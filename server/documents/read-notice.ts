// A notice read out of its file: what it told at the time, and how it was served.
import { accountLabels } from '../../db/queries/account-labels.ts';
import { exemptionOf, inactionOf, initiativeOf } from '../../db/queries/conduct-files.ts';
import { evidenceOf } from '../../db/queries/procedure-files.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import { isSignedFor } from '../exemptions/claimed.ts';
import { servingEvent } from '../procedures/deliveries.service.ts';
import { eventsFrom, serves } from '../procedures/machines.ts';
import { answerTime, type FileOpened, personOn, type Reading } from './file-opened.ts';
import { inactionMatter } from './inaction-matter.ts';
import type { Answering, Notice, Served } from './notice.ts';
import { exemptionMatter, initiativeMatter } from './other-matters.ts';

type Step = Row<'fileEvents'>;

/** What each notice is called, by machine and step; what is not here is no 告知书. */
const TITLES: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  inaction: {
    notify: { zh: '陈述申辩告知书', en: 'Notice, to be answered' },
    confirm: { zh: '认定结果告知书', en: 'Notice of the confirmation' },
    keep: { zh: '复核结果告知书', en: 'Notice of the review' },
  },
  exemption: {
    decline: { zh: '不予受理告知书', en: 'Notice, not accepted' },
    show_facts: { zh: '查明事实告知书', en: 'Notice of the facts' },
  },
  initiative: {
    reject: { zh: '不予认定告知书', en: 'Notice of the rejection' },
    publicise: { zh: '公示告知书', en: 'Notice of publication' },
    challenge: { zh: '质疑告知书', en: 'Notice of a challenge' },
    revoke: { zh: '拟撤销认定告知书', en: 'Notice, to be revoked' },
  },
};
export const noticeTitle = ({ kind }: FileOpened, step: Step): Label =>
  TITLES[kind.machine.name]![step.event]!;

/**
 * The steps of a file by which a notice was issued. Facts shown anew take the place of those shown before; while they
 * are written anew there is nothing that two have signed for.
 */
export function noticesIn({ kind, file, events }: FileOpened): Step[] {
  const titles = TITLES[kind.machine.name] ?? {};
  const shown = events.findLast(({ event }) => event === 'show_facts');
  return events.filter((step) => {
    const event = servingEvent(kind.machine, step);
    if (!event || !serves(event) || !Object.hasOwn(titles, step.event)) return false;
    return step.event !== 'show_facts' || (step === shown && isSignedFor(file));
  });
}

async function matterOf({ db, tables }: Reading, { kind, file, events }: FileOpened, step: Step) {
  switch (kind.machine.name) {
    case 'inaction':
      return inactionMatter((await inactionOf(db, tables, file.id))!, events, step);
    case 'exemption':
      return exemptionMatter((await exemptionOf(db, tables, file.id))!, step);
    default:
      return initiativeMatter((await initiativeOf(db, tables, file.id))!, step);
  }
}

/** What lay in the file then; an exemption rests on the evidence of its record too. */
async function evidenceThen(
  { db, tables }: Reading,
  { kind, file, evidence }: FileOpened,
  step: Step,
): Promise<Row<'evidence'>[]> {
  const record = kind.machine.name === 'exemption' ? (await exemptionOf(db, tables, file.id))! : null;
  const ofRecord = record === null ? [] : await evidenceOf(db, tables, record.inactionFileId);
  return [...ofRecord, ...evidence].filter(({ addedAt }) => addedAt <= step.at);
}

function answeringOf({ dayOf }: Reading, file: FileOpened, step: Step): Answering | null {
  const time = answerTime(file, step, dayOf);
  if (time === null) return null;
  const { machine, words } = file.kind;
  const open = eventsFrom(machine, step.toState);
  const deeds = open
    .filter(({ by, event }) => by.includes('cadre') && event !== 'withdraw')
    .map(({ event }) => words.events[event]!.zh);
  return { ...time, deeds, mayExtend: open.some(({ event }) => event === 'extend') };
}

async function servedHow(
  { db, tables, dayOf }: Reading,
  { deliveries }: FileOpened,
  step: Step,
  name: string,
): Promise<Served | null> {
  const delivery = deliveries.find(({ eventId }) => eventId === step.id);
  if (!delivery || delivery.servedAt === null) return null;
  const { paperOn, witness, recordedBy } = delivery;
  const by =
    recordedBy === null ? undefined : (await accountLabels(db, tables, [recordedBy])).get(recordedBy);
  return {
    on: paperOn ?? dayOf(delivery.servedAt),
    how: paperOn === null ? 'signed' : 'paper',
    // On paper the signature stands on the paper itself.
    receiver: paperOn === null ? name : null,
    witness,
    handedOverBy: by ? (by.name ?? by.staffNo) : null,
  };
}

/** Whoever of HR issued it and is still in charge; else all those of HR that the file names. */
async function contactsOf(
  { db, tables }: Reading,
  { assignments }: FileOpened,
  { actor }: Step,
): Promise<string[]> {
  const inCharge = assignments.filter(({ principal, endedAt }) => principal === 'hr' && endedAt === null);
  const issuer = inCharge.filter(({ accountId }) => accountId === actor);
  const named = issuer.length > 0 ? issuer : inCharge;
  const people = await accountLabels(
    db,
    tables,
    named.map(({ accountId }) => accountId),
  );
  return [...people.values()].map(({ name, staffNo }) => (name === null ? staffNo : `${name}（组织部）`));
}

export async function readNotice(reading: Reading, file: FileOpened, step: Step): Promise<Notice> {
  const issuedOn = reading.dayOf(step.at);
  const person = await personOn(reading, file.file, issuedOn);
  const evidence = await evidenceThen(reading, file, step);
  return {
    ...{ school: reading.school, fileId: file.file.id, title: noticeTitle(file, step).zh, person, issuedOn },
    matter: await matterOf(reading, file, step),
    evidence: evidence.map(({ name, sha256 }) => ({ name, sha256 })),
    answering: answeringOf(reading, file, step),
    contacts: await contactsOf(reading, file, step),
    served: await servedHow(reading, file, step, person.name),
  };
}
