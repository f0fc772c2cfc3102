import { Tag, type Tone } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import type { MeetingLine } from './meetings.api.ts';

const TONES: Readonly<Record<MeetingLine['state'], Tone>> = {
  planned: 'info',
  recorded: 'warn',
  confirmed: 'ok',
  cancelled: 'plain',
};

export const MeetingState = ({ state }: Pick<MeetingLine, 'state'>) => (
  <Tag tone={TONES[state]}>{say(meetingWords)[state]}</Tag>
);
