import './procedures.css';
import type { ComponentChildren } from 'preact';
import { countTodo } from '../todo-count.ts';
import { later } from '../ui/later.tsx';
import { Loading } from '../ui/states.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { Actions } from './actions.tsx';
import type { EventForm } from './event-form.ts';
import { Course } from './course.tsx';
import { EvidenceList } from './evidence.tsx';
import type { FileShown } from './file.api.ts';
import { NextMeeting } from './next-meeting.tsx';
import { NextOfficer } from './next-officer.tsx';
import { Notices } from './notices.tsx';
import { PaperEntry } from './paper-entry.tsx';
import { People } from './people.tsx';
import { PendingList } from './pending.tsx';
import { StateLine } from './state-line.tsx';

const DocumentsOfFile = later(async () => (await import('../documents/documents.tsx')).DocumentsOfFile);

/** What a kind of file tells the panel. */
export interface FilePanelOf {
  readonly file: FileShown;
  /** Where files of this kind stand: `pilots`. */
  readonly page: string;
  /** What events carry beside their reason; null while that is being fetched. */
  readonly forms?: Readonly<Record<string, EventForm>> | null;
  /** Events of the person concerned that may come on paper. */
  readonly onPaper?: readonly string[];
  readonly again: () => void;
  /** What the file says, by its kind. */
  readonly children: ComponentChildren;
}

/** Any file: its state, what it says, what can be done and why the rest cannot, and its course. */
export function FilePanel({ file, page, forms = {}, onPaper = [], again, children }: FilePanelOf) {
  const changed = () => {
    again();
    void countTodo();
  };
  return (
    <>
      <StateLine file={file} />
      {file.recused !== null && (
        <p class="notice warn" role="note">
          <b>{say(procedureWords).recused}</b> {labelOf(file.recused)}
        </p>
      )}
      <NextOfficer file={file} onDone={changed} />
      <NextMeeting file={file} />
      <div class="columns file">
        {/* Beside the file; where the screen is narrow, before it. */}
        <div class="deeds no-print" id="deeds" tabIndex={-1}>
          {forms === null ? <Loading /> : <Actions file={file} page={page} forms={forms} onDone={changed} />}
          <PendingList file={file} onDone={changed} />
          <Notices file={file} onDone={changed} />
        </div>
        <div class="content">
          {children}
          <Course file={file} />
        </div>
        <div class="rest no-print">
          <DocumentsOfFile file={file} />
          <EvidenceList file={file} onDone={changed} />
          {forms !== null && <PaperEntry file={file} forms={forms} events={onPaper} onDone={changed} />}
          <People file={file} onDone={changed} />
        </div>
      </div>
    </>
  );
}
