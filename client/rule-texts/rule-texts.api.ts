import type {
  CorrectRuleText,
  RecordRuleText,
  RuleTextPage,
  RuleTextQuery,
  RuleTextView,
  WithdrawRuleText,
} from '../../server/rule-texts/rule-texts.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type RuleText = View<typeof RuleTextView>;
export type RuleTexts = View<typeof RuleTextPage>;
export type RuleTextLine = RuleTexts['items'][number];
export type Instrument = RuleTexts['instruments'][number];
type Wanted = Pick<Sent<typeof RuleTextQuery>, 'q' | 'on'> & { readonly after: string | null };

export const ruleTexts = (wanted: Wanted): string => withQuery('/api/rule-texts', { ...wanted, limit: 30 });
export const ruleText = (id: string): string => `/api/rule-texts/${encodeURIComponent(id)}`;
export const recordRuleText = (sent: Sent<typeof RecordRuleText>) =>
  act<RuleText>('POST', '/api/rule-texts', sent);
export const correctRuleText = (id: string, sent: Sent<typeof CorrectRuleText>) =>
  act<RuleText>('PUT', ruleText(id), sent);
export const withdrawRuleText = (id: string, sent: Sent<typeof WithdrawRuleText>) =>
  act<RuleText>('POST', `${ruleText(id)}/withdrawal`, sent);
