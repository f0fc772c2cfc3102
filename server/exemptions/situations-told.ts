// The situation that each line of a list names, as far as it is settled for whoever asks.
import { exemptionsIn } from '../../db/queries/conduct-files.ts';
import { eventsOfFile } from '../../db/queries/procedure-files.ts';
import type { Store } from '../../db/store.ts';
import type { SituationCode } from '../../scoring/index.ts';
import { claimedIn, isUnsignedFor } from './claimed.ts';

export async function situationsTold(
  { read, tables }: Pick<Store, 'read' | 'tables'>,
  reader: string | null,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, SituationCode | null>> {
  const told = new Map<string, SituationCode | null>();
  for (const { exemption, file } of await exemptionsIn(read, tables, fileIds)) {
    const claimed = isUnsignedFor(file, reader) ? claimedIn(await eventsOfFile(read, tables, file.id)) : null;
    told.set(file.id, (claimed ?? exemption).situation);
  }
  return told;
}
