import { fuzz } from './fuzz.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(fuzz);
