// Files of late, each at another step: what somebody finds who signs in to the demo.
import type { Cases } from './case-deeds.ts';
import { askExemption } from './cases-exemption.ts';
import { fileInactions } from './cases-inaction.ts';
import { fileInitiatives } from './cases-initiative.ts';
import { recordRules, registerPilot } from './cases-rules.ts';

export async function openCases(cases: Cases): Promise<void> {
  await recordRules(cases);
  await registerPilot(cases);
  const { claimed } = await fileInactions(cases);
  await askExemption(cases, claimed);
  await fileInitiatives(cases);
}
