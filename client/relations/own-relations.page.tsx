import { useState } from 'preact/hooks';
import { OwnPages } from '../my-record/own-pages.tsx';
import { instant } from '../numbers.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { say } from '../words/language.ts';
import { kindName, relationWords } from '../words/relations.ts';
import { DeclareDialog } from './declare-dialog.tsx';
import { StateTag } from './relation-state.tsx';
import { OWN_RELATIONS, type OwnRelation, type OwnRelations } from './relations.api.ts';

/** 亲属与回避: what one declared, and what others declared about one. */
export default function OwnRelationsPage() {
  const words = say(relationWords);
  const asked = useAsked<OwnRelations>(OWN_RELATIONS);
  const [isDeclaring, declare] = useState(false);
  return (
    <Page
      title={words.mine}
      lead={words.lead}
      actions={
        <button type="button" class="primary" onClick={() => declare(true)}>
          {words.declare}
        </button>
      }
    >
      <OwnPages />
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.none}>
              <p class="note">{words.noneHint}</p>
            </Empty>
          ) : (
            <OwnTable relations={items} />
          )
        }
      </Answer>
      {isDeclaring && (
        <DeclareDialog
          onDone={() => {
            declare(false);
            asked.again();
          }}
          onClose={() => declare(false)}
        />
      )}
    </Page>
  );
}

function OwnTable({ relations }: { relations: readonly OwnRelation[] }) {
  const words = say(relationWords);
  return (
    <Table
      caption={words.mine}
      rows={relations}
      keyOf={({ id }) => id}
      columns={[
        { key: 'kind', head: words.kind, cell: ({ kind }) => kindName(kind) },
        {
          key: 'person',
          head: words.person,
          cell: ({ other, unitName }) => (other === null ? unitName : `${other.name}（${other.staffNo}）`),
        },
        { key: 'detail', head: words.detail, cell: ({ detail }) => detail },
        {
          key: 'by',
          head: words.by,
          cell: ({ isDeclaredByMe, declaredAt }) =>
            `${isDeclaredByMe ? words.byMe : words.byOther} · ${instant(declaredAt)}`,
        },
        { key: 'state', head: words.state, cell: ({ state }) => <StateTag state={state} /> },
        { key: 'reason', head: words.reason, cell: ({ decidedReason }) => decidedReason ?? '' },
      ]}
    />
  );
}
