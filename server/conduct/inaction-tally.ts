// How many inaction files there are by area and by stage, each of what the other filter leaves.
import { type Area, AREAS, areaOfBehaviour, areas, type BehaviourCode, sum } from '../../scoring/index.ts';
import { type Stage, stageOf, STAGES } from './inaction-stages.contract.ts';

interface Counted {
  /** Null where it is not told to whoever asks. */
  readonly code: BehaviourCode | null;
  readonly state: string;
  readonly files: number;
}
interface Chosen {
  readonly area: number | undefined;
  readonly stage: Stage | undefined;
}

export function tallied(counted: readonly Counted[], chosen: Chosen) {
  const placed = counted.map(({ code, state, files }) => ({
    ...{ area: code && areaOfBehaviour(code), stage: stageOf(state), files },
  }));
  const inArea = (area: Area | null) =>
    placed.filter((each) => each.area === area && (!chosen.stage || each.stage === chosen.stage));
  const inStage = (stage: Stage) =>
    placed.filter((each) => each.stage === stage && (!chosen.area || each.area === chosen.area));
  const total = (some: readonly { files: number }[]) => sum(some.map(({ files }) => files));
  return {
    areas: AREAS.map((area) => {
      const { zh, en } = areas[area];
      return { area, label: { zh, en }, files: total(inArea(area)) };
    }),
    masked: total(inArea(null)),
    stages: STAGES.map((stage) => ({ stage, files: total(inStage(stage)) })),
  };
}
