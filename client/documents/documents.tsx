import { useEffect } from 'preact/hooks';
import type { FileShown } from '../procedures/file.api.ts';
import { useAsked } from '../ui/asked.ts';
import { documentWords } from '../words/documents.ts';
import { labelOf, say } from '../words/language.ts';
import { documentHref, type Documents, documentsOf } from './documents.api.ts';

/** Files that are told of in writing; the others offer nothing and are not asked. */
const IN_WRITING: readonly string[] = ['inaction', 'exemption', 'initiative'];

/** The documents that a file offers to whoever looks at it. */
export function DocumentsOfFile({ file }: { file: FileShown }) {
  const words = say(documentWords);
  const isAsked = IN_WRITING.includes(file.machine);
  const { value, again } = useAsked<Documents>(isAsked ? documentsOf(file.id) : null);
  // Every step may bring another one.
  useEffect(() => {
    if (value !== null) again();
  }, [file.version]);
  if (value === null || value.items.length === 0) return null;
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="note">{words.note}</p>
      <ul class="file-list card">
        {value.items.map(({ name, title, on }) => (
          <li key={name}>
            <a href={documentHref(file.id, name)} download aria-label={words.download(labelOf(title), on)}>
              {labelOf(title)}
            </a>
            <p class="note">{words.on(on)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
