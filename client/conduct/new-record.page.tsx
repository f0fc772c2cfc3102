import './conduct.css';
import { moveOn } from '../procedures/file.api.ts';
import { ProblemError } from '../problem.ts';
import { go } from '../router.ts';
import { holds } from '../session.ts';
import { countTodo } from '../todo-count.ts';
import { announceThere } from '../ui/announce.tsx';
import { textOf } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { leadWords } from '../words/conduct-lead.ts';
import { say } from '../words/language.ts';
import { draftRecord, type InactionRecord, type Source } from './conduct.api.ts';
import { LeadForm } from './lead-form.tsx';
import { useParameters } from './parameters.ts';

/** What an office finds is found in its own way; HR hears of things from everywhere. */
function usualSource(): Source | undefined {
  if (holds('hr')) return undefined;
  if (holds('supervisor')) return 'inspection';
  return holds('inspector') ? 'discipline' : undefined;
}

/** Draft, evidence and submission in one go; what fails after the draft goes on from the draft's page. */
async function submit(drafted: InactionRecord, values: FormData): Promise<void> {
  const { id, version } = drafted;
  try {
    const { handIn } = await import('../procedures/own-evidence.tsx');
    await handIn(id, values);
    await moveOn('conduct', id, { event: 'submit', version });
    announceThere(say(leadWords).submitted);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    announceThere(say(leadWords).kept(error.detail ?? error.message));
  }
}

export default function NewRecordPage() {
  const words = say(leadWords);
  const days = useParameters().number('limit.reply');
  return (
    <Page title={words.title} lead={words.lead}>
      <div class="narrow">
        <p class="notice info">{words.consequence(days)}</p>
        <LeadForm
          source={usualSource()}
          submit={words.submit}
          onCancel={() => go('/conduct')}
          onWritten={async (lead, values) => {
            const drafted = await draftRecord({ ...lead, staffNo: textOf(values, 'staffNo') });
            await submit(drafted, values);
            void countTodo();
            go(`/conduct/${drafted.id}`);
          }}
        />
      </div>
    </Page>
  );
}
