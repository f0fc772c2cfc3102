// A second factor being set up: nothing is kept of it until its first code has come back, so that no half-done attempt
// takes the place of one that works.
import type { SealedFields } from '../../db/sealed-fields.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import { setUpLost } from './accounts.problems.ts';

/** A text as rows of a QR code: `1` is dark. */
export type DrawnCode = (text: string) => string[];

type Account = Row<'accounts'>;
interface Ticket {
  readonly purpose: 'secondFactor';
  readonly accountId: string;
  readonly secret: string;
  /** What was set up when it began: a ticket is good for one change. */
  readonly replaces: number | null;
  readonly until: number;
}

const LASTS_MS = 15 * 60_000;

export const ticketFor = (
  sealed: SealedFields,
  { id, totpSince }: Account,
  { secret, at }: { secret: string; at: number },
): string => {
  const ticket: Ticket = {
    purpose: 'secondFactor',
    accountId: id,
    secret,
    replaces: totpSince,
    until: at + LASTS_MS,
  };
  return sealed.seal(JSON.stringify(ticket));
};

/** The secret in a ticket of this account. */
export function secretFrom(sealed: SealedFields, account: Account, text: string, at: number): string {
  const ticket = opened(sealed, text);
  const isOurs = ticket?.purpose === 'secondFactor' && ticket.accountId === account.id;
  if (!isOurs || ticket.replaces !== account.totpSince || ticket.until! <= at || ticket.secret === undefined)
    throw new Refused(setUpLost);
  return ticket.secret;
}

function opened(sealed: SealedFields, text: string): Partial<Ticket> | null {
  try {
    return JSON.parse(sealed.unseal(text)) as Partial<Ticket>;
  } catch {
    // Altered, or not of ours.
    return null;
  }
}
