// A sign-in service of the school: where a browser is sent, and what it proves when it comes back.

export type Way = 'cas' | 'oidc';

/** One try of one browser: known to it alone, and to us by its cookie. */
export interface Attempt {
  readonly way: Way;
  /** Comes back in the address. */
  readonly state: string;
  readonly until: number;
  /** A secret of this attempt that only we can work out, one for each purpose. */
  secret(purpose: 'nonce' | 'verifier'): string;
}

export interface Proven {
  readonly staffNo: string;
  readonly hasSecondFactor: boolean;
  /** What was handed in, good for one sign-in: a CAS ticket, an OIDC code. */
  readonly ticket: string;
}

export interface Return {
  readonly attempt: Attempt;
  /** The address the browser came back to, without its query. */
  readonly address: string;
  readonly query: Readonly<Record<string, string>>;
}

export interface Provider {
  /** Where the browser goes to sign in; it comes back to `address`. */
  begin(attempt: Attempt, address: string): Promise<string>;
  /** Asks the provider itself what the browser brought back. */
  finish(returned: Return): Promise<Proven>;
  /** The ticket of a session that the provider has ended; only CAS says so. */
  endedTicket?(message: string): string | null;
}
export type Providers = Readonly<Partial<Record<Way, Provider>>>;
