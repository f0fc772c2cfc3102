// The questions of the three distinctions as a document asks and answers them: not “为公：为公” but “为公还是为私：为公”.
import type { Question } from '../exemptions/mistake.ts';
import { answerLabel } from '../exemptions/question-words.ts';

const ASKED: Readonly<Record<string, string>> = {
  motive: '为公还是为私',
  intent: '无意还是故意',
  nature: '失误错误还是违纪违法',
  withinDisciplineLawPolicy: '是否符合纪律、法律和政策',
  seriousConsequence: '造成严重后果',
};
export const UNANSWERED = '未作回答';

export const questionInWords = ({ name, label }: Question): string => ASKED[name] ?? label.zh;

/** Whether a red line was crossed. */
export const holdsInWords = (holds: boolean | null): string =>
  holds === null ? UNANSWERED : holds ? '存在' : '不存在';

export function answerInWords(question: Question, answer: string | boolean | null): string {
  if (answer === null) return UNANSWERED;
  if (question.about === 'redLine') return holdsInWords(answer === true);
  return answerLabel(question, answer).zh;
}
