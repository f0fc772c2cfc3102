import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { securityWords } from '../words/account-security.ts';
import { say } from '../words/language.ts';
import { roleName } from '../words/roles.ts';
import { type AccountDeed, doTo, endGrant, type GuardedAccount } from './account-security.api.ts';
import type { HeldGrant } from './roles-held.tsx';

/** What is about to be done, and to whom. */
export type ChosenDeed =
  | { readonly kind: AccountDeed; readonly account: GuardedAccount }
  | { readonly kind: 'endRole'; readonly account: GuardedAccount; readonly grant: HeldGrant };

interface Told {
  readonly title: string;
  readonly intro: string;
  readonly deed: string;
  readonly done: string;
}

function toldOf(chosen: ChosenDeed): Told {
  const words = say(securityWords);
  const { staffNo } = chosen.account;
  switch (chosen.kind) {
    case 'lock':
      return {
        title: words.lockTitle(staffNo),
        intro: words.lockIntro,
        deed: words.lockDeed,
        done: words.lockDone,
      };
    case 'unlock':
      return {
        title: words.unlockTitle(staffNo),
        intro: words.unlockIntro,
        deed: words.unlockDeed,
        done: words.unlockDone,
      };
    case 'reset':
      return {
        title: words.resetTitle(staffNo),
        intro: words.resetIntro,
        deed: words.resetDeed,
        done: words.resetDone,
      };
    case 'endRole':
      return {
        title: words.endTitle(staffNo),
        intro: words.endIntro(roleName(chosen.grant.role)),
        deed: words.endDeed,
        done: words.endDone,
      };
  }
}

/** States the consequence and asks for the reason. */
export function SecurityDialog(given: {
  chosen: ChosenDeed;
  onDone: (text: string) => void;
  onClose: () => void;
}) {
  const words = say(securityWords);
  const { chosen } = given;
  const told = toldOf(chosen);
  return (
    <Dialog title={told.title} intro={told.intro} onClose={given.onClose}>
      <Form
        submit={told.deed}
        check={(values) => unfilled(values, { reason: words.reason })}
        onSubmit={async (values) => {
          const reason = textOf(values, 'reason');
          if (chosen.kind === 'endRole') await endGrant(chosen.grant.id, reason);
          else await doTo(chosen.account.id, chosen.kind, reason);
          given.onDone(told.done);
        }}
        onCancel={given.onClose}
      >
        <Field name="reason" label={words.reason} hint={words.reasonHint}>
          {(input) => <textarea {...input} />}
        </Field>
      </Form>
    </Dialog>
  );
}
