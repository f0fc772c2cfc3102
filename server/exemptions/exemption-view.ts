// What an exemption file says, as far as whoever asks may see it.
import type { z } from 'zod';
import { exemptionOf, inactionOf } from '../../db/queries/conduct-files.ts';
import { eventsOfFile, evidenceOf, fileById } from '../../db/queries/procedure-files.ts';
import { ruleTextById } from '../../db/queries/rule-texts.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import {
  behaviours,
  BLOCKERS,
  blockers,
  considerationLevels,
  considerations,
  CONSIDERATIONS,
  distinctions,
  type ExemptionOutcome,
  exemptionOutcomes,
  type Label,
  responsibilities,
  severities,
  situations,
} from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import { mayReadEvidence } from '../procedures/evidence.service.ts';
import { actionsOf, type FileShown } from '../procedures/file-view.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { seesNamesOnly } from '../procedures/masked.ts';
import { standingOf } from '../procedures/standing.ts';
import { claimedIn, isUnsignedFor } from './claimed.ts';
import { EXEMPTION_EVENTS } from './exemption-words.ts';
import type { ExemptionView } from './exemptions.contract.ts';
import { findingOf, type Question, questionsOf } from './mistake.ts';
import { namedSituation } from './named-situation.ts';
import { answerLabel, wordsOf } from './question-words.ts';

type View = z.infer<typeof ExemptionView>;
type Facts = NonNullable<View['exemption']['facts']>;
type Exemption = Row<'exemptions'>;

interface Needed {
  readonly store: Store;
  readonly kind: FileKind;
}

const outcomeShown = (code: ExemptionOutcome | null) =>
  code === null ? null : { code, label: plain(exemptionOutcomes[code]) };
const plain = ({ zh, en }: Label): Label => ({ zh, en });

function textsIn(events: readonly Row<'fileEvents'>[], words: Readonly<Record<string, Label>>) {
  return events.flatMap(({ event, at, data }) => {
    const text = data['statement'] ?? data['grounds'];
    return typeof text === 'string' ? [{ event, at, text, label: words[event] ?? { zh: '', en: '' } }] : [];
  });
}

/** The record's fact, reply and evidence: what the panel weighs. */
async function recordOf({ read, tables }: Store, inactionFileId: string): Promise<Facts['record']> {
  const said = (await inactionOf(read, tables, inactionFileId))!;
  const events = await eventsOfFile(read, tables, inactionFileId);
  const evidence = await evidenceOf(read, tables, inactionFileId);
  return {
    ...{ id: inactionFileId, code: said.code, occurredOn: said.occurredOn, summary: said.summary },
    behaviour: plain(behaviours[said.code]),
    severityLabel: said.severity && severities[said.severity],
    responsibilityLabel: said.responsibility && responsibilities[said.responsibility],
    replies: textsIn(events, {}).map(({ at, text }) => ({ at, text })),
    evidence: evidence.map(({ id, name, mediaType, bytes, sha256, addedAt }) => ({
      ...{ id, name, mediaType },
      ...{ bytes, sha256, addedAt },
    })),
  };
}

const questionShown = ({ answers }: Exemption, question: Question): Facts['questions'][number] => {
  const { name, label, about, isCore, options } = question;
  const given = answers[name];
  return {
    ...{ name, label: plain(label), about, isCore },
    options: options.map((value) => ({ value, label: answerLabel(question, value) })),
    ...{ answer: given?.answer ?? null, reason: given?.reason ?? '' },
    evidenceIds: [...(given?.evidenceIds ?? [])],
  };
};

function findingShown(row: Exemption): Facts['finding'] {
  const finding = findingOf(row);
  if (finding === null) return null;
  return {
    open: finding.open.map((code) => outcomeShown(code)!),
    unmet: finding.unmet.map(wordsOf),
    blockedBy: finding.blockedBy.map(wordsOf),
    because: [...finding.because],
  };
}

const considered = ({ considerations: found }: Exemption): Facts['considerations'] =>
  CONSIDERATIONS.map((consideration) => {
    const { level = null, reason = null } = found[consideration] ?? {};
    return {
      ...{ consideration, label: considerations[consideration], level, reason },
      levelLabel: level && considerationLevels[level],
    };
  });

async function factsOf({ store, kind }: Needed, actor: Actor, kept: Exemption): Promise<Facts | null> {
  const { read, tables } = store;
  const file = (await fileById(read, tables, kept.fileId))!;
  const standing = await standingOf({ db: read, tables, actor }, file);
  const isAuthor = file.openedBy === actor.accountId;
  if (seesNamesOnly(kind, file, standing)) return null;
  const events = await eventsOfFile(read, tables, kept.fileId);
  const claimed = claimedIn(events);
  const isUnsigned = isUnsignedFor(file, actor.cadreId);
  const row: Exemption = isUnsigned
    ? { ...kept, ...claimed, answers: {}, considerations: {}, ruleTextId: null }
    : kept;
  const { situation } = row;
  const pilot = row.pilotId === null ? undefined : await fileById(read, tables, row.pilotId);
  const text = row.ruleTextId === null ? undefined : await ruleTextById(read, tables, row.ruleTextId);
  const distinction = situation && distinctions[situations[situation].distinction];
  const mayShow = actionsOf(kind, file.state, standing).find(({ event }) => event === 'show_facts');
  const { correction, correctBy, correctionReport, correctedAt } = row;
  return {
    record: await recordOf(store, row.inactionFileId),
    ...{ statement: row.statement, process: row.process },
    situation: situation && namedSituation(situation),
    claimed: claimed?.situation ? namedSituation(claimed.situation) : null,
    distinction: distinction && plain(distinction),
    clause: distinction && distinction.clause,
    pilot: pilot ? { id: pilot.id, title: pilot.title } : null,
    ruleText: text ? { id: text.id, title: text.title, documentNo: text.documentNo } : null,
    questions: situation === null ? [] : questionsOf(situation).map((each) => questionShown(row, each)),
    finding: isUnsigned ? null : findingShown(row),
    considerations: considered(row),
    replies: textsIn(events, EXEMPTION_EVENTS),
    proposed: outcomeShown(row.proposed),
    redLines: BLOCKERS.flatMap((name) => {
      const found = row.redLines?.[name];
      return found ? [{ name, label: blockers[name], holds: found.holds, reason: found.reason }] : [];
    }),
    outcome: outcomeShown(row.outcome),
    ...{ decidedOn: row.decidedOn, dissent: row.dissent },
    correction:
      correction === null || correctBy === null
        ? null
        : {
            ...{ text: correction, by: correctBy, report: correctionReport, correctedAt },
            isMine: file.cadreId === actor.cadreId && correctedAt === null,
          },
    mayWriteClaim: isAuthor && file.state === kind.machine.start,
    mayInvestigate: mayShow?.isOpen === true,
    mayReadPrecedents: may(actor, 'exemption.precedent.read', standing.touched),
    mayReadEvidence: mayReadEvidence(kind, file, standing),
  };
}

export async function exemptionView(needed: Needed, actor: Actor, file: FileShown): Promise<View> {
  const { read, tables } = needed.store;
  const row = (await exemptionOf(read, tables, file.id))!;
  return {
    ...file,
    exemption: { inactionFileId: row.inactionFileId, facts: await factsOf(needed, actor, row) },
  };
}
