import { useState } from 'preact/hooks';
import { withQuery } from '../paths.ts';
import { query, setQuery } from '../router.ts';
import { useAsked } from '../ui/asked.ts';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { type Account, type AccountPage, accounts, type AccountsCreated } from './accounts.api.ts';
import { CreateDialog } from './create-dialog.tsx';

/** All accounts by staff number, and the making of new ones. */
export function AccountList() {
  const words = say(accountWords);
  const q = query().get('q') ?? '';
  const list = accounts(q);
  const cursors = useCursors(list);
  const asked = useAsked<AccountPage>(withQuery(list, { after: cursors.after }));
  const [isCreating, create] = useState(false);
  const [made, setMade] = useState<AccountsCreated | null>(null);
  return (
    <section>
      {made !== null && <Made made={made} />}
      <div class="filters">
        <input
          type="search"
          value={q}
          placeholder={words.searchHint}
          aria-label={words.searchHint}
          onInput={(event) => setQuery({ q: event.currentTarget.value })}
        />
        <button type="button" class="primary" onClick={() => create(true)}>
          {words.create}
        </button>
        <a class="button" href="/imports/accounts">
          {words.byFile}
        </a>
      </div>
      <Answer of={asked}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={words.noAccounts}>
              <p class="note">{words.noAccountsHint}</p>
            </Empty>
          ) : (
            <>
              <Accounts items={items} />
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
      {isCreating && (
        <CreateDialog
          onCreated={(result) => {
            setMade(result);
            create(false);
            asked.again();
          }}
          onClose={() => create(false)}
        />
      )}
    </section>
  );
}

function Made({ made }: { made: AccountsCreated }) {
  const words = say(accountWords);
  return (
    <p class="notice info" role="status">
      <b>{words.createdCount(made.created)}</b>
      {made.existing.length > 0 && <span>{words.existing(made.existing.join(' '))}</span>}
    </p>
  );
}

const TONES = { created: 'warn', active: 'ok', locked: 'bad' } as const;

function Accounts({ items }: { items: readonly Account[] }) {
  const words = say(accountWords);
  return (
    <div class="account-table">
      <Table
        caption={words.accounts}
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'staffNo',
            head: words.staffNo,
            cell: ({ staffNo }) => <span class="number">{staffNo}</span>,
          },
          {
            key: 'state',
            head: words.state,
            cell: ({ state }) => <Tag tone={TONES[state]}>{words[state]}</Tag>,
          },
        ]}
      />
    </div>
  );
}
