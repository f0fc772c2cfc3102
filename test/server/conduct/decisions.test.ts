// What the facts close stays closed: to the panel, to the appeal body, by whatever request; and one person, one duty.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exemptionOf } from '../../../db/queries/conduct-files.ts';
import { changeRow } from '../../../db/rows.ts';
import type { Answered } from '../../../db/tables/conduct-files.ts';
import type { Row } from '../../../db/tables/index.ts';
import {
  BLOCKERS,
  exemptFromBlame,
  type ExemptionOutcome,
  type Mistake,
  type SituationCode,
  SITUATIONS,
  situations,
} from '../../../scoring/index.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { APPEAL_BODY, type CastName, PANEL } from '../../support/cast-people.ts';
import { type Course, courseOf } from '../../support/conduct-course.ts';
import { answersFor, DATA } from '../../support/conduct-data.ts';
import { type Staging, stagingOf } from '../../support/conduct-staging.ts';
import { nameOf } from '../../support/meeting.ts';
import { act } from '../../support/store.ts';

const DECIDES: Readonly<Record<ExemptionOutcome, string>> = {
  ...{ exempt: 'decide_exempt', mitigated: 'decide_mitigate', refused: 'decide_refuse' },
};
const OUTCOMES = Object.keys(DECIDES) as ExemptionOutcome[];
type Answers = Readonly<Record<string, Answered>>;
const answered = (answer: Answered['answer']): Answered => ({ answer, reason: '依据充分', evidenceIds: [] });

/** The case as the rule reads it, put together anew from what was answered. */
function mistakeOf(situation: SituationCode, answers: Answers): Mistake {
  const flag = (name: string) => (answers[name]?.answer ?? null) as boolean | null;
  return {
    situation,
    tests: Object.fromEntries(
      ['motive', 'intent', 'nature'].map((name) => [name, answers[name]?.answer ?? null]),
    ) as Mistake['tests'],
    withinDisciplineLawPolicy: flag('withinDisciplineLawPolicy'),
    facts: Object.fromEntries(situations[situation].facts.map((fact) => [fact, flag(fact)])),
    blockers: {
      knowingViolation: flag('knowingViolation'),
      privateGain: flag('privateGain'),
      persistedAfterBan: flag('persistedAfterBan'),
    },
    seriousConsequence: flag('seriousConsequence'),
  };
}

let cast: Cast;
let course: Course;
let staging: Staging;
beforeAll(async () => {
  cast = await aCast();
  course = courseOf(cast);
  staging = stagingOf(cast);
});
afterAll(() => cast.remove());

/** What an investigation has established, as if it had. */
async function establish(
  id: string,
  set: Partial<Pick<Row<'exemptions'>, 'situation' | 'answers' | 'redLines' | 'ruleTextId'>>,
): Promise<void> {
  const { store } = cast;
  const before = (await exemptionOf(store.read, store.tables, id))!;
  await store.write(act('established', { subject: id }), (tx, changed) =>
    changeRow(tx, changed, store.tables.exemptions, { before, set }),
  );
}
/** A rule that was valid whenever anything here happened: what 2d stands on. */
async function ruleText(): Promise<string> {
  const body = {
    ...{ title: '经费管理办法（虚构）', issuer: '虚构大学', validFrom: '2018-01-01', validTo: null },
    passage: '第五条 先垫付、后报销（虚构）',
  };
  return (await done<{ id: string }>(cast.ask('secretary', 'POST', '/api/rule-texts', body))).id;
}
/** A file before its panel, on the agenda of a meeting that can be recorded again and again. */
async function beforePanel(): Promise<{ id: string; meetingId: string }> {
  const id = await staging.staged({ machine: 'exemption', state: 'checked', proven: 'all' });
  await establish(id, { ruleTextId: await ruleText() });
  for (const who of PANEL) await staging.nameIn(id, { panel: who });
  const { id: meetingId } = await done(cast.plan('panel', [id]));
  return { id, meetingId };
}
/** The outcomes that can be recorded. */
async function recordable(meetingId: string): Promise<ExemptionOutcome[]> {
  const open: ExemptionOutcome[] = [];
  for (const outcome of OUTCOMES) {
    const answer = await cast.record(meetingId, DECIDES[outcome]);
    if (answer.status === 200) open.push(outcome);
    else expect(nameOf(answer)).toBe('vote-invalid');
  }
  return open;
}

describe('小组只能选事实容许的结果', () => {
  /** Each fact proven, not proven or left unanswered; and the whole gate with at most one question otherwise. */
  const combination = (situation: SituationCode) => {
    const { facts, barredBySeriousConsequence } = situations[situation];
    const gate = Object.keys(answersFor(situation)).filter((name) => !facts.some((fact) => fact === name));
    const failing = { motive: 'private', intent: 'intentional', nature: 'violation' } as Record<
      string,
      string
    >;
    const wrong = (name: string) => failing[name] ?? name !== 'withinDisciplineLawPolicy';
    return fc
      .record({
        facts: fc.tuple(...facts.map(() => fc.constantFrom(true, true, true, false, null))),
        odd: fc.option(fc.constantFrom(...gate), { freq: 2 }),
        isUnanswered: fc.boolean(),
        consequence: fc.constantFrom(false, false, true, null),
      })
      .map(({ facts: proven, odd, isUnanswered, consequence }): Answers => ({
        ...answersFor(situation),
        ...Object.fromEntries(facts.map((fact, i) => [fact, answered(proven[i]!)])),
        ...(barredBySeriousConsequence && { seriousConsequence: answered(consequence) }),
        ...(odd !== null && { [odd]: answered(isUnanswered ? null : wrong(odd)) }),
      }));
  };

  test.each(['1a', '1c', '2d', '3b'] as const)('%s：规则说哪些开着，就只收哪些', async (situation) => {
    const { id, meetingId } = await beforePanel();
    const met = new Set<number>();
    const check = async (answers: Answers): Promise<void> => {
      await establish(id, { situation, answers });
      const { open } = exemptFromBlame(mistakeOf(situation, answers));
      met.add(open.length);
      expect((await recordable(meetingId)).toSorted()).toEqual([...open].toSorted());
    };
    // Every combination of proven and unproven facts with a sound gate, and random ones with any.
    const { facts } = situations[situation];
    for (let bits = 0; bits < 2 ** facts.length; bits += 1)
      await check({
        ...answersFor(situation),
        ...Object.fromEntries(facts.map((fact, i) => [fact, answered((bits >> i) % 2 === 0)])),
      });
    await fc.assert(fc.asyncProperty(combination(situation), check), { numRuns: 15, seed: 20_261_231 });
    expect([...met].toSorted((a, b) => a - b)).toEqual(situation === '2d' ? [1, 3] : [1, 2, 3]);
  });

  test('十种情形：少一个事实就不能免责，少核心事实也不能从轻', async () => {
    const { id, meetingId } = await beforePanel();
    for (const situation of SITUATIONS)
      for (const fact of situations[situation].facts) {
        const answers = { ...answersFor(situation), [fact]: answered(false) };
        await establish(id, { situation, answers });
        const core: readonly string[] = situations[situation].core;
        const isMitigable = !core.includes(fact) && situations[situation].facts.length > 1;
        const should = isMitigable ? ['mitigated', 'refused'] : ['refused'];
        expect([situation, fact, ...(await recordable(meetingId))]).toEqual([situation, fact, ...should]);
      }
  });

  test('第二位纪检发现红线，免责和从轻都关上；三条红线各是一条', async () => {
    for (const line of BLOCKERS) {
      const { exemption } = await course.held(await course.notified());
      await course.investigating(exemption);
      await course.factsAnswered(exemption);
      const found = { ...DATA['exemption']!['redline_check']!(cast.today()), [line]: true };
      await course.checked(exemption, found);
      const { id: meetingId } = await done(cast.plan('panel', [exemption]));
      expect(await recordable(meetingId)).toEqual(['refused']);
    }
  });

  test('记录之后、确认之前事实变了：确认时不再收，什么也不生效', async () => {
    const { id, meetingId } = await beforePanel();
    await done(cast.record(meetingId, 'decide_exempt'));
    const before = await staging.rowsOf(id);
    for (const [answers, problem] of [
      [{ ...answersFor('1a'), riskAssessed: answered(false) }, 'closed-by-facts'],
      [{ ...answersFor('1a'), privateGain: answered(true) }, 'closed-by-facts'],
    ] as const) {
      await establish(id, { answers });
      expect(nameOf(await cast.confirm(meetingId, 'panel1'))).toBe(problem);
      expect((await cast.fileOf(id)).state).toBe('checked');
      expect((await staging.rowsOf(id))['fileEvents']).toEqual(before['fileEvents']);
    }
    await establish(id, { answers: answersFor('1a') });
    await done(cast.confirm(meetingId, 'panel1'));
    expect((await cast.fileOf(id)).state).toBe('decided_exempt');
  });

  test('送到小组之后，查明的事实谁也改不了', async () => {
    const { exemption } = await course.held(await course.notified());
    await course.toPanel(exemption, { proven: 'half' });
    const writing = async (who: CastName) => {
      const body = { situation: '1a', answers: answersFor('1a'), considerations: {} };
      const { version } = await cast.fileOf(exemption);
      return cast.ask(who, 'PUT', `/api/exemptions/${exemption}/findings`, { ...body, version });
    };
    for (const who of ['investigator1', 'investigator2', 'redliner', 'panel1', 'subject'] as const)
      expect([403, 404, 409]).toContain((await writing(who)).status);
    const proposed = await cast.fire('investigator1', exemption, 'propose', { data: { outcome: 'exempt' } });
    expect(proposed.status).toBe(409);
  });

  test('调查人也只能提出事实容许的意见', async () => {
    const { exemption } = await course.held(await course.notified());
    await course.investigating(exemption);
    await course.factsAnswered(exemption, { proven: 'half' });
    const proposing = (outcome: string) =>
      cast.fire('investigator1', exemption, 'propose', { data: { outcome } });
    expect(nameOf(await proposing('exempt'))).toBe('closed-by-facts');
    expect((await proposing('mitigated')).status).toBe(200);
  });
});

describe('申诉也跨不过红线', () => {
  test.each(['served_refuse', 'served_mitigate'])('%s', async (state) => {
    const id = await staging.staged({ machine: 'exemption', state, proven: 'all' });
    await establish(id, { redLines: { privateGain: { holds: true, reason: '谋取私利（虚构）' } } });
    await cast.move('subject', id, 'appeal');
    for (const who of APPEAL_BODY) await staging.nameIn(id, { appeal_body: who });
    const { id: meetingId } = await done(cast.plan('appeal_body', [id]));
    const outcomes = state === 'served_refuse' ? ['grant', 'lighten'] : ['grant'];
    for (const event of outcomes) expect(nameOf(await cast.record(meetingId, event))).toBe('vote-invalid');
    await done(cast.record(meetingId, 'uphold'));
    await done(cast.confirm(meetingId, 'appeal1'));
  });

  test('没有红线的，申诉可以改为免责，纠错期限须在以后', async () => {
    const id = await staging.staged({ machine: 'exemption', state: 'appealed_refuse', proven: 'half' });
    for (const who of APPEAL_BODY) await staging.nameIn(id, { appeal_body: who });
    const { id: meetingId } = await done(cast.plan('appeal_body', [id]));
    const late = { correction: '整改制度（虚构）', correctBy: cast.today() };
    expect(nameOf(await cast.record(meetingId, 'grant', { data: late }))).toBe('vote-invalid');
    await done(cast.record(meetingId, 'grant'));
    await done(cast.confirm(meetingId, 'appeal1'));
    expect((await cast.fileOf(id)).state).toBe('exempt_final');
  });
});

describe('一个人在一件事项里只有一项职责，有几个角色也一样', () => {
  /** As whatever he can be named. */
  const nameBoth = async (id: string) => {
    for (const principal of ['hr', 'hr_head', 'inspector']) await done(cast.assign(id, 'both', principal));
  };
  const expectRefused = async (id: string, ...events: readonly string[]) => {
    for (const event of events)
      expect([event, nameOf(await cast.fire('both', id, event))]).toEqual([event, 'may-not-act-in-file']);
  };

  test('不为记录：提起、核实、认定、复核', async () => {
    const id = await cast.draft({}, 'both');
    await cast.move('both', id, 'submit');
    await nameBoth(id);
    await expectRefused(id, 'verify', 'reject');
    await cast.name(id, 'hr', 'verifier');
    await cast.move('verifier', id, 'verify');
    // To serve a notice is no duty of its own.
    await cast.move('both', id, 'notify');
    await cast.move('subject', id, 'respond');
    await expectRefused(id, 'confirm', 'dismiss', 'return');
    await cast.name(id, 'hr_head', 'reviewer');
    await cast.move('reviewer', id, 'confirm');
    await cast.move('subject', id, 'request_review');
    await expectRefused(id, 'keep', 'revoke');
    await cast.name(id, 'hr_head', 'reconsiderer');
    expect(nameOf(await cast.fire('reviewer', id, 'keep'))).toBe('may-not-act-in-file');
    await cast.move('reconsiderer', id, 'keep');
    const denied = await cast.store.read.select().from(cast.store.tables.denials);
    expect(denied.filter(({ fileId, because }) => fileId === id && because === 'otherDuty')).toHaveLength(8);
  });

  test('认定的人不能再复核，核实的人不能再认定', async () => {
    const id = await course.verified();
    await cast.name(id, 'hr_head', 'both');
    await cast.move('notifier', id, 'notify');
    await cast.move('subject', id, 'respond');
    await cast.move('both', id, 'confirm');
    await cast.move('subject', id, 'request_review');
    for (const event of ['keep', 'revoke'])
      expect(nameOf(await cast.fire('both', id, event))).toBe('may-not-act-in-file');
  });

  test('容错认定：受理、调查、会签、红线、小组', async () => {
    const { exemption } = await course.held(await course.notified());
    await course.writeClaim(exemption);
    await cast.move('subject', exemption, 'submit');
    await nameBoth(exemption);
    await cast.move('both', exemption, 'accept');
    await expectRefused(exemption, 'show_facts');
    await cast.name(exemption, 'inspector', 'investigator1');
    await course.writeFindings(exemption);
    await cast.move('investigator1', exemption, 'show_facts');
    expect((await cast.second(exemption, 'both')).status).toBe(403);
    expect((await cast.second(exemption, 'investigator1')).status).toBe(403);
    await cast.name(exemption, 'hr', 'investigator2');
    await done(cast.second(exemption, 'investigator2'));
    await cast.move('subject', exemption, 'respond');
    await expectRefused(exemption, 'propose');
    await cast.move('investigator2', exemption, 'propose');
    await expectRefused(exemption, 'redline_check');
    expect(nameOf(await cast.fire('investigator1', exemption, 'redline_check'))).toBe('may-not-act-in-file');
    await cast.name(exemption, 'inspector', 'redliner');
    await cast.move('redliner', exemption, 'redline_check');
    // Whoever investigated may be named to the panel and still has no vote in it.
    await cast.name(exemption, 'panel', 'both', 'investigator1', 'redliner');
    const { id: meetingId } = await done(cast.plan('panel', [exemption]));
    expect(nameOf(await cast.record(meetingId, 'decide_refuse'))).toBe('vote-invalid');
    await cast.name(exemption, 'panel', ...PANEL);
    await done(cast.record(meetingId, 'decide_refuse'));
    for (const who of ['both', 'investigator1', 'redliner'] as const)
      expect((await cast.confirm(meetingId, who)).status).toBe(403);
    await done(cast.confirm(meetingId, 'panel1'));
  });
});
