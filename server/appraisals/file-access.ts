// How much of a person's files a reader of the result may see beside the figures.
import type { Line } from '../../scoring/index.ts';
import type { Actor, Touched } from '../permissions/actor.ts';
import { may, seesMasked } from '../permissions/may.ts';

export interface FileAccess {
  readonly inaction: boolean;
  readonly initiative: boolean;
  readonly constraints: boolean;
}

export function fileAccess(actor: Actor, touched: Touched): FileAccess {
  const sees = (permission: string) =>
    may(actor, permission, touched) && !seesMasked(actor, permission, touched);
  return {
    inaction: sees('inaction.read'),
    initiative: sees('initiative.read'),
    constraints: sees('constraint.read'),
  };
}

const NOT_AGAINST_ANYBODY = ['open', 'dismissed', 'exempt', 'conditionUnproven'];

/** Exempt, dismissed and pending files appear only to the person and the files' officers; they weigh nothing. */
export function isShown<Because>(line: Line<Because>, access: FileAccess): boolean {
  if (!NOT_AGAINST_ANYBODY.includes(line.reason)) return true;
  return line.rule === 'inaction' ? access.inaction : access.initiative;
}
