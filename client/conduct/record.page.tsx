import './conduct.css';
import { useEffect, useState } from 'preact/hooks';
import { Watermark } from '../appraisals/watermark.tsx';
import type { Params } from '../paths.ts';
import { FilePanel } from '../procedures/file-panel.tsx';
import { go } from '../router.ts';
import { session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { later, useLater } from '../ui/later.tsx';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { recordFileWords } from '../words/conduct-file.ts';
import { labelOf, say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { type InactionRecord, type OpenRecord, record } from './conduct.api.ts';
import { RecordFile } from './record-file.tsx';

const EditDialog = later(async () => (await import('./edit-dialog.tsx')).EditDialog);

const ON_PAPER = ['respond', 'request_review', 'appeal', 'withdraw_appeal'];
const isOpenTo = (found: InactionRecord): found is OpenRecord => found.inaction !== null;

/** What the steps ask for: fetched beside the record itself. */
const formsOfRecords = async () => (await import('./conduct-events.tsx')).conductForms;

/** One record of inaction, as whoever looks may see it. */
export default function RecordPage({ params }: { params: Params }) {
  const words = say(recordFileWords);
  const id = params['id'] ?? '';
  const asked = useAsked<InactionRecord>(record(id));
  const [isEdited, edit] = useState(false);
  const formsOf = useLater(formsOfRecords);
  const found = asked.value;
  const isOwn = found !== null && found.person?.cadreId === session.value?.cadreId;
  // The other ledger has a page of its own.
  const isOther = found !== null && (found.ledger as string) !== 'inaction';
  useEffect(() => {
    if (isOther) go(`/initiatives/${id}`, { replace: true });
  }, [isOther]);
  if (isOther) return null;
  const mine = found !== null && isOpenTo(found) && found.inaction.facts.isMyDraft ? found : null;
  return (
    <>
      {found !== null && !isOwn && <Watermark />}
      <p class="back no-print">
        <a href={isOwn ? '/my-record/files' : '/conduct'}>← {isOwn ? words.backToOwn : words.back}</a>
      </p>
      <Page
        title={found?.inaction ? labelOf(found.inaction.behaviour) : words.title}
        lead={found && leadOf(found)}
        actions={
          <>
            {mine !== null && (
              <button type="button" onClick={() => edit(true)}>
                {words.edit}
              </button>
            )}
            <button type="button" onClick={() => print()}>
              {say(shellWords).print}
            </button>
          </>
        }
      >
        <Answer of={asked}>
          {(file) => (
            <FilePanel
              file={isOwn ? file : beforeHisAnswer(file)}
              page="conduct"
              forms={isOpenTo(file) ? formsOf && formsOf(file) : {}}
              onPaper={ON_PAPER}
              again={asked.again}
            >
              {isOpenTo(file) ? (
                <RecordFile file={file} isOwn={isOwn} />
              ) : (
                <p class="notice info">{words.masked}</p>
              )}
            </FilePanel>
          )}
        </Answer>
      </Page>
      {isEdited && mine !== null && (
        <EditDialog
          mine={mine}
          onClose={() => edit(false)}
          onDone={() => {
            edit(false);
            asked.again();
          }}
        />
      )}
    </>
  );
}

/** While the person may still answer only he claims an exemption: to others the step says so before it is tried. */
function beforeHisAnswer(file: InactionRecord): InactionRecord {
  if (file.state !== 'notified') return file;
  const why = { zh: recordFileWords.zh.claimIsHis, en: recordFileWords.en.claimIsHis };
  const actions = file.actions.map((action) =>
    action.event === 'claim_exemption' && action.isOpen ? { ...action, isOpen: false, why } : action,
  );
  return { ...file, actions };
}

function leadOf({ person, unit, inaction }: InactionRecord): string {
  const area = inaction && `${labelOf(inaction.areaLabel)} ${inaction.code}`;
  return [person?.name, unit.name, inaction?.occurredOn, area].filter(Boolean).join(' · ');
}
