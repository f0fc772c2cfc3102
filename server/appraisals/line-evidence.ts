import type { conductOf } from '../../db/queries/files.ts';
import type { FileAccess } from './file-access.ts';
import type { Evidence } from './result-words.ts';

/** Document and summary of the records whose file the reader may see. */
export const evidenceFrom = (
  conduct: Awaited<ReturnType<typeof conductOf>>,
  access: FileAccess,
): ReadonlyMap<string, Evidence> =>
  new Map(
    conduct
      .filter(({ ledger }) => access[ledger])
      .map(({ id, documentNo, summary, occurredOn }) => [
        id,
        {
          ...{ documentNo: documentNo ?? '', summary, occurredOn },
          fileHref: access.records.get(id)?.href ?? null,
        },
      ]),
  );
