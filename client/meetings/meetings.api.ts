import type {
  CancelMeeting,
  Candidates as CandidatesView,
  MeetingPage,
  MeetingView,
  PlanMeeting,
  RecordMeeting,
} from '../../server/meetings/meetings.contract.ts';
import { act, type Sent, type View } from '../api.ts';

export type Meetings = View<typeof MeetingPage>;
export type MeetingLine = Meetings['items'][number];
export type Meeting = View<typeof MeetingView>;
export type MeetingItem = Meeting['items'][number];
export type Body = Meeting['body'];
export type Candidates = View<typeof CandidatesView>;
export type Candidate = Candidates['items'][number];
export type MeetingRecord = Sent<typeof RecordMeeting>;

export const MEETINGS = '/api/meetings';
export const meetingPath = (id: string): string => `${MEETINGS}/${encodeURIComponent(id)}`;
export const candidatesPath = (body: Body): string => `${MEETINGS}/agenda-candidates?body=${body}`;

export const planMeeting = (meeting: Sent<typeof PlanMeeting>): Promise<Meeting> =>
  act('POST', MEETINGS, meeting);
export const recordMeeting = (id: string, record: MeetingRecord): Promise<Meeting> =>
  act('POST', `${meetingPath(id)}/record`, record);
export const confirmMeeting = (id: string, version: number): Promise<Meeting> =>
  act('POST', `${meetingPath(id)}/confirmation`, { version });
export const cancelMeeting = (id: string, cancel: Sent<typeof CancelMeeting>): Promise<Meeting> =>
  act('POST', `${meetingPath(id)}/cancellation`, cancel);
