// The product without a socket: every feature's service, listed by hand.
import type { Store } from '../db/store.ts';
import { accountsService } from './accounts/accounts.service.ts';
import { firstHeadService } from './accounts/first-head.service.ts';
import { grantProposalsService } from './accounts/grant-proposals.service.ts';
import { ownAccountService } from './accounts/own-account.service.ts';
import { passwordsWith } from './accounts/passwords.ts';
import { sessionsService } from './accounts/sessions.service.ts';
import { slipsService } from './accounts/slips.service.ts';
import { argon2 } from './adapters/argon2.ts';
import { nameKeysOf, unitKeyOf } from './adapters/pinyin.ts';
import { appraisalsService } from './appraisals/appraisals.service.ts';
import { auditService } from './audit/audit.service.ts';
import { cadresService } from './cadres/cadres.service.ts';
import { batchesService } from './imports/batches.service.ts';
import { importFiles } from './imports/import-files.ts';
import { importsService } from './imports/imports.service.ts';
import { jobsService } from './jobs/jobs.service.ts';
import type { Surroundings } from './main.ts';
import { myRecordService } from './my-record/my-record.service.ts';
import { policyService } from './policy/policy.service.ts';
import { todoService } from './todo/todo.service.ts';

export interface ServicesNeed extends Surroundings {
  readonly store: Store;
  /** Called with whatever breaks in the background. */
  readonly onFault: (fault: unknown) => void;
}

export function servicesOf(needed: ServicesNeed) {
  const withPasswords = { ...needed, passwords: passwordsWith(argon2) };
  const jobs = jobsService(needed);
  return {
    accounts: accountsService(withPasswords),
    appraisals: appraisalsService({ ...needed, jobs }),
    audit: auditService(needed),
    batches: batchesService(needed),
    cadres: cadresService(needed),
    firstHead: firstHeadService(needed),
    grantProposals: grantProposalsService(needed),
    imports: importsService({ ...needed, files: importFiles, nameKeysOf, unitKeyOf }),
    jobs,
    myRecord: myRecordService(needed),
    ownAccount: ownAccountService(withPasswords),
    policy: policyService(needed),
    sessions: sessionsService(withPasswords),
    slips: slipsService(needed),
    todo: todoService(needed),
  };
}
export type Services = ReturnType<typeof servicesOf>;
