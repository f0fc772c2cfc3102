import { useState } from 'preact/hooks';
import { ProblemError } from '../problem.ts';
import { announce } from '../ui/announce.tsx';
import { textOf } from '../ui/form.tsx';
import { findingsWords } from '../words/exemption-findings.ts';
import { say } from '../words/language.ts';
import { type ReadFile, writeFindings } from './exemptions.api.ts';
import { askingIn, draftOf, type FindingsDraft, findingsOf } from './findings-draft.ts';
import { restsOnPilot } from './rests-on-pilot.ts';

type Standing = 'as-found' | 'typed' | 'saved';

/** What is typed, how it stands to what is saved, and what becomes of it when somebody else has saved meanwhile. */
export function useFindings({ file, facts, again }: ReadFile & { again: () => void }) {
  const [draft, setDraft] = useState<FindingsDraft>(() => draftOf(facts));
  const [standing, setStanding] = useState<Standing>('as-found');
  const [hasClashed, setClashed] = useState(false);
  /** Grows when what somebody else saved is taken over: choices that keep themselves begin anew. */
  const [round, setRound] = useState(0);
  const asking = askingIn(draft, facts);

  async function save(values: FormData): Promise<void> {
    const { situation } = draft;
    if (situation === null) return;
    const chosen = (name: string): string | null => textOf(values, name) || null;
    try {
      await writeFindings(file.id, {
        ...findingsOf({ ...draft, situation }, asking),
        version: file.version,
        pilotId: restsOnPilot(situation) ? chosen('pilotId') : null,
        ruleTextId: situation === '2d' ? chosen('ruleTextId') : null,
      });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.kind !== 'stale-version') throw error;
      // Told on the spot, with the way out; what was typed stays.
      setClashed(true);
      announce('');
      again();
      return;
    }
    setStanding('saved');
    setClashed(false);
    announce(say(findingsWords).findingsSaved);
    again();
  }

  return {
    ...{ draft, standing, hasClashed, round, asking, save },
    typed: () => setStanding('typed'),
    change: (more: Partial<FindingsDraft>): void => {
      setDraft((before) => ({ ...before, ...more }));
      setStanding('typed');
    },
    takeTheirs: (): void => {
      setDraft(draftOf(facts));
      setStanding('as-found');
      setClashed(false);
      setRound(round + 1);
    },
  };
}
