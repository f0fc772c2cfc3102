// The lines of a proposal as people read them: the same role, unit and dates said once for all who get it.

export interface GrantLine {
  readonly staffNo: string;
  readonly role: string;
  readonly unitName: string | null;
  readonly fromOn: string;
  readonly untilOn: string | null;
  /** The role is to end. */
  readonly isEnd: boolean;
}

export interface GrantGroup extends Omit<GrantLine, 'staffNo'> {
  readonly staffNos: readonly string[];
}

/** Lines that differ in nothing but the person, together; in the order in which they first occur. */
export function groupsOf(lines: readonly GrantLine[]): readonly GrantGroup[] {
  const groups = new Map<string, GrantGroup>();
  for (const { staffNo, ...grant } of lines) {
    const key = JSON.stringify([grant.role, grant.unitName, grant.fromOn, grant.untilOn, grant.isEnd]);
    const staffNos = [...(groups.get(key)?.staffNos ?? []), staffNo];
    groups.set(key, { ...grant, staffNos });
  }
  return [...groups.values()];
}
