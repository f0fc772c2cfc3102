// 制度库: rules as they read while they were valid. What an exemption rests on is withdrawn or replaced, never edited.
import type { z } from 'zod';
import { isReliedOn, ruleTextById, ruleTextPage, ruleTextsNumbered } from '../../db/queries/rule-texts.ts';
import type { Changed } from '../../db/audit-entry.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { isDay } from '../../scoring/index.ts';
import { invalidRequest, notFound, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf, may } from '../permissions/may.ts';
import { instrumentsOn } from './instruments-on.ts';
import type {
  CorrectRuleText,
  RecordRuleText,
  RuleTextLine,
  RuleTextPage,
  RuleTextQuery,
  RuleTextView,
  WithdrawRuleText,
} from './rule-texts.contract.ts';
import {
  ruleTextNotYours,
  ruleTextReliedOn,
  ruleTextUnfit,
  ruleTextWithdrawn,
} from './rule-texts.problems.ts';
import { overlapsWith, wrongDaysIn } from './validity.ts';

type RuleText = Row<'ruleTexts'>;
type View = z.infer<typeof RuleTextView>;
interface Of {
  readonly id: string;
}
export interface RuleTextsService {
  page(query: z.infer<typeof RuleTextQuery>): Promise<z.infer<typeof RuleTextPage>>;
  view(actor: Actor, input: Of): Promise<View>;
  record(actor: Actor, input: z.infer<typeof RecordRuleText>): Promise<View>;
  correct(actor: Actor, input: z.infer<typeof CorrectRuleText> & Of): Promise<View>;
  withdraw(actor: Actor, input: z.infer<typeof WithdrawRuleText> & Of): Promise<View>;
}
interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
}

const PROPOSE = 'rule.propose';
const OPENING = 160;

const lineOf = ({ id, title, documentNo, issuer, validFrom, validTo, passage }: RuleText) => ({
  ...{ id, title, documentNo, issuer, validFrom, validTo },
  opening: passage.slice(0, OPENING),
});

export function ruleTextsService({ store, now, newId }: Needed): RuleTextsService {
  const { tables, read } = store;

  const act = (actor: Actor, deed: string, subject: string, reason: string | null) => ({
    ...{ actor: actor.accountId, duty: dutyOf(actor, PROPOSE), deed: `ruleText.${deed}` },
    ...{ subject, reason },
  });

  async function view(actor: Actor, { id }: Of): Promise<View> {
    const text = await ruleTextById(read, tables, id);
    if (!text) throw new Refused(notFound);
    const { opening: _, ...said }: z.infer<typeof RuleTextLine> = lineOf(text);
    const { passage, recordedAt, withdrawnAt, version } = text;
    const mayWithdraw = withdrawnAt === null && may(actor, PROPOSE);
    const isOwn = text.recordedBy === actor.accountId;
    const mayCorrect = mayWithdraw && isOwn && !(await isReliedOn(read, tables, id));
    return { ...said, ...{ passage, recordedAt, withdrawnAt, version, mayCorrect, mayWithdraw } };
  }

  /** The text as it stands, as whoever writes has seen it. */
  async function standing(tx: Tx, { id, version }: Of & { version: number }): Promise<RuleText> {
    const text = await ruleTextById(tx, tables, id);
    if (!text) throw new Refused(notFound);
    if (text.withdrawnAt !== null) throw new Refused(ruleTextWithdrawn);
    if (text.version !== version) throw new Refused(staleVersion);
    return text;
  }

  async function withdrawIn(tx: Tx, changed: Changed, seen: Of & { version: number }): Promise<void> {
    const before = await standing(tx, seen);
    await changeRow(tx, changed, tables.ruleTexts, { before, set: { withdrawnAt: now() } });
  }

  function refuseWrongDays(said: Pick<RuleText, 'validFrom' | 'validTo'>): void {
    const places = wrongDaysIn(said);
    if (places.length > 0) throw new Refused(ruleTextUnfit, { places });
  }

  async function refuseOverlap(
    tx: Tx,
    said: Pick<RuleText, 'documentNo' | 'validFrom' | 'validTo'>,
    id: string,
  ) {
    const others = (await ruleTextsNumbered(tx, tables)).filter((other) => other.id !== id);
    const places = overlapsWith(said, others);
    if (places.length > 0) throw new Refused(ruleTextUnfit, { places });
  }

  return {
    view,

    async page({ q = '', on = null, after = null, limit }) {
      if (on !== null && !isDay(on)) {
        const detail = { zh: '没有这一天', en: 'There is no such day' };
        throw new Refused(invalidRequest, { places: [{ pointer: '/on', detail }] });
      }
      const words = q.split(/\s+/u).filter((word) => word !== '');
      const { items, next } = await ruleTextPage(read, tables, { words, on, after, limit });
      const asFirst = after === null ? instrumentsOn(words, on) : [];
      return { items: items.map(lineOf), next, instruments: asFirst };
    },

    async record(actor, { replaces, ...said }) {
      refuseWrongDays(said);
      const text: RuleText = {
        ...said,
        ...{ id: newId('rule'), recordedBy: actor.accountId, recordedAt: now() },
        ...{ withdrawnAt: null, version: 1 },
      };
      const entry = replaces
        ? act(actor, 'replaced', replaces.id, replaces.reason)
        : act(actor, 'recorded', text.id, null);
      await store.write(entry, async (tx, changed) => {
        if (replaces) await withdrawIn(tx, changed, replaces);
        await refuseOverlap(tx, said, text.id);
        await addRows(tx, changed, tables.ruleTexts, [text]);
      });
      return view(actor, text);
    },

    async correct(actor, { id, version, ...said }) {
      refuseWrongDays(said);
      await store.write(act(actor, 'corrected', id, null), async (tx, changed) => {
        const before = await standing(tx, { id, version });
        if (before.recordedBy !== actor.accountId) throw new Refused(ruleTextNotYours);
        if (await isReliedOn(tx, tables, id)) throw new Refused(ruleTextReliedOn);
        await refuseOverlap(tx, said, id);
        await changeRow(tx, changed, tables.ruleTexts, { before, set: said });
      });
      return view(actor, { id });
    },

    async withdraw(actor, { id, version, reason }) {
      await store.write(act(actor, 'withdrawn', id, reason), (tx, changed) =>
        withdrawIn(tx, changed, { id, version }),
      );
      return view(actor, { id });
    },
  };
}
