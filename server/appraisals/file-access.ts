// How much of a person's files a reader of the result may see beside the figures.
import type { Line } from '../../scoring/index.ts';
import type { RecordFiles } from '../conduct/records-shown.ts';
import type { Actor, Touched } from '../permissions/actor.ts';
import { may, seesMasked } from '../permissions/may.ts';

export interface FileAccess {
  readonly inaction: boolean;
  readonly initiative: boolean;
  readonly constraints: boolean;
  /** Records whose file the reader may open, and those of no file that he may know of. */
  readonly records: RecordFiles;
}

export function fileAccess(actor: Actor, touched: Touched, records: RecordFiles): FileAccess {
  const sees = (permission: string) =>
    may(actor, permission, touched) && !seesMasked(actor, permission, touched);
  return {
    inaction: sees('inaction.read'),
    initiative: sees('initiative.read'),
    constraints: sees('constraint.read'),
    records,
  };
}

const NOT_AGAINST_ANYBODY = ['open', 'dismissed', 'exempt', 'conditionUnproven'];

/** Exempt, dismissed and pending files appear only to the person and the files' officers; they weigh nothing. */
export function isShown<Because>(line: Line<Because>, access: FileAccess): boolean {
  if (!NOT_AGAINST_ANYBODY.includes(line.reason)) return true;
  return line.recordId !== undefined && access.records.has(line.recordId);
}
