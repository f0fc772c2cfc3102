import { loginTiming } from './login-timing.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(loginTiming);
