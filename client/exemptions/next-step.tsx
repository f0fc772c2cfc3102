import { caseWords } from '../words/exemption-case.ts';
import { say } from '../words/language.ts';
import type { ReadFile } from './exemptions.api.ts';

/** What happens next, and for the person concerned: what he may do, until when, and whom to ask. */
export function NextStep({ file, isOwn }: ReadFile & { isOwn: boolean }) {
  const told = isOwn ? toldToPerson(file) : toldToOfficers(file);
  if (told === null) return null;
  return (
    <p class="notice info no-print">
      <span>{told}</span>
      {/* On a narrow screen what can be done stands below the whole case. */}
      <a class="to-deeds" href="#deeds">
        {say(caseWords).toDeeds}
      </a>
    </p>
  );
}

function toldToPerson({ state, deadlines, deliveries }: ReadFile['file']): string | null {
  const words = say(caseWords);
  const mustSign = deliveries.some(({ isMine, servedAt }) => isMine && servedAt === null);
  const [deadline] = deadlines;
  const until = deadline?.lastDay ?? null;
  switch (state) {
    case 'submitted':
    case 'investigating':
      return words.youWait;
    case 'declined':
      return mustSign || until === null ? words.youSignFirst : words.youResubmit(until);
    case 'facts_shown':
      return mustSign || until === null ? words.youSignFirst : words.youRespond(until);
    case 'answered':
    case 'proposed':
    case 'checked':
    case 'decided_exempt':
    case 'decided_mitigate':
    case 'decided_refuse':
      return words.youWaitDecision;
    case 'served_mitigate':
    case 'served_refuse':
      return mustSign || until === null ? words.youSignFirst : words.youAppeal(until);
    case 'appealed_mitigate':
    case 'appealed_refuse':
      return words.youWaitAppeal;
    default:
      return null;
  }
}

function toldToOfficers({ state, needs }: ReadFile['file']): string | null {
  const words = say(caseWords);
  // Whom the step still waits for stands above.
  if (needs.length > 0) return null;
  const told: Readonly<Record<string, string>> = {
    submitted: words.nextAccept,
    investigating: words.nextInvestigate,
    facts_shown: words.nextRespond,
    answered: words.nextPropose,
    proposed: words.nextRedLines,
    checked: words.nextPanel,
    decided_exempt: words.nextServe,
    decided_mitigate: words.nextServe,
    decided_refuse: words.nextServe,
    appealed_mitigate: words.nextAppeal,
    appealed_refuse: words.nextAppeal,
  };
  return told[state] ?? null;
}
