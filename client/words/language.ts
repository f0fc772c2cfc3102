import { signal } from '@preact/signals';
import { recalled, remember } from '../remembered.ts';
import type { Both } from './in-both.ts';

export type Language = 'zh' | 'en';

const preferred = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The language of the screen: what was chosen here before, else the browser's. */
export const language = signal<Language>(recalled('language', ['zh', 'en']) ?? preferred());

export function speak(chosen: Language): void {
  remember('language', chosen);
  language.value = chosen;
}

/** A feature's words in the language of the screen: `const words = say(todoWords)`. */
export const say = <Words>(both: Both<Words>): Words => both[language.value];

/** A label that came from the server in both languages. */
export const labelOf = (label: { readonly zh: string; readonly en: string }): string => label[language.value];
