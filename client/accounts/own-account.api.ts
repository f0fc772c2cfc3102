import type {
  BeginSecondFactor,
  ConfirmSecondFactor,
  OwnSecondFactor,
  OwnSessions,
  ProveOwner,
  RecoveryCodes,
  SecondFactorBegun,
  SessionsEnded,
  ShowSecondFactor,
} from '../../server/accounts/own-account.contract.ts';
import { act, type Sent, type View } from '../api.ts';

export type SecondFactor = View<typeof OwnSecondFactor>;
export type Begun = View<typeof SecondFactorBegun>;
export type Codes = View<typeof RecoveryCodes>;
export type SessionList = View<typeof OwnSessions>;
export type OwnSession = SessionList['items'][number];

export const SECOND_FACTOR = '/api/own-second-factor';
export const OWN_SESSIONS = '/api/own-sessions';

export const beginFactor = (given: Sent<typeof BeginSecondFactor>): Promise<Begun> =>
  act<Begun>('POST', `${SECOND_FACTOR}/setup`, given);
export const confirmFactor = (given: Sent<typeof ConfirmSecondFactor>): Promise<Codes> =>
  act<Codes>('POST', SECOND_FACTOR, given);
export const newRecoveryCodes = (given: Sent<typeof ProveOwner>): Promise<Codes> =>
  act<Codes>('POST', `${SECOND_FACTOR}/recovery-codes`, given);
export const endFactor = (given: Sent<typeof ProveOwner>): Promise<void> =>
  act('POST', `${SECOND_FACTOR}/end`, given);
export const showFactor = (given: Sent<typeof ShowSecondFactor>): Promise<void> =>
  act('POST', '/api/session/second-factor', given);

export const endSession = (id: string): Promise<void> =>
  act('DELETE', `${OWN_SESSIONS}/${encodeURIComponent(id)}`);
export const endOtherSessions = (): Promise<View<typeof SessionsEnded>> =>
  act<View<typeof SessionsEnded>>('POST', `${OWN_SESSIONS}/end-others`);
