import { tamper } from './tamper.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(tamper);
