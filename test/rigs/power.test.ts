import { power } from './power.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(power);
