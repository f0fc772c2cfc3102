// What the notices of an inaction file tell the person: what was verified, what was confirmed, what a review kept.
import type { Row } from '../../db/tables/index.ts';
import {
  areaOfBehaviour,
  behaviours,
  causes,
  clauseOfArea,
  conditions,
  responsibilities,
  severities,
} from '../../scoring/index.ts';
import type { z } from 'zod';
import { VerifyInaction } from '../conduct/inaction-events.ts';
import { dayInWords, inLine, OPINION, sentence } from './document-words.ts';

type Said = Row<'inactionFiles'>;
type Step = Row<'fileEvents'>;
type Verified = z.infer<typeof VerifyInaction>;

/** What the last verification before a step found: the row may say by now what a later one did. */
function verifiedBefore(events: readonly Step[], { version }: Step): Verified | null {
  const last = events.findLast((event) => event.event === 'verify' && event.version < version);
  return last ? VerifyInaction.parse(last.data) : null;
}
/** An exemption that ended in mitigation, since that verification. */
function isMitigatedBefore(events: readonly Step[], { version }: Step): boolean {
  const before = events.filter((event) => event.version < version).toReversed();
  const since = before.findIndex(({ event }) => event === 'verify');
  return before.slice(0, since).some(({ event }) => event === 'exemption_mitigated');
}

const named = ({ code }: Said): string => `“${behaviours[code].zh}”`;
const whatHappened = (said: Said): string[] => [
  `${dayInWords(said.occurredOn)}的下列情况，对照${OPINION}${clauseOfArea(areaOfBehaviour(said.code))}，属于${named(said)}：`,
  said.summary,
];
const because = (reason: string | null): string => (reason === null ? '。' : `，理由是：${sentence(reason)}`);

function inWords(found: Verified): string[] {
  const { severity, responsibility, cause, causeReason } = found;
  const proven = found.conditions.map(
    ({ condition, reason }) => `“${conditions[condition].zh}”已证明，理由是：${inLine(reason)}`,
  );
  return [
    `严重程度为“${severities[severity].zh}”${because(found.severityReason)}`,
    `责任为“${responsibilities[responsibility].zh}”${because(found.responsibilityReason)}`,
    ...(cause === null ? [] : [`原因为“${causes[cause].zh}”${because(causeReason)}`]),
    ...(proven.length === 0 ? [] : [`条款所附条件：${sentence(proven.join('；'))}`]),
  ];
}

function notified(said: Said, events: readonly Step[], step: Step): string[] {
  const found = verifiedBefore(events, step);
  return [
    '现将与您有关的一项履职记录告知如下，请您陈述申辩。',
    ...whatHappened(said),
    ...(found ? ['核实意见如下：', ...inWords(found)] : []),
    '以上是核实意见，不是结论。您陈述申辩并经另一人复核认定之前，该记录不计分，不影响考核。',
  ];
}

function notifiedOfPast(said: Said): string[] {
  const number = said.documentNo === null ? '' : `（${said.documentNo}）`;
  return [
    `使用本系统以前对您作出的一项决定${number}，现录入本系统，请您核对并陈述意见。`,
    ...whatHappened(said),
    ...(said.severity === null ? [] : [`录入的严重程度为“${severities[said.severity].zh}”。`]),
    '您陈述意见并由另一人确认之前，录入的决定不计分，不影响考核。',
  ];
}

function confirmed(said: Said, events: readonly Step[], step: Step): string[] {
  const found = verifiedBefore(events, step);
  const mitigated = isMitigatedBefore(events, step) ? '，并按容错认定的结论从轻减轻' : '';
  return [
    `您的陈述申辩已经复核。现对一项履职记录予以认定${mitigated}，告知如下。`,
    ...whatHappened(said),
    ...(found ? inWords(found) : []),
    ...(step.reason === null ? [] : [`认定的理由：${sentence(step.reason)}`]),
    '您对认定不服的，可以申请复核，也可以直接提出申诉；复核和申诉的决定都不得比本认定更重。复核、申诉期间该记录不计分；期满没有提出的，认定生效，按规定计入考核。',
  ];
}

const kept = (said: Said, step: Step): string[] => [
  `您对${dayInWords(said.occurredOn)}${named(said)}的认定申请的复核已经办结，决定维持原认定。`,
  ...(step.reason === null ? [] : [`维持的理由：${sentence(step.reason)}`]),
  '您对复核决定不服的，可以提出申诉；申诉决定不得更重，申诉期间该记录不计分。',
];

/** Paragraphs by the step that served the notice. */
export function inactionMatter(said: Said, events: readonly Step[], step: Step): string[] {
  switch (step.event) {
    case 'confirm':
      return confirmed(said, events, step);
    case 'keep':
      return kept(said, step);
    default:
      return said.isPast ? notifiedOfPast(said) : notified(said, events, step);
  }
}
