import { Tag, type Tone } from '../ui/tag.tsx';
import { type RelationState, stateName } from '../words/relations.ts';

const TONES: Readonly<Record<RelationState, Tone>> = {
  declared: 'warn',
  confirmed: 'info',
  refused: 'plain',
  ended: 'plain',
};

export const StateTag = ({ state }: { state: RelationState }) => (
  <Tag tone={TONES[state]}>{stateName(state)}</Tag>
);
