import { say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { roleName } from '../words/roles.ts';

/** In which capacity somebody is named in a file. */
export const dutyName = (principal: string): string =>
  principal === 'panel' ? say(procedureWords).panel : roleName(principal);
