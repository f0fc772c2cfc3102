import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { announce } from '../ui/announce.tsx';
import { go } from '../router.ts';
import { claimWords } from '../words/exemption-claim.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { say } from '../words/language.ts';
import { type ClaimGiven, claimWith, taskHref } from './claim.ts';
import { writeClaim } from './exemptions.api.ts';
import { TaskPage } from './task-page.tsx';

/** What happened, or which process was followed: one text each. */
export function TextTask({ file, facts, again, name }: ClaimGiven & { name: 'statement' | 'process' }) {
  const words = say(claimWords);
  const terms = say(exemptionTerms);
  const said = {
    statement: { title: terms.taskStatement, lead: words.statementLead, hint: words.statementHint },
    process: { title: terms.taskProcess, lead: words.processLead, hint: words.processHint },
  }[name];
  return (
    <TaskPage title={said.title} lead={said.lead}>
      <Form
        submit={words.saveTask}
        check={(values) => unfilled(values, { [name]: said.title })}
        onCancel={() => go(taskHref(null))}
        onSubmit={async (values) => {
          await writeClaim(file.id, claimWith(file, facts, { [name]: textOf(values, name) }));
          announce(words.taskSaved(said.title));
          again();
          go(taskHref(null));
        }}
      >
        <Field name={name} label={said.title} hint={said.hint}>
          {(input) => <textarea {...input} rows={12} maxLength={4000} defaultValue={facts[name]} />}
        </Field>
      </Form>
    </TaskPage>
  );
}
