/** What can be wrong with a cell, a header or a sheet. */
export type FaultCode =
  | 'missingRequired'
  | 'missingColumn'
  | 'unknownColumn'
  | 'duplicateColumn'
  | 'unknownSheet'
  | 'formulaCell'
  | 'tooLong'
  | 'impossibleDay'
  | 'toBeforeFrom'
  | 'notInDictionary'
  | 'ambiguousCode'
  | 'outOfRange'
  | 'notAnInteger'
  | 'notANumber'
  | 'tooManyDecimals'
  | 'badCitizenId'
  | 'duplicateCitizenId'
  | 'duplicateKey'
  | 'unknownUnit'
  | 'unknownPost'
  | 'unknownCadre'
  | 'nameMismatch'
  | 'circularParent'
  | 'outOfScope'
  | 'recused'
  | 'notEnrolled'
  | 'notForTemplate'
  | 'awaitsConfirmation'
  | 'keptByFile'
  | 'notACondition'
  | 'incoherentFact';

export interface Fault {
  readonly code: FaultCode;
  readonly problem: string;
  readonly suggestion: string;
}
export const fault = (code: FaultCode, problem: string, suggestion: string): Fault => ({
  code,
  problem,
  suggestion,
});
