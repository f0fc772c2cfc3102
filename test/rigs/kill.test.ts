import { kill } from './kill.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(kill);
