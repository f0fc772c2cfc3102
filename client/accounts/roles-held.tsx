import { securityWords } from '../words/account-security.ts';
import { accountWords } from '../words/accounts.ts';
import { say } from '../words/language.ts';
import { roleName } from '../words/roles.ts';
import type { GuardedAccount } from './account-security.api.ts';
import { periodOf } from './proposal-card.tsx';

export type HeldGrant = GuardedAccount['grants'][number];

const ADMINS: readonly string[] = ['sysadmin', 'secadmin', 'auditadmin'];

/** `组织部工作人员 · 全校 · 2026-01-01 起` */
export const grantInWords = (grant: HeldGrant): string =>
  [roleName(grant.role), grant.unitName ?? say(accountWords).wholeSchool, periodOf(grant)].join(' · ');

/** The roles of an account, each with the way to end it. */
export function RolesHeld(given: { account: GuardedAccount; onEnd: (grant: HeldGrant) => void }) {
  const words = say(securityWords);
  const { grants, staffNo } = given.account;
  if (grants.length === 0) return <span class="note">{words.noRole}</span>;
  return (
    <ul>
      {grants.map((grant) => (
        <li key={grant.id}>
          {grantInWords(grant)}{' '}
          {!ADMINS.includes(grant.role) && (
            <button
              type="button"
              class="link"
              aria-label={words.endRoleOf(roleName(grant.role), staffNo)}
              onClick={() => given.onEnd(grant)}
            >
              {words.endRole}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
