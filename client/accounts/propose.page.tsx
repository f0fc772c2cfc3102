import './accounts.css';
import { useState } from 'preact/hooks';
import { ProblemError } from '../problem.ts';
import { go } from '../router.ts';
import { announceThere } from '../ui/announce.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { AddPeople, type ProposedLine } from './add-people.tsx';
import { PasteGrants } from './paste-grants.tsx';
import { proposeGrants } from './accounts.api.ts';
import { ProposedLines } from './proposed-lines.tsx';

/** Proposes roles for many people at once; everything is in sight before it is submitted. */
export default function ProposePage() {
  const words = say(accountWords);
  const [lines, setLines] = useState<readonly ProposedLine[]>([]);
  return (
    <>
      <p class="back">
        <a href="/accounts">← {words.backToAccounts}</a>
      </p>
      <Page title={words.proposeTitle} lead={words.proposeLead}>
        <div class="propose">
          <section class="card">
            <h2>{words.addPeople}</h2>
            <AddPeople onAdd={(added) => setLines(withAdded(lines, added))} />
            <PasteGrants onAdd={(added) => setLines(withAdded(lines, added))} />
          </section>
          <section>
            <h2>
              {words.toSubmit} <span class="note">{words.peopleCount(lines.length)}</span>
            </h2>
            <ProposedLines
              lines={lines}
              onRemove={(line) => setLines(lines.filter((kept) => kept !== line))}
            />
            <Submission lines={lines} />
          </section>
        </div>
      </Page>
    </>
  );
}

const sameGrant = (a: ProposedLine, b: ProposedLine): boolean =>
  a.staffNo === b.staffNo && a.role === b.role && a.unitId === b.unitId;

/** A line added again replaces the earlier one. */
const withAdded = (
  lines: readonly ProposedLine[],
  added: readonly ProposedLine[],
): readonly ProposedLine[] => [
  ...lines.filter((line) => !added.some((other) => sameGrant(line, other))),
  ...added,
];

function Submission({ lines }: { lines: readonly ProposedLine[] }) {
  const words = say(accountWords);
  return (
    <Form
      submit={words.submit(lines.length)}
      check={(values) => [
        ...(lines.length === 0 ? [{ pointer: '/lines', detail: words.addFirst }] : []),
        ...unfilled(values, { reason: words.reason }),
      ]}
      onSubmit={async (values) => {
        await submit(lines, textOf(values, 'reason'));
        announceThere(words.submitted);
        go('/accounts');
      }}
    >
      <Field name="reason" label={words.reason} hint={words.proposeReasonHint}>
        {(input) => <textarea {...input} />}
      </Field>
    </Form>
  );
}

/** What is wrong with a line is told with its staff number. */
async function submit(lines: readonly ProposedLine[], reason: string): Promise<void> {
  try {
    const sent = lines.map(({ unitName: _, ...line }) => line);
    await proposeGrants({ reason, lines: sent });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const fields = error.fields.map(({ pointer, detail }) => {
      const line = lines[Number(/^\/lines\/(\d+)\//.exec(pointer)?.[1])];
      return { pointer, detail: line === undefined ? detail : `${line.staffNo}: ${detail}` };
    });
    throw new ProblemError(error.status, error.message, { kind: error.kind, detail: error.detail, fields });
  }
}
