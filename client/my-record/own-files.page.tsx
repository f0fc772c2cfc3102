import '../procedures/procedures.css';
import './own-files.css';
import type { OwnFile, OwnFiles } from '../../server/my-record/own-files.contract.ts';
import type { View } from '../api.ts';
import { useParameters } from '../conduct/parameters.ts';
import { instant } from '../numbers.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { labelOf, say } from '../words/language.ts';
import { ownFileWords } from '../words/own-files.ts';
import { procedureWords } from '../words/procedures.ts';
import { shellWords } from '../words/shell.ts';
import { OwnPages } from './own-pages.tsx';

type File = View<typeof OwnFile>;

/** 本人事项: a task list of the files about oneself, the open ones first. */
export default function OwnFilesPage() {
  const words = say(ownFileWords);
  const asked = useAsked<View<typeof OwnFiles>>('/api/my-record/files');
  return (
    <Page title={words.title} lead={words.lead}>
      <OwnPages />
      <Answer of={asked}>
        {({ items }) => (
          <div class="columns own-files">
            <div>
              {items.length === 0 ? (
                <Empty title={words.none}>
                  <p class="note">{words.noneHint}</p>
                </Empty>
              ) : (
                <Files items={items} />
              )}
            </div>
            <div>
              <GoodToKnow />
            </div>
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Files({ items }: { items: readonly File[] }) {
  const words = say(ownFileWords);
  const tasks = items.filter(({ isOpen }) => isOpen);
  const others = items.filter(({ isOpen }) => !isOpen);
  return (
    <>
      <section>
        <h2>{words.open}</h2>
        {tasks.length === 0 && (
          <p class="card">
            {words.nothingOpen} <span class="note">{words.nothingOpenHint}</span>
          </p>
        )}
        {tasks.length > 0 && <FileList files={tasks} />}
      </section>
      {others.length > 0 && (
        <section>
          <h2>{words.others}</h2>
          <FileList files={others} />
        </section>
      )}
    </>
  );
}

const FileList = ({ files }: { files: readonly File[] }) => (
  <ul class="own-file-list card">
    {files.map((file) => (
      <li key={file.id}>
        <OneFile file={file} />
      </li>
    ))}
  </ul>
);

function OneFile({ file }: { file: File }) {
  const words = say(ownFileWords);
  const { hasNotice, open, deadline } = file;
  const deeds = [...(hasNotice ? [words.sign] : []), ...open.map(({ label }) => labelOf(label))];
  return (
    <>
      <div>
        <a href={file.href}>{file.title}</a>
        <p class="note">
          {labelOf(file.machineLabel)} · {instant(file.enteredAt)}
        </p>
        {deeds.length > 0 && (
          <p>
            {words.mayDo}：{deeds.join(say(shellWords).and)}
          </p>
        )}
      </div>
      <p class="own-file-state">
        <Tag tone={file.isEnded ? 'plain' : 'info'}>{labelOf(file.stateLabel)}</Tag>
        {deadline !== null && (
          <time dateTime={deadline.lastDay}>
            <Tag tone={file.isOpen ? 'warn' : 'plain'}>
              {say(procedureWords).deadline(labelOf(deadline.label), deadline.lastDay)}
            </Tag>
          </time>
        )}
        {deadline === null && hasNotice && <Tag tone="warn">{words.afterSigning}</Tag>}
      </p>
    </>
  );
}

/** How to answer, to get more time, to claim, to appeal. */
function GoodToKnow() {
  const words = say(ownFileWords);
  const limit = useParameters().number;
  const told = [
    [words.answer, words.answerHow(limit('limit.reply'))],
    [words.time, words.timeHow],
    [words.tolerance, words.toleranceHow],
    [words.appeal, words.appealHow(limit('limit.appeal'), limit('limit.appealAfterReview'))],
  ] as const;
  return (
    <section>
      <h2>{words.know}</h2>
      <dl class="said card">
        {told.map(([name, how]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{how}</dd>
          </div>
        ))}
        <div>
          <dt>{words.receipts}</dt>
          <dd>
            {words.receiptsHow}
            <a href="/receipts">{words.toReceipts}</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}
