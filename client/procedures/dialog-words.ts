import { say } from '../words/language.ts';
import { deedWords } from '../words/procedure-deeds.ts';
import { procedureWords } from '../words/procedures.ts';

/** What a file says, and what is said when something is done about it: for dialogs, which are fetched when opened. */
export const dialogWords = () => ({ ...say(procedureWords), ...say(deedWords) });
