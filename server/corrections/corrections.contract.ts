import { z } from 'zod';
import { Bilingual, Id, pageOf, PageQuery } from '../http/shared.contract.ts';
import { FileLine, FileView } from '../procedures/procedures.contract.ts';

/** The items of a profile that its person may have corrected; moving between units is a decision, no correction. */
export const CORRECTABLE = [
  'name',
  'postTitle',
  'rank',
  'template',
  'cadreSince',
  'retiresOn',
  'citizenId',
  'phone',
] as const;
export const CorrectionField = z.enum(CORRECTABLE);

const Value = z.string().trim().min(1).max(100);
const Document = z.string().trim().min(2).max(200);

/** What should be corrected, what it should say, and which document says so. */
export const AskCorrection = z.strictObject({ field: CorrectionField, wanted: Value, basis: Document });
/** What HR found in the archive; whether that is what was asked for, or what stands there, the product compares. */
export const VerifyCorrection = z.strictObject({ found: Value, document: Document });
/** A further document, for asking once more. */
export const AskAgain = z.strictObject({ basis: Document });

export const FOUND_IS = ['wanted', 'entry', 'other'] as const;

/** Values as whoever asks may see them: citizen ID and phone masked but to the person and the officer named here. */
export const CorrectionView = FileView.extend({
  correction: z.strictObject({
    field: CorrectionField,
    label: Bilingual,
    isSealed: z.boolean(),
    /** Null for whoever has to stand back. */
    facts: z
      .strictObject({
        entry: Bilingual.nullable(),
        wanted: Bilingual,
        basis: z.string(),
        found: z.strictObject({ value: Bilingual, document: z.string(), is: z.enum(FOUND_IS) }).nullable(),
      })
      .nullable(),
  }),
});
export const CorrectionQuery = PageQuery.extend({ state: z.string().max(40).optional() });
export const CorrectionPage = pageOf(FileLine);

export const OwnCorrections = z.strictObject({
  fields: z.array(
    z.strictObject({
      field: CorrectionField,
      label: Bilingual,
      /** What stands there now, in whole: it is the person's own. */
      entry: Bilingual.nullable(),
      /** The file in which it is in question already. */
      openFileId: Id.nullable(),
      /** The words it may say; null = anything. */
      choices: z.array(z.strictObject({ value: z.string(), label: Bilingual })).nullable(),
      isDay: z.boolean(),
    }),
  ),
  items: z.array(FileLine),
});
