import { backup } from './backup.ts';
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
  tokens,
  fuzz,
  tamper,
  loginTiming,
  migration,
  backup,
];
