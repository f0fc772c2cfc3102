import { backup } from './backup.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(backup);
