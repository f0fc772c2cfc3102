// Evidence: sealed in the store beside the file it belongs to, hashed, read by id through permission.
import { createHash } from 'node:crypto';
import { contentOf, evidenceOf } from '../../db/queries/procedure-files.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { PRINCIPALS } from '../permissions/matrix.ts';
import { reachingAs } from '../permissions/may.ts';
import { mediaTypeOf } from './evidence-type.ts';
import { CLOSED_WORDS } from './closed-words.ts';
import type { FileKind } from './file-kind.ts';
import type { FilesNeed } from './files.service.ts';
import { eventUnknown, evidenceRefused, evidenceTooMany, mayNotMove } from './procedures.problems.ts';
import type { Standing } from './rights.ts';
import { fileFor, isAuthor } from './standing.ts';

export interface Handed {
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array;
}
export interface EvidenceService {
  add(actor: Actor, kind: FileKind, input: Handed): Promise<Row<'evidence'>>;
  content(
    actor: Actor,
    kind: FileKind,
    input: { id: string; evidenceId: string },
  ): Promise<{ name: string; mediaType: string; bytes: Uint8Array }>;
  /** Evidence of another file that this one is about: whoever may read this one's own may read it. */
  contentBeside(
    actor: Actor,
    kind: FileKind,
    input: { id: string; evidenceId: string; ofFileId: string },
  ): Promise<{ name: string; mediaType: string; bytes: Uint8Array }>;
}

export const MOST_EVIDENCE_BYTES = 5 * 1024 * 1024;
/** That one person puts into one file: nobody fills it up for the others. */
export const MOST_PIECES = 60;
const LONGEST_NAME = 120;

/** By the matrix: the person concerned, and officers named in the file; a draft's author writes into his own draft. */
export const mayAddEvidence = (kind: FileKind, file: Row<'files'>, standing: Standing): boolean =>
  !kind.machine.terminal.includes(file.state) &&
  !isAnswered(kind, file, standing) &&
  (isOwnDraft(kind, file, standing) || reaches(standing, 'evidence.add'));
/** Once the person concerned has answered, nothing comes in that he has not seen. */
const isAnswered = ({ answeredIn = [] }: FileKind, file: Row<'files'>, { actor }: Standing): boolean =>
  answeredIn.includes(file.state) && (file.cadreId === null || file.cadreId !== actor.cadreId);
export const mayReadEvidence = (kind: FileKind, file: Row<'files'>, standing: Standing): boolean =>
  isOwnDraft(kind, file, standing) || reaches(standing, 'evidence.read');

const isOwnDraft = (kind: FileKind, file: Row<'files'>, { actor }: Standing): boolean =>
  isAuthor(actor, kind, file) && file.state === kind.machine.start;
const reaches = ({ actor, touched }: Standing, permission: string): boolean =>
  reachingAs(actor, permission, touched, PRINCIPALS).length > 0;

const ANSWERED: Label = {
  zh: '本人已经陈述，不再添加他没有看到的材料；确需补充的，退回重新核实后再次告知',
  en: 'The person has answered: nothing is added that he has not seen. Send it back to be verified and told anew',
};

/** A name without anything that could lead elsewhere, or make it read otherwise than it is. */
const plainName = (name: string): string =>
  name
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
    .slice(-LONGEST_NAME)
    .trim();

export function evidenceService({ store, here }: FilesNeed): EvidenceService {
  const { tables, read, sealed } = store;
  return {
    async add(actor, kind, { id, name, content }) {
      const mediaType = mediaTypeOf(name, content);
      if (mediaType === null || content.length === 0 || content.length > MOST_EVIDENCE_BYTES)
        throw new Refused(evidenceRefused);
      const row: Row<'evidence'> = {
        id: here.newId('evi'),
        fileId: id,
        name: plainName(name),
        mediaType,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        addedBy: actor.accountId,
        addedAt: here.now(),
      };
      const kept = { evidenceId: row.id, sealed: sealed.seal(Buffer.from(content).toString('base64')) };
      const entry = {
        actor: actor.accountId,
        duty: 'party',
        deed: 'evidence.added',
        subject: id,
        reason: row.name,
      };
      await store.write(entry, async (tx, changed) => {
        const { file, standing } = await fileFor({ db: tx, tables, actor }, kind, id);
        if (kind.machine.terminal.includes(file.state)) throw new Refused(eventUnknown);
        if (!mayAddEvidence(kind, file, standing))
          throw new Refused(mayNotMove, {
            detail: isAnswered(kind, file, standing) ? ANSWERED : CLOSED_WORDS.notNamed,
          });
        const own = (await evidenceOf(tx, tables, id)).filter(({ addedBy }) => addedBy === actor.accountId);
        if (own.length >= MOST_PIECES) throw new Refused(evidenceTooMany);
        await addRows(tx, changed, tables.evidence, [row]);
        await addRows(tx, changed, tables.evidenceContents, [kept]);
      });
      return row;
    },

    content: (actor, kind, { id, evidenceId }) =>
      contentBeside(actor, kind, { id, evidenceId, ofFileId: id }),
    contentBeside,
  };

  async function contentBeside(
    actor: Actor,
    kind: FileKind,
    { id, evidenceId, ofFileId }: { id: string; evidenceId: string; ofFileId: string },
  ) {
    const { file, standing } = await fileFor({ db: read, tables, actor }, kind, id);
    const piece = (await evidenceOf(read, tables, ofFileId)).find((each) => each.id === evidenceId);
    if (!piece || !mayReadEvidence(kind, file, standing)) throw new Refused(notFound);
    const kept = await contentOf(read, tables, evidenceId);
    return {
      name: piece.name,
      mediaType: piece.mediaType,
      bytes: Buffer.from(sealed.unseal(kept), 'base64'),
    };
  }
}
