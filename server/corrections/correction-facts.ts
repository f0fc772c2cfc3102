// What a correction says, as whoever asks may see it.
import type { z } from 'zod';
import { correctionOf } from '../../db/queries/corrections.ts';
import { eventsOfFile } from '../../db/queries/procedure-files.ts';
import { cadreById } from '../../db/queries/roster.ts';
import type { Db, SealedFields } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import { masked } from '../cadres/masked.ts';
import type { CorrectionView } from './corrections.contract.ts';
import { entryOf, type Field, inWords, ITEMS } from './fields.ts';

type Shown = z.infer<typeof CorrectionView>['correction'];
type Facts = NonNullable<Shown['facts']>;

interface Reading {
  readonly db: Db;
  readonly tables: Tables;
  readonly sealed: SealedFields;
}
/** How much of the values: in whole, masked where sealed, or nothing. */
export type Sight = 'whole' | 'masked' | 'nothing';

async function documentOf({ db, tables }: Reading, fileId: string): Promise<string> {
  const verified = (await eventsOfFile(db, tables, fileId)).findLast(({ event }) => event === 'verify');
  const document = verified?.data['document'];
  return typeof document === 'string' ? document : '';
}

async function factsOf(reading: Reading, row: Row<'corrections'>, isWhole: boolean): Promise<Facts> {
  const { db, tables, sealed } = reading;
  const field = row.field as Field;
  const say = (value: string): Label =>
    inWords(field, isWhole || ITEMS[field].isSealed !== true ? value : masked(value));
  const cadre = await cadreById(db, tables, row.cadreId);
  const entry = cadre === undefined ? null : entryOf(field, cadre, sealed);
  const wanted = sealed.unseal(row.wantedSealed);
  const found = row.foundSealed === null ? null : sealed.unseal(row.foundSealed);
  return {
    entry: entry === null ? null : say(entry),
    wanted: say(wanted),
    basis: row.basis,
    found:
      found === null
        ? null
        : {
            value: say(found),
            document: await documentOf(reading, row.fileId),
            is: found === wanted ? 'wanted' : found === entry ? 'entry' : 'other',
          },
  };
}

export async function correctionFacts(reading: Reading, fileId: string, sight: Sight): Promise<Shown> {
  const row = (await correctionOf(reading.db, reading.tables, fileId))!;
  const field = row.field as Field;
  return {
    field,
    label: ITEMS[field].label,
    isSealed: ITEMS[field].isSealed === true,
    facts: sight === 'nothing' ? null : await factsOf(reading, row, sight === 'whole'),
  };
}
