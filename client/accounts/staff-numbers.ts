// Staff numbers as people paste them: from a column, a sentence, with full-width digits, twice.

const LONGEST = 40;
const separators = /[\s,，;；、]+/u;

export interface PastedStaffNumbers {
  readonly staffNos: readonly string[];
  /** Named more than once; taken once. */
  readonly repeated: readonly string[];
  /** Not taken: longer than any staff number. */
  readonly tooLong: readonly string[];
}

/** Reads pasted text: one staff number each, full-width forms made plain, every number once. */
export function staffNumbersIn(text: string): PastedStaffNumbers {
  const words = text
    .normalize('NFKC')
    .split(separators)
    .filter((word) => word !== '');
  const fitting = words.filter((word) => word.length <= LONGEST);
  const staffNos = [...new Set(fitting)];
  return {
    staffNos,
    repeated: staffNos.filter((staffNo) => fitting.indexOf(staffNo) !== fitting.lastIndexOf(staffNo)),
    tooLong: words.filter((word) => word.length > LONGEST),
  };
}
