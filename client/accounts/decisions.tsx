import { useState } from 'preact/hooks';
import { countTodo } from '../todo-count.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { decideProposal, DECISIONS, type Proposal, type Proposals } from './accounts.api.ts';
import { ProposalCard } from './proposal-card.tsx';

type Event = 'grant' | 'refuse';

/** The proposals that wait for a decision. */
export function Decisions() {
  const words = say(accountWords);
  const asked = useAsked<Proposals>(DECISIONS);
  const [chosen, choose] = useState<{ proposal: Proposal; event: Event } | null>(null);
  return (
    <section>
      <h2>{words.decisions}</h2>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.noDecisions}>
              <p class="note">{words.noDecisionsHint}</p>
            </Empty>
          ) : (
            <ul class="proposals">
              {items.map((proposal) => (
                <ProposalCard key={proposal.id} proposal={proposal}>
                  <p class="actions proposal-deeds">
                    <button type="button" onClick={() => choose({ proposal, event: 'refuse' })}>
                      {words.refuse}
                    </button>
                    <button
                      type="button"
                      class="primary"
                      onClick={() => choose({ proposal, event: 'grant' })}
                    >
                      {words.grant}
                    </button>
                  </p>
                </ProposalCard>
              ))}
            </ul>
          )
        }
      </Answer>
      {chosen !== null && (
        <DecisionDialog
          {...chosen}
          onDone={() => {
            choose(null);
            asked.again();
            void countTodo();
          }}
          onClose={() => choose(null)}
        />
      )}
    </section>
  );
}

function DecisionDialog(given: {
  proposal: Proposal;
  event: Event;
  onDone: () => void;
  onClose: () => void;
}) {
  const words = say(accountWords);
  const { proposal, event } = given;
  const count = new Set(proposal.lines.map(({ staffNo }) => staffNo)).size;
  const isGrant = event === 'grant';
  return (
    <Dialog
      title={isGrant ? words.grantTitle : words.refuseTitle}
      intro={isGrant ? words.grantIntro(count) : words.refuseIntro}
      onClose={given.onClose}
    >
      <Form
        submit={isGrant ? words.grantDeed(count) : words.refuseDeed}
        check={(values) => unfilled(values, { reason: words.reason })}
        onSubmit={async (values) => {
          await decideProposal(proposal.id, {
            event,
            version: proposal.version,
            reason: textOf(values, 'reason'),
          });
          announce(isGrant ? words.grantDone : words.refuseDone);
          given.onDone();
        }}
        onCancel={given.onClose}
      >
        <Field name="reason" label={words.reason} hint={words.decideReasonHint}>
          {(input) => <textarea {...input} />}
        </Field>
      </Form>
    </Dialog>
  );
}
