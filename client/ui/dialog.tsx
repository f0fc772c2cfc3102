import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';

/** A native modal dialog: focus stays inside, Esc closes, focus returns to where it was. */
export function Dialog(given: {
  title: string;
  /** States the consequence before anything is done. */
  intro?: ComponentChildren;
  /** `panel`: stands at the right edge, to read beside the page. */
  shape?: 'centre' | 'panel';
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={given.shape ?? 'centre'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        given.onClose();
      }}
      onClick={(event) => event.target === dialog.current && given.shape === 'panel' && given.onClose()}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={titleId}>{given.title}</h2>
          <button type="button" class="quiet" aria-label={say(shellWords).close} onClick={given.onClose}>
            ×
          </button>
        </div>
        {given.intro && <p class="intro">{given.intro}</p>}
        {given.children}
      </div>
    </dialog>
  );
}
