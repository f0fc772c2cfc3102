import { useState } from 'preact/hooks';
import { withQuery } from '../paths.ts';
import { query, setQuery } from '../router.ts';
import { session } from '../session.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { securityWords } from '../words/account-security.ts';
import { say } from '../words/language.ts';
import {
  type Among,
  type GuardedAccount,
  guardedAccounts,
  type GuardedAccounts,
} from './account-security.api.ts';
import { type ChosenDeed, SecurityDialog } from './security-dialog.tsx';
import { RolesHeld } from './roles-held.tsx';

/** Accounts with their roles, by staff number: locked, reset, and roles ended from here. */
export function GuardedAccountList() {
  const words = say(securityWords);
  const q = query().get('q') ?? '';
  const among: Among = query().get('among') === 'all' ? 'all' : 'holders';
  const list = guardedAccounts(q, among);
  const cursors = useCursors(list);
  const asked = useAsked<GuardedAccounts>(withQuery(list, { after: cursors.after }));
  const [chosen, choose] = useState<ChosenDeed | null>(null);
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="note">{words.adminNote}</p>
      <div class="filters">
        <input
          type="search"
          value={q}
          placeholder={words.searchHint}
          aria-label={words.searchHint}
          onInput={(event) => setQuery({ q: event.currentTarget.value })}
        />
        <select
          aria-label={words.among}
          value={among}
          onChange={(event) => setQuery({ among: event.currentTarget.value === 'all' ? 'all' : null })}
        >
          <option value="holders">{words.holders}</option>
          <option value="all">{words.all}</option>
        </select>
      </div>
      <Answer of={asked}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={words.none}>
              <p class="note">{words.noneHint}</p>
            </Empty>
          ) : (
            <>
              <Accounts items={items} onChoose={choose} />
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
      {chosen !== null && (
        <SecurityDialog
          chosen={chosen}
          onDone={(text) => {
            choose(null);
            announce(text);
            asked.again();
          }}
          onClose={() => choose(null)}
        />
      )}
    </section>
  );
}

const TONES = { created: 'warn', active: 'ok', locked: 'bad' } as const;
const MINUTE_MS = 60_000;

function Accounts(given: { items: readonly GuardedAccount[]; onChoose: (deed: ChosenDeed) => void }) {
  const words = say(securityWords);
  return (
    <Table
      caption={words.caption}
      rows={given.items}
      keyOf={({ id }) => id}
      columns={[
        { key: 'staffNo', head: words.staffNo, cell: ({ staffNo }) => <span class="number">{staffNo}</span> },
        { key: 'state', head: words.state, cell: (account) => <State account={account} /> },
        {
          key: 'factor',
          head: words.factor,
          cell: ({ hasSecondFactor }) => (hasSecondFactor ? words.factorOn : words.factorOff),
        },
        {
          key: 'roles',
          head: words.roles,
          cell: (account) => (
            <RolesHeld
              account={account}
              onEnd={(grant) => given.onChoose({ kind: 'endRole', account, grant })}
            />
          ),
        },
        {
          key: 'deeds',
          head: words.deeds,
          cell: (account) => <Deeds account={account} onChoose={given.onChoose} />,
        },
      ]}
    />
  );
}

function State({ account: { state, waitsUntil } }: { account: GuardedAccount }) {
  const words = say(securityWords);
  return (
    <>
      <Tag tone={TONES[state]}>{words[state]}</Tag>
      {waitsUntil !== null && (
        <span class="note">
          {' '}
          {words.waits(Math.max(1, Math.ceil((waitsUntil - Date.now()) / MINUTE_MS)))}
        </span>
      )}
    </>
  );
}

const ADMINS: readonly string[] = ['sysadmin', 'secadmin', 'auditadmin'];

function Deeds({ account, onChoose }: { account: GuardedAccount; onChoose: (deed: ChosenDeed) => void }) {
  const words = say(securityWords);
  if (account.id === session.value?.accountId) return null;
  const isAdmin = account.grants.some(({ role }) => ADMINS.includes(role));
  const canUnlock = account.state === 'locked' || account.waitsUntil !== null;
  const button = (kind: 'lock' | 'unlock' | 'reset') => (
    <button
      type="button"
      class="link"
      aria-label={words.deedOn(words[kind], account.staffNo)}
      onClick={() => onChoose({ kind, account })}
    >
      {words[kind]}
    </button>
  );
  return (
    <span class="actions">
      {account.state !== 'locked' && button('lock')}
      {canUnlock && button('unlock')}
      {!isAdmin && button('reset')}
    </span>
  );
}
