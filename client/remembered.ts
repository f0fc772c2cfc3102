// What this browser remembers for its user: language, theme, a job to be found again. Nothing of anybody's record.

/** A remembered choice, if it is still one of those there are. */
export function recalled<Choice extends string>(key: string, choices: readonly Choice[]): Choice | null {
  const kept = recallText(key);
  return choices.find((choice) => choice === kept) ?? null;
}

export function recallText(key: string): string | null {
  try {
    return localStorage.getItem(`dandang.${key}`);
  } catch {
    // Storage may be switched off; then nothing is remembered.
    return null;
  }
}

/** Keeps a choice; null forgets it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`dandang.${key}`);
    else localStorage.setItem(`dandang.${key}`, value);
  } catch {
    // As above.
  }
}
