import { conductRacesRig } from './conduct-races.ts';
import { holdsInShort } from './support/held.ts';

holdsInShort(conductRacesRig);
