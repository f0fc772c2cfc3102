// What the notices of an exemption file and of an initiative file tell the person.
import type { Row } from '../../db/tables/index.ts';
import { areas, initiativeRoles, levels, qualities, situations } from '../../scoring/index.ts';
import { questionsOf } from '../exemptions/mistake.ts';
import { dayInWords, inLine, sentence } from './document-words.ts';
import { answerInWords, questionInWords } from './question-wording.ts';

type Step = Row<'fileEvents'>;
const because = (words: string, { reason }: Step): string[] =>
  reason === null || inLine(reason) === '' ? [] : [`${words}：${sentence(reason)}`];

function factsFound({ situation, answers }: Row<'exemptions'>): string[] {
  if (situation === null) return [];
  const found = questionsOf(situation).map((question, i) => {
    const { answer = null, reason = '' } = answers[question.name] ?? {};
    const why = inLine(reason) === '' ? '' : `理由：${sentence(reason)}`;
    return `${i + 1}．${questionInWords(question)}：${answerInWords(question, answer)}。${why}`;
  });
  return [`适用的情形为“${situations[situation].zh}”（${situation}）。逐项查明如下：`, ...found];
}

/** Declined, or the facts shown. */
export const exemptionMatter = (row: Row<'exemptions'>, step: Step): string[] =>
  step.event === 'decline'
    ? [
        '您的免责申请没有受理。',
        ...because('没有受理的理由', step),
        '您可以补充后重新提交一次。期满没有提交的，申请终止，履职记录继续按程序认定，该记录生效之前不计分。',
      ]
    : [
        '您的免责申请已经受理并由两人共同核实。现将查明的事实告知如下，请您陈述意见。',
        ...factsFound(row),
        '以上是查明的事实，不是结论。是否免责，在红线审查之后由容错认定小组集体决定。',
      ];

const initiativeInWords = (said: Row<'initiativeFiles'>): string[] => [
  `${dayInWords(said.occurredOn)}，${areas[said.area].zh}方面的担当作为（${qualities[said.quality].zh}，${levels[said.level].zh}，${initiativeRoles[said.role].zh}）：`,
  said.summary,
];

/** Rejected, put on public notice, challenged, to be revoked. */
export function initiativeMatter(said: Row<'initiativeFiles'>, step: Step): string[] {
  const record = initiativeInWords(said);
  switch (step.event) {
    case 'publicise':
      return [
        '您的一项担当作为记录已经核实，现予公示。',
        ...record,
        '公示期间任何人可以提出异议；期满没有异议的，认定生效。',
      ];
    case 'challenge':
      return [
        '您的一项已经认定的担当作为记录受到质疑，请您答复。',
        ...record,
        ...because('质疑的理由', step),
      ];
    case 'revoke':
      return [
        '经复核，拟撤销您的一项担当作为记录。',
        ...record,
        ...because('拟撤销的理由', step),
        '您不服的，可以提出申诉；期满没有申诉的，撤销生效。',
      ];
    default:
      return [
        '您的一项担当作为记录经核实没有予以认定。',
        ...record,
        ...because('没有认定的理由', step),
        '您不服的，可以提出申诉。',
      ];
  }
}
