import type { ComponentChildren } from 'preact';

export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'info';

/** A word with a tone; the word carries the meaning, the colour only supports it. */
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`tag ${tone}`}>{children}</span>
);
