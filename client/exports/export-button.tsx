import { useState } from 'preact/hooks';
import { may } from '../session.ts';
import { later } from '../ui/later.tsx';
import { exportWords } from '../words/exports.ts';
import { say } from '../words/language.ts';
import type { Asked } from './export-dialog.tsx';

const ExportDialog = later(async () => (await import('./export-dialog.tsx')).ExportDialog);

/** Takes the list as it stands on screen; offered to whoever may export it. */
export function ExportButton(asked: Asked) {
  const [isOpen, open] = useState(false);
  const words = say(exportWords);
  if (!may('export.create')) return null;
  return (
    <>
      <button type="button" class="no-print" onClick={() => open(true)}>
        {asked.what === 'ownRecord' ? words.askOwn : words.ask}
      </button>
      {isOpen && <ExportDialog {...asked} onClose={() => open(false)} />}
    </>
  );
}
