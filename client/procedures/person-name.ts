interface Person {
  readonly staffNo: string;
  readonly name: string | null;
}

/** Somebody by name, or by number where the account is no cadre's. */
export const nameOf = ({ name, staffNo }: Person): string => name ?? staffNo;
