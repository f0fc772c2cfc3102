// The usual course of a record and of the exemption asked for in it, station by station, as the cast goes it.
import { type CastDeeds, done } from './cast-deeds.ts';
import { APPEAL_BODY, PANEL } from './cast-people.ts';
import { claim, findings, type Proven } from './conduct-data.ts';
import type { SituationCode } from '../../scoring/index.ts';

export interface Case {
  readonly situation?: SituationCode;
  readonly proven?: Proven;
}
/** A record that is held, and the exemption it waits for. */
export interface Held {
  readonly id: string;
  readonly exemption: string;
}

type Needed = Pick<
  CastDeeds,
  'ask' | 'move' | 'name' | 'sign' | 'second' | 'decide' | 'fileOf' | 'draft' | 'exemptionOf'
>;

export function courseOf(cast: Needed) {
  const { ask, move, name, sign, second, decide } = cast;
  const versionOf = async (id: string): Promise<number> => (await cast.fileOf(id)).version;

  async function verified(more: object = {}): Promise<string> {
    const id = await cast.draft(more);
    await move('recorder', id, 'submit');
    await name(id, 'hr', 'verifier', 'notifier');
    await move('verifier', id, 'verify');
    return id;
  }
  async function notified(more?: object): Promise<string> {
    const id = await verified(more);
    await move('notifier', id, 'notify');
    await done(sign(id));
    return id;
  }
  async function answered(more?: object): Promise<string> {
    const id = await notified(more);
    await move('subject', id, 'respond');
    return id;
  }
  /** A third person reviews it. */
  async function confirmed(id: string): Promise<void> {
    await name(id, 'hr_head', 'reviewer');
    await move('reviewer', id, 'confirm');
    await done(sign(id));
  }
  async function reviewedAgain(id: string, outcome: 'keep' | 'revoke' = 'keep'): Promise<void> {
    await move('subject', id, 'request_review');
    await name(id, 'hr_head', 'reconsiderer');
    await move('reconsiderer', id, outcome);
  }
  async function appealDecided(id: string, outcome: string): Promise<void> {
    await move('subject', id, 'appeal');
    await name(id, 'appeal_body', ...APPEAL_BODY);
    await decide('appeal_body', id, outcome);
  }

  async function held(id: string): Promise<Held> {
    await move('subject', id, 'claim_exemption');
    return { id, exemption: await cast.exemptionOf(id) };
  }
  async function writeClaim(id: string, situation?: SituationCode): Promise<void> {
    const body = { ...claim(situation), version: await versionOf(id) };
    await done(ask('subject', 'PUT', `/api/exemptions/${id}/claim`, body));
  }
  async function investigating(id: string, { situation }: Case = {}): Promise<void> {
    await writeClaim(id, situation);
    await move('subject', id, 'submit');
    await name(id, 'hr', 'clerk', 'investigator2');
    await name(id, 'inspector', 'investigator1', 'redliner');
    await move('clerk', id, 'accept');
  }
  async function writeFindings(id: string, { situation, proven }: Case = {}): Promise<void> {
    const body = { ...findings(situation, proven), version: await versionOf(id) };
    await done(ask('investigator1', 'PUT', `/api/exemptions/${id}/findings`, body));
  }
  /** Shown to the person, served, answered. */
  async function factsAnswered(id: string, of: Case = {}): Promise<void> {
    await writeFindings(id, of);
    await move('investigator1', id, 'show_facts');
    await done(second(id, 'investigator2'));
    await done(sign(id));
    await move('subject', id, 'respond');
  }
  /** Before the panel, whatever was proposed. */
  async function checked(id: string, redLines?: object): Promise<void> {
    await move('investigator1', id, 'propose');
    await move('redliner', id, 'redline_check', redLines === undefined ? {} : { data: redLines });
    await name(id, 'panel', ...PANEL);
  }
  async function toPanel(id: string, of: Case = {}): Promise<void> {
    await investigating(id, of);
    await factsAnswered(id, of);
    await checked(id);
  }
  async function served(id: string): Promise<void> {
    await name(id, 'hr', 'notifier');
    await move('notifier', id, 'serve');
    await done(sign(id));
  }
  async function decided(id: string, event: string, of: Case = {}): Promise<void> {
    await toPanel(id, of);
    await decide('panel', id, event);
    await served(id);
  }

  return {
    ...{ verified, notified, answered, confirmed, reviewedAgain, appealDecided, held, writeClaim },
    ...{ investigating, writeFindings, factsAnswered, checked, toPanel, served, decided, versionOf },
  };
}
export type Course = ReturnType<typeof courseOf>;
