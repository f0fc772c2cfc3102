// What the steps of an exemption file carry beside their reason.
import { z } from 'zod';
import { EXEMPTION_OUTCOMES } from '../../scoring/index.ts';
import { DayText } from '../http/shared.contract.ts';

const Text = z.string().trim().min(2).max(4000);
const Short = z.string().trim().min(2).max(500);

export const Respond = z.strictObject({ statement: Text });
export const Propose = z.strictObject({ outcome: z.enum(EXEMPTION_OUTCOMES) });
/** The second inspector answers each red line for himself. */
export const CheckRedLines = z.strictObject({
  knowingViolation: z.boolean(),
  knowingViolationReason: Short,
  privateGain: z.boolean(),
  privateGainReason: Short,
  persistedAfterBan: z.boolean(),
  persistedAfterBanReason: Short,
});
const Dissent = Text.optional().meta({ title: '不同意见', titleEn: 'Dissent' });
/** An error that is forgiven is still put right (纠错). */
const Correction = {
  correction: Short.meta({ title: '纠错要求', titleEn: 'What is to be put right' }),
  correctBy: DayText.meta({ title: '纠错期限', titleEn: 'Put right by' }),
};
export const DecideLeniently = z.strictObject({ ...Correction, dissent: Dissent });
export const DecideRefuse = z.strictObject({ dissent: Dissent });
export const GrantOnAppeal = z.strictObject(Correction);
export const Appeal = z.strictObject({
  grounds: Text,
  wanted: z.enum(['exempt', 'mitigated']).default('exempt'),
});
