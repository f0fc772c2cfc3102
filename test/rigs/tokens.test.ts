import { tokens } from './tokens.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(tokens);
