/** Why a file is not read at all. */
export type UnsafeReason =
  | 'tooLarge'
  | 'tooManyParts'
  | 'inflatesTooFar'
  | 'tooManyRows'
  | 'encrypted'
  | 'oldFormat'
  | 'notAWorkbook'
  | 'tooSlow';

export class UnsafeFile extends Error {
  readonly reason: UnsafeReason;
  constructor(reason: UnsafeReason) {
    super(`the file is not read: ${reason}`);
    this.name = 'UnsafeFile';
    this.reason = reason;
  }
}
