import type { Activate } from '../../server/accounts/accounts.contract.ts';
import { act, type Sent } from '../api.ts';

export const activate = (given: Sent<typeof Activate>): Promise<void> =>
  act('POST', '/api/activation', given);
