import { faults } from './faults.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(faults);
