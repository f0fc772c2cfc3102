import { holds, type Role } from '../session.ts';
import { Tag } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { todoWords } from '../words/todo.ts';

interface Step {
  readonly who: string;
  readonly role: Role | null;
  readonly deed: string;
  readonly how: string;
  readonly href: string | null;
}

function steps(): readonly Step[] {
  const words = say(todoWords);
  const step = (who: string, role: Role | null, deed: string, how: string, href: string | null): Step => ({
    who,
    role,
    deed,
    how,
    href,
  });
  return [
    step(words.sysadmin, 'sysadmin', words.createAccounts, words.createAccountsHow, '/accounts'),
    step(words.secadmin, 'secadmin', words.firstHead, words.firstHeadHow, '/accounts'),
    step(words.hrHead, 'hr_head', words.propose, words.proposeHow, '/accounts/propose'),
    step(words.secadmin, 'secadmin', words.decide, words.decideHow, '/accounts'),
    step(words.hr, 'hr', words.roster, words.rosterHow, '/imports/roster'),
    step(words.hrHead, 'hr_head', words.slips, words.slipsHow, '/accounts/slips'),
    step(words.everybody, null, words.activate, words.activateHow, null),
  ];
}

/** From an empty product to the first signed-in cadre: who does what, in which order. */
export function FirstSteps() {
  const words = say(todoWords);
  return (
    <section class="first-steps">
      <h2>{words.startTitle}</h2>
      <p class="note">{words.startIntro}</p>
      <ol class="card">
        {steps().map((step) => (
          <li key={step.deed}>
            <span class="first-who">{step.who}</span>
            <span class="first-deed">
              {isOwn(step) && step.href !== null ? <a href={step.href}>{step.deed}</a> : <b>{step.deed}</b>}
              <span class="note">{step.how}</span>
            </span>
            {isOwn(step) && <Tag tone="info">{words.yours}</Tag>}
          </li>
        ))}
      </ol>
      <p class="note">{words.auditNote}</p>
    </section>
  );
}

const isOwn = ({ role }: Step): boolean => role !== null && holds(role);
