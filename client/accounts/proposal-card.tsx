import type { ComponentChildren } from 'preact';
import { instant } from '../numbers.ts';
import { Tag } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { securityWords } from '../words/account-security.ts';
import { accountWords } from '../words/accounts.ts';
import { roleName } from '../words/roles.ts';
import type { Proposal } from './accounts.api.ts';
import { type GrantGroup, groupsOf } from './grant-lines.ts';

const TONES = { proposed: 'warn', granted: 'ok', refused: 'bad' } as const;

/** One proposal: why, who gets what, what became of it. */
export function ProposalCard({ proposal, children }: { proposal: Proposal; children?: ComponentChildren }) {
  const words = say(accountWords);
  return (
    <li class="card proposal">
      <div class="proposal-head">
        <p>
          <Tag tone={TONES[proposal.state]}>{words[proposal.state]}</Tag> {proposal.reason}
        </p>
        <time class="note">{instant(proposal.proposedAt)}</time>
      </div>
      <ul class="grant-groups">
        {groupsOf(proposal.lines).map((group) => (
          <Group
            key={[group.role, group.unitName, group.fromOn, group.untilOn, group.isEnd].join()}
            group={group}
          />
        ))}
      </ul>
      {children}
    </li>
  );
}

function Group({ group }: { group: GrantGroup }) {
  const words = say(accountWords);
  return (
    <li>
      {group.isEnd && <Tag tone="warn">{say(securityWords).ending}</Tag>} <b>{roleName(group.role)}</b> ·{' '}
      {group.unitName ?? words.wholeSchool} · <span class="number">{periodOf(group)}</span> ·{' '}
      {words.peopleCount(group.staffNos.length)}
      <p class="note number">{group.staffNos.join('  ')}</p>
    </li>
  );
}

/** From – until in words. */
export function periodOf({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }): string {
  const words = say(accountWords);
  return untilOn === null ? words.from(fromOn) : words.fromUntil(fromOn, untilOn);
}
