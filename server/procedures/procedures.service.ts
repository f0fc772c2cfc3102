// The engine as routes and features meet it: every kind of file behind one face.
import type { z } from 'zod';
import { fileById } from '../../db/queries/procedure-files.ts';
import type { Row } from '../../db/tables/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { assignmentsService } from './assignments.service.ts';
import { deliveriesService } from './deliveries.service.ts';
import { evidenceService, type Handed } from './evidence.service.ts';
import type { FileKind } from './file-kind.ts';
import { type FileShown, fileView, viewAfterDeed } from './file-view.ts';
import { noteFileRead } from '../reads/note-file-read.ts';
import { type FilesNeed, filesService, type Opening, type Sent, type WithFile } from './files.service.ts';
import { moveMany, type MovedMany, type SentToMany } from './many-files.ts';
import { pendingService } from './pending.service.ts';
import type {
  Assign,
  AssignedMany,
  AssignMany,
  DecidePending,
  EndAssignment,
  EnterPaper,
  EvidenceView,
  RecordDelivery,
  SignDelivery,
} from './procedures.contract.ts';

interface Of {
  readonly id: string;
}
export interface ProceduresService {
  open(actor: Actor, kind: FileKind, opening: Opening, more: WithFile): Promise<FileShown>;
  amend(
    actor: Actor,
    kind: FileKind,
    input: { id: string; version: number },
    more: WithFile,
  ): Promise<FileShown>;
  prepare(
    actor: Actor,
    kind: FileKind,
    input: { id: string; version: number; event: string },
    more: WithFile,
  ): Promise<FileShown>;
  move(actor: Actor, kind: FileKind, sent: Sent): Promise<FileShown>;
  view(actor: Actor, kind: FileKind, id: string): Promise<FileShown>;
  /** The same event for many files of a kind, each in an act of its own. */
  moveMany(actor: Actor, kind: FileKind, sent: SentToMany): Promise<MovedMany>;
  assign(actor: Actor, input: z.infer<typeof Assign> & Of): Promise<FileShown>;
  /** One person in many files, all or none; answers in how many. */
  assignMany(actor: Actor, input: z.infer<typeof AssignMany>): Promise<z.infer<typeof AssignedMany>>;
  endAssignment(
    actor: Actor,
    input: z.infer<typeof EndAssignment> & Of & { assignmentId: string },
  ): Promise<FileShown>;
  decidePending(
    actor: Actor,
    input: z.infer<typeof DecidePending> & Of & { pendingId: string },
  ): Promise<FileShown>;
  enterPaper(actor: Actor, input: z.infer<typeof EnterPaper> & Of): Promise<FileShown>;
  signDelivery(
    actor: Actor,
    input: z.infer<typeof SignDelivery> & Of & { deliveryId: string },
  ): Promise<FileShown>;
  recordDelivery(
    actor: Actor,
    input: z.infer<typeof RecordDelivery> & Of & { deliveryId: string },
  ): Promise<FileShown>;
  addEvidence(actor: Actor, input: Handed): Promise<z.infer<typeof EvidenceView>>;
  evidence(
    actor: Actor,
    input: Of & { evidenceId: string },
  ): Promise<{ name: string; mediaType: string; bytes: Uint8Array }>;
}

export function proceduresService(needed: FilesNeed): ProceduresService {
  const { store, here } = needed;
  const { kinds } = here;
  const files = filesService(needed);
  const pending = pendingService(needed);
  const deliveries = deliveriesService(needed);
  const assignments = assignmentsService(needed);
  const evidence = evidenceService(needed);

  const asking = (actor: Actor) => ({
    ...{ db: store.read, tables: store.tables, actor },
    ...{ dayOf: here.dayOf, today: here.dayOf(here.now()) },
  });
  const view = (actor: Actor, kind: FileKind, id: string): Promise<FileShown> =>
    fileView(asking(actor), kind, id);

  async function kindOf(id: string): Promise<FileKind> {
    const file = await fileById(store.read, store.tables, id);
    const kind = file && kinds.get(file.machine);
    if (!kind) throw new Refused(notFound);
    return kind;
  }

  /** Does something to a file of whatever kind and shows it as it is then. */
  async function changed<Input extends Of>(
    actor: Actor,
    input: Input,
    work: (actor: Actor, kind: FileKind, input: Input) => Promise<void>,
  ): Promise<FileShown> {
    const kind = await kindOf(input.id);
    await work(actor, kind, input);
    return viewAfterDeed(asking(actor), kind, input.id);
  }

  return {
    view,
    async open(actor, kind, opening, more) {
      const { id } = await files.open(actor, kind, opening, more);
      return view(actor, kind, id);
    },
    async amend(actor, kind, input, more) {
      await files.amend(actor, kind, input, more);
      return view(actor, kind, input.id);
    },
    async prepare(actor, kind, input, more) {
      await files.prepare(actor, kind, input, more);
      return view(actor, kind, input.id);
    },
    async move(actor, kind, sent) {
      await files.move(actor, kind, sent);
      return viewAfterDeed(asking(actor), kind, sent.id);
    },
    moveMany: (actor, kind, sent) => moveMany(needed, files, actor, kind, sent),
    assign: (actor, input) => changed(actor, input, assignments.assign),
    async assignMany(actor, input) {
      await assignments.assignMany(actor, kindOf, input);
      return { assigned: input.fileIds.length };
    },
    endAssignment: (actor, input) => changed(actor, input, assignments.end),
    decidePending: (actor, input) => changed(actor, input, pending.decide),
    enterPaper: (actor, input) => changed(actor, input, pending.enterPaper),
    signDelivery: (actor, input) => changed(actor, input, deliveries.sign),
    recordDelivery: (actor, input) => changed(actor, input, deliveries.recordPaper),
    async addEvidence(actor, input) {
      const row: Row<'evidence'> = await evidence.add(actor, await kindOf(input.id), input);
      const { id, name, mediaType, bytes, sha256, addedAt } = row;
      return { id, name, mediaType, bytes, sha256, addedAt };
    },
    async evidence(actor, input) {
      const kind = await kindOf(input.id);
      const content = await evidence.content(actor, kind, input);
      await noteFileRead({ store, now: here.now, dayOf: here.dayOf }, actor, kind, input.id);
      return content;
    },
  };
}
