import './accounts.css';
import { useState } from 'preact/hooks';
import { go } from '../router.ts';
import { announceThere } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { securityWords } from '../words/account-security.ts';
import { accountWords } from '../words/accounts.ts';
import { say } from '../words/language.ts';
import { openGrants, type OpenGrants, proposeEnds } from './account-security.api.ts';
import { PeopleFinder } from './people-finder.tsx';
import { grantInWords } from './roles-held.tsx';

/** Proposes that somebody's roles end before their time. */
export default function ProposeEndsPage() {
  const words = say(securityWords);
  const [staffNo, choose] = useState('');
  const held = useAsked<OpenGrants>(staffNo === '' ? null : openGrants(staffNo));
  return (
    <>
      <p class="back">
        <a href="/accounts">← {say(accountWords).backToAccounts}</a>
      </p>
      <Page title={words.endsTitle} lead={words.endsLead}>
        <div class="narrow">
          <PeopleFinder onPick={choose} />
          <Form
            key={staffNo}
            submit={words.find}
            check={(values) => unfilled(values, { staffNo: words.staffNo })}
            onSubmit={async (values) => choose(textOf(values, 'staffNo'))}
          >
            <Field name="staffNo" label={words.staffNo}>
              {(input) => <input {...input} defaultValue={staffNo} autocomplete="off" spellcheck={false} />}
            </Field>
          </Form>
          {staffNo !== '' && (
            <Answer of={held}>
              {({ items }) =>
                items.length === 0 ? (
                  <Empty title={words.nothingHeld} />
                ) : (
                  <Ends key={staffNo} items={items} />
                )
              }
            </Answer>
          )}
        </div>
      </Page>
    </>
  );
}

function Ends({ items }: { items: OpenGrants['items'] }) {
  const words = say(securityWords);
  const [chosen, choose] = useState<readonly string[]>([]);
  return (
    <Form
      submit={words.endsDeed(chosen.length)}
      check={(values) => [
        ...(chosen.length === 0 ? [{ pointer: '/grantIds', detail: words.chooseFirst }] : []),
        ...unfilled(values, { reason: words.reason }),
      ]}
      onSubmit={async (values) => {
        await proposeEnds({ reason: textOf(values, 'reason'), grantIds: [...chosen] });
        announceThere(words.endsSubmitted);
        go('/accounts');
      }}
    >
      <fieldset>
        <legend>{words.choose}</legend>
        <div class="choices">
          {items.map((grant) => (
            <label key={grant.id}>
              <input
                type="checkbox"
                checked={chosen.includes(grant.id)}
                onChange={(event) =>
                  choose(
                    event.currentTarget.checked
                      ? [...chosen, grant.id]
                      : chosen.filter((id) => id !== grant.id),
                  )
                }
              />
              {grantInWords(grant)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field name="reason" label={words.reason} hint={words.reasonHint}>
        {(input) => <textarea {...input} />}
      </Field>
    </Form>
  );
}
