import { instant } from '../numbers.ts';
import { Tag } from '../ui/tag.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import type { FileShown } from './file.api.ts';

/** Where the file is, since when, and what is due next. */
export function StateLine({ file }: { file: FileShown }) {
  const words = say(procedureWords);
  return (
    <p class="state-line">
      <Tag tone={file.isEnded ? 'plain' : 'info'}>{labelOf(file.stateLabel)}</Tag>
      <span class="note">{words.since(instant(file.enteredAt))}</span>
      {file.deadlines.map(({ kind, label, lastDay }) => (
        <time key={kind} dateTime={lastDay}>
          <Tag tone="warn">{words.deadline(labelOf(label), lastDay)}</Tag>
        </time>
      ))}
    </p>
  );
}
