import type { NoticeSettings } from './notice-settings.ts';
import type { Senders } from './sender.ts';

/** The senders that are set up; what is not costs nothing to load. */
export async function sendersOf({ mail, webhook }: NoticeSettings): Promise<Senders> {
  const mailModule = mail && (await import('../adapters/mail.ts'));
  const webhookModule = webhook && (await import('../adapters/webhook.ts'));
  return {
    ...(mail && mailModule && { mail: mailModule.mailSender(mail) }),
    ...(webhook && webhookModule && { webhook: webhookModule.webhookSender(webhook) }),
  };
}
