import type { Grounds } from '../../db/tables/conduct-files.ts';
import type { Row } from '../../db/tables/index.ts';

type Found = Pick<Row<'inactionFiles'>, 'cause' | 'conditions' | 'documentNo'>;

/** What stands for the reasons of a decision taken before the product. */
export const becauseOfPast = (documentNo: string | null): string =>
  documentNo === null ? '以前的决定' : `以前的决定（文号 ${documentNo}）`;

/** Severity, responsibility, cause and conditions were chosen then: the document has the reasons of each. */
export function groundsOfPast({ cause, conditions, documentNo }: Found): Grounds {
  const because = becauseOfPast(documentNo);
  return {
    severity: because,
    responsibility: because,
    cause: cause === null ? null : because,
    conditions: Object.fromEntries(conditions.map((condition) => [condition, because])),
  };
}
