import { backup } from './backup.ts';
import { conductRacesRig } from './conduct-races.ts';
import { conduct } from './conduct.ts';
import { faults } from './faults.ts';
import { fuzz } from './fuzz.ts';
import { kill } from './kill.ts';
import { loginTiming } from './login-timing.ts';
import { migration } from './migration.ts';
import { power } from './power.ts';
import { race } from './race.ts';
import type { Rig } from './support/rig.ts';
import { tamper } from './tamper.ts';
import { tokens } from './tokens.ts';

export const allRigs: readonly Rig[] = [
  kill,
  power,
  faults,
  race,
  conduct,
  conductRacesRig,
  tokens,
  fuzz,
  tamper,
  loginTiming,
  migration,
  backup,
];
