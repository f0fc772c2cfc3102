import { migration } from './migration.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(migration);
