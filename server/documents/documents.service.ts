// 文书: what a file offers in writing to the person concerned and to its officers, made from its rows when asked for.
import type { z } from 'zod';
import { fileById } from '../../db/queries/procedure-files.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day, Label } from '../../scoring/index.ts';
import { fillDocument, type Filling } from '../adapters/docx.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { mayReadEvidence } from '../procedures/evidence.service.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { Standing } from '../procedures/rights.ts';
import { fileFor, isOfficer } from '../procedures/standing.ts';
import { noteFileRead } from '../reads/note-file-read.ts';
import { clarificationDocument } from './clarification.ts';
import { type DocumentKind, documentTemplates } from './document-templates.ts';
import type { PersonNamed } from './document-words.ts';
import type { DocumentList } from './documents.contract.ts';
import { exemptionDocument } from './exemption-decision.ts';
import { type FileOpened, opened, type Reading } from './file-opened.ts';
import { noticeDocument } from './notice.ts';
import { overturningStep, readClarification } from './read-clarification.ts';
import { decisionSteps, readExemptionDecision } from './read-exemption-decision.ts';
import { noticesIn, noticeTitle, readNotice } from './read-notice.ts';
import { templatesRead } from './templates-read.ts';

/** What the documents are headed with, and the folder of the school's own templates; null = none. */
export interface DocumentSettings {
  readonly school: string;
  readonly templates: string | null;
}
export const NO_SCHOOL: DocumentSettings = { school: '', templates: null };

interface Of {
  readonly id: string;
}
export interface DocumentsService {
  list(actor: Actor, input: Of): Promise<z.infer<typeof DocumentList>>;
  /** A .docx, by one of the names in the list. */
  document(actor: Actor, input: Of & { name: string }): Promise<{ name: string; bytes: Uint8Array }>;
}
interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly dayOf: (instant: number) => Day;
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly settings: DocumentSettings;
}

/** A document that a file could be asked for. */
interface Offer {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly title: Label;
  readonly on: Day;
  /** It names pieces of evidence: for those who may read them. */
  readonly namesEvidence: boolean;
  readonly fill: () => Promise<{ readonly person: string; readonly filling: Filling }>;
}

const filled = <Data extends { readonly person: PersonNamed }>(
  data: Data,
  document: (data: Data) => Filling,
) => ({ person: data.person.name, filling: document(data) });

function offersOf(reading: Reading, file: FileOpened): Offer[] {
  const { dayOf } = reading;
  const notices = noticesIn(file).map((step): Offer => ({
    ...{ name: `notice-${step.version}`, kind: 'notice', title: noticeTitle(file, step) },
    ...{ on: dayOf(step.at), namesEvidence: true },
    fill: async () => filled(await readNotice(reading, file, step), noticeDocument),
  }));
  const steps = decisionSteps(file);
  const decision: Offer | undefined = steps && {
    ...{ name: 'decision', kind: 'decision', title: documentTemplates.decision.title },
    ...{ on: dayOf(steps.decided.at), namesEvidence: true },
    fill: async () => filled(await readExemptionDecision(reading, file, steps), exemptionDocument),
  };
  const overturned = overturningStep(file);
  const clarification: Offer | undefined = overturned && {
    ...{ name: 'clarification', kind: 'clarification', title: documentTemplates.clarification.title },
    ...{ on: dayOf(overturned.at), namesEvidence: false },
    fill: async () => filled(await readClarification(reading, file, overturned), clarificationDocument),
  };
  return [...notices, ...(decision ? [decision] : []), ...(clarification ? [clarification] : [])];
}

/** A name without anything that could lead elsewhere. */
const plainName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');

export function documentsService(needed: Needed): DocumentsService {
  const { store, dayOf, kinds, settings } = needed;
  const { read: db, tables } = store;
  const templates = templatesRead(settings.templates);
  const reading: Reading = { db, tables, dayOf, school: settings.school };

  /** For the person concerned, and for officers who see the file unmasked. */
  const isFor = (kind: FileKind, file: Row<'files'>, standing: Standing): boolean => {
    const { actor, touched } = standing;
    if (file.cadreId === null || kind.isMasked?.(actor, touched, file.state) === true) return false;
    return file.cadreId === actor.cadreId || isOfficer(kind, standing);
  };

  async function offered(actor: Actor, id: string): Promise<{ offers: Offer[]; kind: FileKind }> {
    const kind = kinds.get((await fileById(db, tables, id))?.machine ?? '');
    if (!kind) throw new Refused(notFound);
    const { file, standing } = await fileFor({ db, tables, actor }, kind, id);
    if (!isFor(kind, file, standing)) return { offers: [], kind };
    const readsEvidence = mayReadEvidence(kind, file, standing);
    const all = offersOf(reading, await opened(reading, kind, file));
    return { offers: all.filter(({ namesEvidence }) => readsEvidence || !namesEvidence), kind };
  }

  return {
    async list(actor, { id }) {
      const { offers } = await offered(actor, id);
      return { items: offers.map(({ name, title, on }) => ({ name, title, on })) };
    },

    async document(actor, { id, name }) {
      const { offers, kind } = await offered(actor, id);
      const offer = offers.find((each) => each.name === name);
      if (!offer) throw new Refused(notFound);
      const template = await templates.of(offer.kind);
      const { person, filling } = await offer.fill();
      const bytes = await fillDocument(template, filling);
      await noteFileRead(needed, actor, kind, id);
      return { name: plainName(`${offer.title.zh}-${person}-${offer.on}.docx`), bytes };
    },
  };
}
