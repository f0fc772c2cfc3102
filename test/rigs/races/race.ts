// One race: several people want the same thing changed at the same moment, each over HTTP.
import type { Answer, Ask, Question, Visitor } from '../support/ask.ts';
import type { Product } from '../support/product.ts';
import type { SmallSchool } from '../support/small-school.ts';

export interface Course {
  readonly product: Product;
  readonly school: SmallSchool;
  /** Any node: PostgreSQL has several. */
  ask(question: Question): ReturnType<Ask>;
  /** One of the racers: `racer('secadmin', 2)`. */
  racer(role: string, n: number): Visitor;
  /** A name nobody had before. */
  fresh(what: string): string;
}

export interface Race {
  readonly name: string;
  /** How often it is run for each time the rarest is. */
  readonly weight: number;
  /** Arranges what is raced for; answers what the racers ask. */
  readonly start: (course: Course) => Promise<Prepared>;
}
export interface Prepared {
  readonly questions: readonly Question[];
  /** What happened that must not; empty when all is well. */
  readonly judge: (answers: readonly Answer[]) => Promise<readonly string[]> | readonly string[];
}

export const RACERS = 3;
export const racing = <T>(each: (n: number) => T): T[] =>
  Array.from({ length: RACERS }, (_, i) => each(i + 1));

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).join(', ');

/** One winner; the others are told that they came too late. */
export function oneWinner(
  answers: readonly Answer[],
  { losers = [409], winners = [200, 204] }: { losers?: readonly number[]; winners?: readonly number[] } = {},
): string[] {
  const won = answers.filter(({ status }) => winners.includes(status)).length;
  const strange = answers.filter(({ status }) => !winners.includes(status) && !losers.includes(status));
  return won === 1 && strange.length === 0
    ? []
    : [`${won} won: ${statuses(answers)} ${strange[0]?.text ?? ''}`];
}

/** Something arranged before the race, which must succeed. */
export async function arranged<T>(answer: Promise<Answer>): Promise<T> {
  const { status, text } = await answer;
  if (status >= 300) throw new Error(`the race could not be arranged: ${status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}
