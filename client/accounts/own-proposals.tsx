import { useAsked } from '../ui/asked.ts';
import { Answer, Empty } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { PROPOSALS, type Proposals } from './accounts.api.ts';
import { ProposalCard } from './proposal-card.tsx';

/** What was proposed, and what became of it. */
export function OwnProposals() {
  const words = say(accountWords);
  const asked = useAsked<Proposals>(PROPOSALS);
  return (
    <section>
      <h2>{words.proposals}</h2>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.noProposals}>
              <p class="note">{words.noProposalsHint}</p>
            </Empty>
          ) : (
            <ul class="proposals">
              {items.map((proposal) => (
                <ProposalCard key={proposal.id} proposal={proposal} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
