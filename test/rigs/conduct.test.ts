import { conduct } from './conduct.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(conduct);
