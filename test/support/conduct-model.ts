// A record of inaction and the exemptions asked for in it, as a small model of its own: the two golden files, a calendar
// of Monday to Friday, and what somebody did before decide what happens next. It shares nothing with the product.
import { type CastName, rolesOf } from './cast-people.ts';
import { OUTCOMES, type Proven } from './conduct-data.ts';
import { firstMomentAfter, monthsAfter, daysAfter, workingDaysAfter, dayAt } from './conduct-days.ts';
import {
  dutyOf,
  type EventData,
  isCollective,
  isServing,
  machineData,
  mayAs,
  openTo,
  type ToFile,
  transition,
} from './conduct-rights.ts';

export type ModelName = 'inaction' | 'exemption';
export type MeetingBody = 'panel' | 'appeal_body' | 'board';
interface Pending {
  readonly event: string;
  readonly by: CastName;
  readonly lapsesAt: number;
}
export interface ModelFile {
  readonly machine: ModelName;
  state: string;
  version: number;
  /** Whose draft it is. */
  author: CastName;
  readonly named: Map<CastName, Set<string>>;
  readonly duties: Map<CastName, Set<string>>;
  readonly course: EventData[];
  /** Notices issued, by the step that issued them. */
  readonly notices: { readonly step: number; isSigned: boolean }[];
  /** What ends by itself, and when. */
  readonly clocks: Map<string, number>;
  pending: Pending | null;
  /** Of a decision taken before the product there is a document. */
  hasDocument: boolean;
  isVerified: boolean;
  isMitigated: boolean;
  isClaimWritten: boolean;
  proven: Proven | null;
  hasRedLine: boolean;
}
export interface Model {
  now: number;
  readonly record: ModelFile;
  readonly claims: ModelFile[];
}

const aModelFile = (machine: ModelName, author: CastName): ModelFile => ({
  ...{ machine, author, state: machineData(machine).start, version: 1, pending: null, proven: null },
  ...{ named: new Map(), duties: new Map(), course: [], notices: [], clocks: new Map() },
  ...{ hasDocument: false, isVerified: false, isMitigated: false, isClaimWritten: false, hasRedLine: false },
});
export const aModel = (now: number, author: CastName, hasDocument: boolean): Model => ({
  ...{ now, record: { ...aModelFile('inaction', author), hasDocument }, claims: [] },
});
export const claimOf = ({ claims }: Model): ModelFile | undefined => claims.at(-1);
const ENDED: Readonly<Record<string, string>> = {
  ...{ exempt_final: 'exemption_granted', mitigated_final: 'exemption_mitigated' },
  ...{ refused_final: 'exemption_refused', not_accepted: 'exemption_ended', withdrawn: 'exemption_ended' },
};
export const isOver = (file: ModelFile): boolean => machineData(file.machine).terminal.includes(file.state);

// — what somebody is to a file —

export function toFile(file: ModelFile, who: CastName): ToFile {
  const since = file.course.findLastIndex(({ from, to }) => from !== to);
  const stayed = file.course.slice(since + 1);
  const left = file.course.filter(({ from, to }) => from === file.state && to !== from);
  return {
    ...{ isSubject: who === 'subject', isKin: who === 'kin', hasComplained: false },
    ...{ named: file.named.get(who) ?? new Set(), duties: file.duties.get(who) ?? new Set() },
    used: new Set([...stayed, ...left].map(({ event }) => event)),
  };
}
const READ = { inaction: 'inaction.read', exemption: 'exemption.read' } as const;
/** Known to the person and the officers only, but for a record that has become final. */
const isConfidential = ({ machine, state }: ModelFile): boolean =>
  machine === 'exemption' || !['final', 'final_expired'].includes(state);

export function isVisible(file: ModelFile, who: CastName): boolean {
  if (file.author === who) return true;
  const { start } = machineData(file.machine);
  const isAuthors = file.state === start || (file.machine === 'inaction' && file.state === 'withdrawn');
  const to = toFile(file, who);
  if (isAuthors || mayAs(READ[file.machine], who, to).length === 0) return false;
  if (to.isSubject) {
    const isBefore = ['lead', 'verified', 'imported', 'unfounded'].includes(file.state);
    return file.machine === 'exemption' || !isBefore || file.notices.length > 0;
  }
  const isOfficer = to.named.size > 0 || to.duties.size > 0 || mayAs('file.assign', who, to).length > 0;
  return !isConfidential(file) || isOfficer;
}

/** The events open to somebody now, as his page shows them. */
export function openEvents(file: ModelFile, who: CastName): string[] {
  const to = toFile(file, who);
  return machineData(file.machine)
    .events.filter(({ from }) => from === file.state)
    .filter((event) => openTo(event, who, to) !== null)
    .map(({ event }) => event)
    .toSorted();
}

// — time —

function limitFrom({ machine, state }: ModelFile, event: string, day: string): string {
  switch (event) {
    case 'window_over':
      return state === machineData(machine).start ? daysAfter(day, 30) : workingDaysAfter(day, 10);
    case 'close':
      return workingDaysAfter(day, 10);
    case 'influence_over':
      return monthsAfter(day, 24);
    default:
      return daysAfter(day, state === 'reviewed' ? 15 : 30);
  }
}
/** Time to answer runs from the notice; a draft and the influence of a record from the day they began. */
const runsFromService = ({ machine, state }: ModelFile, event: string): boolean =>
  event !== 'influence_over' && state !== machineData(machine).start;

function startClocks(model: Model, file: ModelFile, from: 'service' | 'entry'): void {
  for (const { event, by } of machineData(file.machine).events.filter((each) => each.from === file.state))
    if (by.includes('clock') && runsFromService(file, event) === (from === 'service'))
      file.clocks.set(event, firstMomentAfter(limitFrom(file, event, dayAt(model.now))));
}

// — what happens —

interface Happening {
  readonly doers: readonly CastName[];
  /** What a second inspector found. */
  readonly hasRedLine?: boolean;
}
function happen(
  model: Model,
  file: ModelFile,
  event: EventData,
  { doers, hasRedLine = false }: Happening,
): void {
  file.version += 1;
  file.course.push(event);
  file.pending = null;
  const isMoving = event.to !== event.from;
  file.state = event.to;
  const duty = dutyOf(event);
  if (duty !== null)
    for (const who of doers) file.duties.set(who, new Set([...(file.duties.get(who) ?? []), duty]));
  if (isMoving) file.clocks.clear();
  const isClearing = file.machine === 'inaction' && ['revoke', 'overturn', 'correct'].includes(event.event);
  if (isServing(event) || isClearing) file.notices.push({ step: file.course.length - 1, isSigned: false });
  if (file.machine === 'inaction') happenInRecord(model, file, event, doers);
  else happenInClaim(model, file, event, { doers, hasRedLine });
  if (isMoving) startClocks(model, file, 'entry');
  if (event.event === 'extend') {
    const lastDay = dayAt(file.clocks.get('window_over')! - 1);
    file.clocks.set('window_over', firstMomentAfter(workingDaysAfter(lastDay, 10)));
  }
}
function happenInRecord(
  model: Model,
  file: ModelFile,
  { event }: EventData,
  doers: readonly CastName[],
): void {
  if (event === 'verify' || event === 'import_past')
    // An appeal that sends it back makes it no heavier.
    Object.assign(file, {
      isVerified: true,
      isMitigated: file.isMitigated && file.course.some((each) => each.event === 'remit'),
    });
  if (event === 'exemption_mitigated' || event === 'lighten') file.isMitigated = true;
  if (event !== 'claim_exemption') return;
  const claim = aModelFile('exemption', doers[0]!);
  model.claims.push(claim);
  startClocks(model, claim, 'entry');
}
function happenInClaim(
  model: Model,
  file: ModelFile,
  event: EventData,
  { doers, hasRedLine }: Happening,
): void {
  if (event.event === 'redline_check') file.hasRedLine = hasRedLine === true;
  if (event.event === 'return') file.hasRedLine = false;
  if (event.event === 'resubmit' && file.author !== doers[0]) {
    file.author = doers[0]!;
    file.version += 1;
  }
  const told = ENDED[file.state];
  if (told !== undefined)
    happen(model, model.record, transition(machineData('inaction'), model.record.state, told)!, {
      doers: [],
    });
}

/** What the facts of an exemption leave open. */
export const outcomesOpen = ({ proven, hasRedLine }: ModelFile): readonly string[] =>
  proven === null || hasRedLine ? ['refused'] : OUTCOMES[proven];
const DECIDES: Readonly<Record<string, string>> = { decide_exempt: 'exempt', decide_mitigate: 'mitigated' };

/** What an event carries that matters to what becomes of it. */
export interface Carried {
  readonly outcome?: string;
  readonly hasRedLine?: boolean;
}
function isBarred(
  file: ModelFile,
  who: CastName | null,
  { event }: EventData,
  { outcome = 'refused' }: Carried = {},
): boolean {
  // Nobody answers for the person concerned.
  if (event === 'claim_exemption' && file.state === 'notified') return who !== 'subject';
  if (event === 'extend') return !file.clocks.has('window_over');
  if (file.machine === 'inaction') return event === 'import_past' && !file.hasDocument;
  if (event === 'submit') return !file.isClaimWritten;
  if (event === 'propose') return !outcomesOpen(file).includes(outcome);
  if (event in DECIDES) return !outcomesOpen(file).includes(DECIDES[event]!);
  // No appeal body steps over the gate or a red line; whether every fact is proven it may weigh anew.
  if (event === 'grant' || event === 'lighten') return file.proven === null || file.hasRedLine;
  return false;
}

/** Whether it is done, or waits for a second person; what is refused changes nothing. */
export function fire(
  model: Model,
  file: ModelFile,
  who: CastName,
  name: string,
  carried: Carried = {},
): boolean {
  const event = transition(machineData(file.machine), file.state, name);
  if (!event || !isVisible(file, who)) return false;
  const how = openTo(event, who, toFile(file, who));
  if (how === null || how === 'meeting' || isBarred(file, who, event, carried)) return false;
  if (how === 'now') {
    happen(model, file, event, { doers: [who], hasRedLine: carried.hasRedLine ?? false });
    return true;
  }
  if (file.pending?.event === name) return false;
  const lapsesAt = firstMomentAfter(workingDaysAfter(dayAt(model.now), 2));
  file.pending = { event: name, by: who, lapsesAt };
  return true;
}

export function countersign(model: Model, file: ModelFile, who: CastName): boolean {
  const { pending } = file;
  if (!pending || pending.by === who || !isVisible(file, who)) return false;
  const event = transition(machineData(file.machine), file.state, pending.event)!;
  if (openTo(event, who, toFile(file, who)) === null) return false;
  happen(model, file, event, { doers: [pending.by, who] });
  return true;
}

export const canBeNamed = (file: ModelFile, who: CastName, principal: string): boolean => {
  const roles: readonly string[] = rolesOf(who);
  const isAdmin = roles.some((role) => role.endsWith('admin'));
  const holds = principal === 'panel' ? roles.length > 0 && !isAdmin : roles.includes(principal);
  const isFit = holds && who !== 'kin' && who !== 'subject' && who !== 'secretary';
  return isFit && file.named.get(who)?.has(principal) !== true;
};
export function name(file: ModelFile, who: CastName, principal: string): boolean {
  if (isOver(file) || !isVisible(file, 'secretary') || !canBeNamed(file, who, principal)) return false;
  file.named.set(who, new Set([...(file.named.get(who) ?? []), principal]));
  return true;
}

export const unsigned = ({ notices }: ModelFile) => notices.filter(({ isSigned }) => !isSigned);
/** The person concerned signs for a notice; his time runs if the file still waits on that one. */
export function sign(model: Model, file: ModelFile, which: 'first' | 'last'): boolean {
  const notice = unsigned(file).at(which === 'first' ? 0 : -1);
  if (!notice || !isVisible(file, 'subject')) return false;
  notice.isSigned = true;
  const entered = file.course.findLastIndex(({ from, to }) => from !== to);
  if (notice.step === entered) startClocks(model, file, 'service');
  return true;
}

export function writeClaim(file: ModelFile, who: CastName): boolean {
  if (file.state !== machineData(file.machine).start || file.author !== who) return false;
  file.version += 1;
  file.isClaimWritten = true;
  return true;
}
export function writeFindings(file: ModelFile, who: CastName, proven: Proven): boolean {
  const event = transition(machineData('exemption'), file.state, 'show_facts');
  if (!event || !isVisible(file, who) || openTo(event, who, toFile(file, who)) === null) return false;
  Object.assign(file, { version: file.version + 1, pending: null, proven });
  return true;
}

/** Who votes on it: named for it, in office, without another duty in the file. */
export function baseOf(file: ModelFile, body: MeetingBody): CastName[] {
  const event = machineData(file.machine).events.find(
    (each) => each.from === file.state && isCollective(each) && each.by.includes(body),
  );
  const duty = event ? dutyOf(event) : null;
  return [...file.named.entries()]
    .filter(([, as]) => as.has(body))
    .map(([who]) => who)
    .filter((who) => [...(file.duties.get(who) ?? [])].every((had) => had === duty));
}
export function meet(model: Model, file: ModelFile, body: MeetingBody, eventName: string): boolean {
  const event = transition(machineData(file.machine), file.state, eventName);
  const base = baseOf(file, body);
  if (!event || !isCollective(event) || !event.by.includes(body) || base.length === 0) return false;
  if (isBarred(file, null, event)) return false;
  happen(model, file, event, { doers: base });
  return true;
}

/** Time goes by, and what ends by then ends. */
export function later(model: Model, now: number): void {
  model.now = now;
  for (const file of [...model.claims, model.record]) {
    if (file.pending && file.pending.lapsesAt <= now) file.pending = null;
    for (const [name, due] of file.clocks) {
      if (due > now) continue;
      happen(model, file, transition(machineData(file.machine), file.state, name)!, { doers: [] });
      break;
    }
  }
}

/** What the ledger holds of it; null before it is verified. */
export function findingOf({ state, isVerified, isMitigated }: ModelFile): string | null {
  if (!isVerified) return null;
  if (['final', 'final_expired'].includes(state)) return isMitigated ? 'mitigated' : 'upheld';
  if (state === 'exempted') return 'exempt';
  return ['dismissed', 'unfounded', 'overturned', 'withdrawn'].includes(state) ? 'dismissed' : 'open';
}
