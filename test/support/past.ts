// Decisions taken before the product, brought in by an import and walked to their end as the cast does it.
import { createHash } from 'node:crypto';
import { inactionsOf } from '../../db/queries/conduct-files.ts';
import { importFiles } from '../../server/imports/import-files.ts';
import type { BatchView, DryRunView } from '../../server/imports/imports.contract.ts';
import { conductWorkbook } from '../../server/imports/templates.ts';
import type { z } from 'zod';
import type { Answer } from './app.ts';
import type { Cast } from './cast.ts';
import { type Asker, done } from './cast-deeds.ts';
import type { CastName } from './cast-people.ts';

type Book = Parameters<typeof conductWorkbook>[0];
export type Batch = z.infer<typeof BatchView>;
type Needed = Pick<Cast, 'ask' | 'move' | 'sign' | 'store' | 'staffNo' | 'fileOf'>;
const EDGE = 'pastEdge';

const asUpload = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="past.xlsx"\r\n` +
        'content-type: application/octet-stream\r\n\r\n',
    ),
    bytes,
    Buffer.from(`\r\n--${EDGE}--\r\n`),
  ]);

/** A finding of inaction about the person concerned, as the sheet has it. */
export const pastInaction = (more: object = {}) =>
  ({
    ...{ staffNo: 'subject', code: '2.1', occurredOn: '2026-05-03', severity: 'general' },
    ...{ responsibility: 'direct', finding: 'upheld', documentNo: '示例纪〔2026〕1号' },
    ...{ summary: '未认真调查研究（虚构）', ...more },
  }) as NonNullable<Book['inactions']>[number];

export function pastOf(cast: Needed) {
  const { ask, store } = cast;
  const type = { 'content-type': `multipart/form-data; boundary=${EDGE}` };
  const upload = (who: Asker, path: string, bytes: Uint8Array): Promise<Answer> =>
    ask(who, 'POST', `/api/imports/conduct/${path}`, asUpload(bytes), type);

  async function tried(book: Book): Promise<z.infer<typeof DryRunView>> {
    return done(upload('clerk', 'dry-runs', await importFiles.write(conductWorkbook(book))));
  }
  /** Imported by one in HR. */
  async function imported(book: Book): Promise<Batch> {
    const bytes = await importFiles.write(conductWorkbook(book));
    const hash = createHash('sha256').update(bytes).digest('hex');
    return done(upload('clerk', `batches?fileHash=${hash}`, bytes));
  }
  const decide = (batch: Batch, event: 'confirm' | 'reject', who: CastName = 'reconsiderer') =>
    ask(who, 'POST', `/api/imports/conduct/batches/${batch.id}/decision`, {
      ...{ event, version: batch.version, reason: '与原件核对无误' },
    });
  const undo = (batch: Batch): Promise<Answer> =>
    ask('clerk', 'POST', `/api/imports/conduct/batches/${batch.id}/undo`, {
      ...{ version: batch.version, reason: '导错了' },
    });
  /** The files that keep the records of a batch, the earliest fact first. */
  async function filesOf(batch: Pick<Batch, 'id'>): Promise<string[]> {
    const { conductRecords, files } = store.tables;
    const all = await inactionsOf(
      store.read,
      store.tables,
      (await store.read.select().from(files)).map(({ id }) => id),
    );
    const records = await store.read.select().from(conductRecords);
    const own = new Set(records.filter(({ batchId }) => batchId === batch.id).map(({ id }) => id));
    return [...all.values()]
      .filter(({ recordId }) => recordId !== null && own.has(recordId))
      .toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1))
      .map(({ fileId }) => fileId);
  }
  /** Imported by one, confirmed by another: each finding that weighs is a file now. */
  async function opened(book: Book): Promise<string[]> {
    const batch = await imported(book);
    await done(decide(batch, 'confirm'));
    return filesOf(batch);
  }

  const nameMany = (
    fileIds: readonly string[],
    who: CastName,
    principal: string,
    by: CastName = 'secretary',
  ) =>
    ask(by, 'POST', '/api/files/assignments', {
      ...{ fileIds, staffNo: cast.staffNo(who), principal, reason: '以前的决定，统一办理' },
    });
  const notifyMany = (fileIds: readonly string[], who: CastName = 'notifier') =>
    ask(who, 'POST', '/api/conduct/notifications', { fileIds });
  const acceptMany = (fileIds: readonly string[], who: CastName = 'reviewer') =>
    ask(who, 'POST', '/api/conduct/acceptances', { fileIds, reason: '与原件一致，陈述已听取' });

  /** Told, signed for and answered by the person concerned. */
  async function answered(fileIds: readonly string[]): Promise<void> {
    await done(nameMany(fileIds, 'notifier', 'hr'));
    await done(nameMany(fileIds, 'reviewer', 'hr_head'));
    await done(notifyMany(fileIds));
    for (const id of fileIds) {
      await done(cast.sign(id));
      await cast.move('subject', id, 'respond');
    }
  }
  /** The whole way of past decisions about the person concerned: from the file just opened to `final`. */
  async function acceptPast(fileIds: readonly string[]): Promise<void> {
    await answered(fileIds);
    await done(acceptMany(fileIds));
    for (const id of fileIds) {
      const { state } = await cast.fileOf(id);
      if (state !== 'final') throw new Error(`${id} is ${state}`);
    }
  }
  return {
    ...{ tried, imported, decide, undo, filesOf, opened, nameMany, notifyMany, acceptMany },
    ...{ answered, acceptPast },
  };
}
export type Past = ReturnType<typeof pastOf>;
