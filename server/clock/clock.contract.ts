import { z } from 'zod';
import { Id, Reason } from '../http/shared.contract.ts';

/** Whether time limits run, and what rings for whoever keeps the product running. */
export const ClockView = z.strictObject({
  isRunning: z.boolean(),
  /** Nothing lapses until somebody says that the time is right. */
  isHalted: z.boolean(),
  lastAt: z.int().nullable(),
  now: z.int(),
  alarms: z.array(
    z.strictObject({
      id: Id,
      kind: z.string(),
      raisedAt: z.int(),
      /** By how much the clock jumped. */
      seconds: z.int().nullable(),
      /** Why nothing could be sent: a code. */
      fault: z.string().nullable(),
    }),
  ),
});
export const ResumeClock = z.strictObject({ reason: Reason });
