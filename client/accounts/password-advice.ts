// What a new password still lacks before it is sent; the server has the last word on it.

export const SHORTEST_PASSWORD = 15;
/** With a second factor the password does not stand alone. */
export const SHORTEST_WITH_FACTOR = 8;
const FEWEST_CHARACTERS = 6;

export type PasswordLack = 'tooShort' | 'fewCharacters' | 'differs';

/** What still stands against the password, in the order in which to say it. */
export function passwordLacks(
  password: string,
  repeated: string,
  shortest = SHORTEST_PASSWORD,
): readonly PasswordLack[] {
  const lacks: readonly (readonly [PasswordLack, boolean])[] = [
    ['tooShort', password.length < shortest],
    [
      'fewCharacters',
      password.length >= shortest && new Set(password.toLowerCase()).size < FEWEST_CHARACTERS,
    ],
    ['differs', password !== repeated],
  ];
  return lacks.filter(([, holds]) => holds).map(([lack]) => lack);
}
