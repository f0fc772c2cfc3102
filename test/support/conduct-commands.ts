// Commands of a random course: each done over HTTP by somebody of the cast and by the model, and the two compared.
import type { CastDeeds } from './cast-deeds.ts';
import type { CastName } from './cast-people.ts';
import { claim, DATA, findings, type Proven } from './conduct-data.ts';
import * as model from './conduct-model.ts';
import type { MeetingBody, Model, ModelFile } from './conduct-model.ts';

/** Of which file: the record, or the exemption asked for last. */
export type Of = 'record' | 'claim';
export type Command =
  | { do: 'fire'; of: Of; who: CastName; event: string; outcome?: string; hasRedLine?: boolean }
  | { do: 'name'; of: Of; who: CastName; principal: string }
  | { do: 'sign'; of: Of; which: 'first' | 'last' }
  | { do: 'write claim'; who: CastName }
  | { do: 'write findings'; who: CastName; proven: Proven }
  | { do: 'second'; of: Of; who: CastName }
  | { do: 'meet'; of: Of; body: MeetingBody; event: string }
  | { do: 'later'; days: number };

export const fileIn = (world: Model, of: Of): ModelFile | undefined =>
  of === 'record' ? world.record : model.claimOf(world);

/** What the model says becomes of it: done, or refused. */
export function modelled(world: Model, command: Command): boolean {
  if (command.do === 'later') {
    model.later(world, world.now + command.days * 86_400_000);
    return true;
  }
  const file = 'of' in command ? fileIn(world, command.of) : model.claimOf(world);
  if (!file) return false;
  switch (command.do) {
    case 'fire':
      return model.fire(world, file, command.who, command.event, command);
    case 'name':
      return model.name(file, command.who, command.principal);
    case 'sign':
      return model.sign(world, file, command.which);
    case 'write claim':
      return model.writeClaim(file, command.who);
    case 'write findings':
      return model.writeFindings(file, command.who, command.proven);
    case 'second':
      return model.countersign(world, file, command.who);
    case 'meet':
      return model.meet(world, file, command.body, command.event);
  }
}

/** Files by their ids, as the course goes on. */
export interface Live {
  readonly cast: CastDeeds;
  readonly record: string;
  readonly claims: string[];
}
const idIn = ({ record, claims }: Live, of: Of): string | undefined =>
  of === 'record' ? record : claims.at(-1);

function dataOf(
  { event, outcome = 'refused', hasRedLine = false }: Extract<Command, { do: 'fire' }>,
  machine: string,
  today: string,
) {
  if (event === 'propose') return { outcome };
  const carried = DATA[machine]?.[event]?.(today) ?? {};
  return event === 'redline_check' ? { ...carried, privateGain: hasRedLine } : carried;
}

/** Planned, recorded, confirmed; a meeting that comes to nothing is called off. */
async function met({ cast }: Live, world: Model, id: string, command: Extract<Command, { do: 'meet' }>) {
  const file = fileIn(world, command.of)!;
  const planned = await cast.plan(command.body, [id]);
  if (planned.status !== 200) return false;
  const { id: meetingId } = planned.body as { id: string };
  const [member] = model.baseOf(file, command.body);
  const recorded = await cast.record(meetingId, command.event);
  if (recorded.status === 200 && member !== undefined)
    return (await cast.confirm(meetingId, member)).status === 200;
  const { version } = (await cast.get('secretary', `/api/meetings/${meetingId}`)).body as { version: number };
  const body = { version, reason: '没有形成决定' };
  await cast.ask('secretary', 'POST', `/api/meetings/${meetingId}/cancellation`, body);
  return false;
}

/** What the product makes of it; `world` is the model before the command. */
export async function done(live: Live, world: Model, command: Command): Promise<boolean> {
  const { cast } = live;
  if (command.do === 'later') {
    await cast.later(command.days);
    return true;
  }
  const id = idIn(live, 'of' in command ? command.of : 'claim');
  if (id === undefined) return false;
  const file = await cast.fileOf(id);
  const answer = async () => {
    switch (command.do) {
      case 'fire':
        return cast.fire(command.who, id, command.event, {
          data: dataOf(command, file.machine, cast.today()),
        });
      case 'name':
        return cast.assign(id, command.who, command.principal);
      case 'sign':
        return cast.sign(id, 'subject', command.which);
      case 'write claim':
        return cast.ask(command.who, 'PUT', `/api/exemptions/${id}/claim`, {
          ...claim(),
          version: file.version,
        });
      case 'write findings': {
        const body = { ...findings('1a', command.proven), version: file.version };
        return cast.ask(command.who, 'PUT', `/api/exemptions/${id}/findings`, body);
      }
      case 'second':
        return cast.second(id, command.who);
      case 'meet':
        return { status: (await met(live, world, id, command)) ? 200 : 422, text: '' };
    }
  };
  const isIdle =
    (command.do === 'sign' && model.unsigned(fileIn(world, command.of)!).length === 0) ||
    (command.do === 'second' && fileIn(world, command.of)!.pending === null);
  if (isIdle) return false;
  const { status, text } = await answer();
  if (status >= 500) throw new Error(`${JSON.stringify(command)}: ${status} ${text}`);
  if (status === 200 && command.do === 'fire' && command.event === 'claim_exemption')
    live.claims.push(await cast.exemptionOf(live.record));
  return status === 200;
}
