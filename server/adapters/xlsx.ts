// Workbooks are read and written in a thread of their own, within bounds of size, memory and time:
// a file that misbehaves ends its thread, not the server.
import type { Mark, NewSheet, SheetContent } from './spreadsheet.ts';
import { UnsafeFile } from './unsafe-file.ts';
import { inThread, type Job } from './xlsx-thread.ts';

const MOST_BYTES = 5 * 1024 * 1024;

export async function readXlsx(bytes: Uint8Array): Promise<readonly SheetContent[]> {
  refuseBySize(bytes);
  const outcome = await inThread({ do: 'read', bytes });
  if (!('sheets' in outcome)) throw new Error('the workbook was not read');
  return outcome.sheets;
}

/** The same workbook with cells turned red and a note on each. */
export async function markXlsx(bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> {
  refuseBySize(bytes);
  return written({ do: 'mark', bytes, marks });
}

/** A new workbook: frozen headers, notes, and drop-downs fed from a hidden sheet. */
export const writeXlsx = (sheets: readonly NewSheet[], marks: readonly Mark[] = []): Promise<Uint8Array> =>
  written({ do: 'write', sheets, marks });

async function written(job: Job): Promise<Uint8Array> {
  const outcome = await inThread(job);
  if (!('bytes' in outcome)) throw new Error('the workbook was not written');
  return outcome.bytes;
}

function refuseBySize(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES) throw new UnsafeFile('tooLarge');
}
