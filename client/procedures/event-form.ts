import type { ComponentChildren } from 'preact';
import type { FieldProblem } from '../problem.ts';
import type { FileShown } from './file.api.ts';

/** What an event asks for beside its reason. */
export interface EventForm {
  /** The consequence, before anything is done. */
  readonly intro?: ComponentChildren;
  readonly isDanger?: boolean;
  readonly fields?: () => ComponentChildren;
  /** Labels of the fields that may not be left empty, by name. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly data?: (values: FormData) => Record<string, unknown>;
  /** What else speaks against sending it, beside fields left empty. */
  readonly faults?: (values: FormData) => readonly FieldProblem[];
  /** Offers to hand in a file with it. */
  readonly takesEvidence?: boolean;
  /** What was written, to be checked before it is sent; without it nothing is shown again. */
  readonly told?: (values: FormData) => readonly (readonly [string, string])[];
  /** Where the step leads on to. */
  readonly onMoved?: (moved: FileShown) => void;
}
