import { effect, signal } from '@preact/signals';
import { recalled, remember } from './remembered.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Light, dark, or as the system has it. */
export const theme = signal<Theme>(recalled('theme', THEMES) ?? 'system');

export function chooseTheme(chosen: Theme): void {
  remember('theme', chosen === 'system' ? null : chosen);
  theme.value = chosen;
}

/** Puts the choice on the root element, where the tokens read it. */
export function startTheme(): void {
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}
