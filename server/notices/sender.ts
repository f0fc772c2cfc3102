// One way to tell somebody outside the product that something waits for him inside. What it says is the same for everybody.
import type { Channel } from '../../db/tables/notices.ts';
import type { Label } from '../../scoring/index.ts';

export interface OutsideNotice {
  /** The same at every try, so that whoever gets it twice can tell. */
  readonly id: string;
  /** A mail address; for the school's own channel a staff number. */
  readonly to: string;
  /** The moment of this try. */
  readonly at: number;
  readonly subject: Label;
  readonly text: Label;
  readonly link: string;
}

export type Sent =
  | { readonly isSent: true }
  | {
      readonly isSent: false;
      /** A code, never an address or a text of the other side: it is shown to admins. */
      readonly fault: string;
      /** It is not this one notice: whatever follows would fail alike. */
      readonly isDown: boolean;
    };

export interface Sender {
  /** Never throws for what the other side does. */
  send(notice: OutsideNotice): Promise<Sent>;
}
export type Senders = Readonly<Partial<Record<Channel, Sender>>>;

/** The ways out that the school has set up, and where people then look. */
export interface Outside {
  readonly senders: Senders;
  readonly inboxUrl: string;
}
export const NOTHING_OUTSIDE: Outside = { senders: {}, inboxUrl: '/inbox' };

export const channelsOf = ({ senders }: Outside): readonly Channel[] =>
  (Object.keys(senders) as Channel[]).filter((channel) => senders[channel] !== undefined);
