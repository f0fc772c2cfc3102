import { keysShown } from '../keys.ts';
import { offered } from '../menu.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { Dialog } from './dialog.tsx';

/** The list of keys. */
export function KeyHelp() {
  const words = say(shellWords);
  const keys: readonly (readonly [string, string])[] = [
    ['/', words.keySearch],
    ...offered().map(({ letter, word }) => [`g ${letter}`, words.keyGo(words[word])] as const),
    ['Esc', words.keyClose],
    ['?', words.keyHelp],
  ];
  return (
    <Dialog title={words.keys} intro={words.keysIntro} onClose={() => (keysShown.value = false)}>
      <dl class="keys">
        {keys.map(([key, deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
