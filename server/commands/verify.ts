import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  exportReader,
  type Fault,
  FAULTS,
  type HeldHead,
  UnreadableExport,
  type Verified,
  verifyExport,
  verifyStore,
} from '../../db/store.ts';
import { LogHeadView } from '../audit/log.contract.ts';
import { refusalsFrom } from '../refusals.ts';
import { BadInput, type Command, EXIT, type Given, type Terminal } from './command.ts';
import { databaseOptions, settingsOf } from './database-options.ts';
import { openExisting } from './existing-store.ts';
import { readJson, refused } from './read-json.ts';

const usage = 'verify [--database url] [--head file] [--file export]';

async function heldHead(file: string, terminal: Terminal): Promise<HeldHead> {
  const read = LogHeadView.safeParse(await readJson(file, terminal));
  if (!read.success) throw refused(file, refusalsFrom(read.error), terminal);
  return read.data;
}

async function verifyFile(file: string, held: HeldHead | null): Promise<Verified> {
  if (!existsSync(file)) throw new BadInput([`${file}: 无法读取 cannot be read`]);
  const open = () => createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  return verifyExport(exportReader(open), held).catch((error: unknown) => {
    if (error instanceof UnreadableExport)
      throw new BadInput([`${file}:${error.line}: 应为导出的日志 expected a line of an exported log`]);
    throw error;
  });
}

async function verifyDatabase(given: Given, held: HeldHead | null): Promise<Verified> {
  const store = await openExisting(settingsOf(given, usage));
  try {
    const found = await verifyStore(store, held);
    if (store.readOnly?.because !== 'damaged' || found.faultCounts.storeDamaged) return found;
    const damaged: Fault = { kind: 'storeDamaged', place: { says: 'integrity_check' } };
    const faultCounts = { ...found.faultCounts, storeDamaged: 1 };
    return { ...found, isSound: false, faults: [damaged, ...found.faults], faultCounts };
  } finally {
    await store.close();
  }
}

/** What was checked, what is wrong, where, and what to do about it. */
function report({ findings, faults, faultCounts, isSound }: Verified, { language }: Terminal) {
  return {
    sound: isSound,
    size: findings?.size ?? null,
    rootHash: findings?.rootHash ?? null,
    head: findings?.head ?? null,
    keys: findings?.keyIds ?? [],
    pending: findings?.pending ?? null,
    faultCounts,
    faults: faults.map(({ kind, place }) => ({
      kind,
      place,
      what: FAULTS[kind].what[language],
      cure: FAULTS[kind].cure[language],
    })),
  };
}

export const command: Command = {
  usage,
  about: {
    zh: '核验审计日志和每一行数据：数据库、导出的日志、所持的日志头',
    en: 'Verifies the audit log and every row: of the database, of an exported log, against a held head',
  },
  options: { ...databaseOptions, head: { type: 'string' }, file: { type: 'string' } },
  async run(given, terminal) {
    const { head, file, database } = given.values;
    if (typeof file === 'string' && database !== undefined)
      throw new BadInput([`--file, --database: 只选其一 choose one; 用法 usage: dandang ${usage}`]);
    const held = typeof head === 'string' ? await heldHead(head, terminal) : null;
    const found = typeof file === 'string' ? await verifyFile(file, held) : await verifyDatabase(given, held);
    terminal.out(`${JSON.stringify(report(found, terminal), null, 2)}\n`);
    return found.isSound ? EXIT.done : EXIT.notSo;
  },
};
