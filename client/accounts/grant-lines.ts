// The lines of a proposal as people read them: the same role, unit and dates said once for all who get it.

export interface GrantLine {
  readonly staffNo: string;
  readonly role: string;
  readonly unitName: string | null;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

export interface GrantGroup extends Omit<GrantLine, 'staffNo'> {
  readonly staffNos: readonly string[];
}

/** Lines that differ in nothing but the person, together; in the order in which they first occur. */
export function groupsOf(lines: readonly GrantLine[]): readonly GrantGroup[] {
  const groups = new Map<string, GrantGroup>();
  for (const { staffNo, role, unitName, fromOn, untilOn } of lines) {
    const key = JSON.stringify([role, unitName, fromOn, untilOn]);
    const staffNos = [...(groups.get(key)?.staffNos ?? []), staffNo];
    groups.set(key, { role, unitName, fromOn, untilOn, staffNos });
  }
  return [...groups.values()];
}
