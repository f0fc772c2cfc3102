import { race } from './race.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(race);
