// Everything about notices that the product offers, from the ways out that the school has set up.
import type { Store } from '../../db/store.ts';
import { inboxService } from './inbox.service.ts';
import { noticeAddressService } from './notice-address.service.ts';
import { noticesService } from './notices.service.ts';
import { remindService, type RemindNeeds } from './remind.service.ts';
import type { Outside } from './sender.ts';
import { senderService } from './sender.service.ts';

interface Needed extends RemindNeeds {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly outside: Outside;
  readonly onFault: (fault: unknown) => void;
}

export const noticeServices = (needed: Needed) => ({
  inbox: inboxService(needed),
  noticeAddress: noticeAddressService(needed),
  notices: noticesService({
    ...needed,
    reminders: remindService(needed),
    sender: senderService(needed),
  }),
});
