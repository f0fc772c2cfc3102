// The product without a socket: every feature's service, listed by hand.
import type { Db, Store } from '../db/store.ts';
import { accountSecurityService } from './accounts/account-security.service.ts';
import { accountsService } from './accounts/accounts.service.ts';
import { firstHeadService } from './accounts/first-head.service.ts';
import { grantProposalsService } from './accounts/grant-proposals.service.ts';
import { ownAccountService } from './accounts/own-account.service.ts';
import { lockoutsIn, type LockoutLimits, USUAL_LIMITS } from './accounts/lockouts.ts';
import { ownerProof } from './accounts/owner-proof.ts';
import { ownSessionsService } from './accounts/own-sessions.service.ts';
import { passwordsWith } from './accounts/passwords.ts';
import { secondFactorService } from './accounts/second-factor.service.ts';
import { resetOnServerService } from './accounts/reset-on-server.service.ts';
import { sessionsService } from './accounts/sessions.service.ts';
import { slipsService } from './accounts/slips.service.ts';
import { argon2 } from './adapters/argon2.ts';
import { nameKeysOf, unitKeyOf } from './adapters/pinyin.ts';
import { qrCode } from './adapters/qr-code.ts';
import { timeCodes } from './adapters/totp.ts';
import { appraisalsService } from './appraisals/appraisals.service.ts';
import { archiveService } from './appraisals/archive.service.ts';
import { yearKind } from './appraisals/year-kind.ts';
import { auditService } from './audit/audit.service.ts';
import { logService } from './audit/log.service.ts';
import { calendarInForce } from './calendar/calendar-in-force.ts';
import { calendarService } from './calendar/calendar.service.ts';
import { backupFiles } from './adapters/backup-files.ts';
import { type BackupSettings, backupsService, NO_BACKUPS } from './backups/backups.service.ts';
import { cadresService } from './cadres/cadres.service.ts';
import { conductService } from './conduct/conduct.service.ts';
import { inactionsService } from './conduct/inactions.service.ts';
import { inactionKind } from './conduct/inaction-kind.ts';
import { initiativeKind } from './conduct/initiative-kind.ts';
import { initiativesService } from './conduct/initiatives.service.ts';
import { exemptionsService } from './exemptions/exemptions.service.ts';
import { exemptionKind } from './exemptions/exemption-kind.ts';
import { correctionKind } from './corrections/correction-kind.ts';
import { correctionsService } from './corrections/corrections.service.ts';
import { batchesService } from './imports/batches.service.ts';
import { importFiles } from './imports/import-files.ts';
import { importsService } from './imports/imports.service.ts';
import { jobsService } from './jobs/jobs.service.ts';
import { ledgerService } from './ledger/ledger.service.ts';
import { meetingsService } from './meetings/meetings.service.ts';
import type { Surroundings } from './main.ts';
import { myRecordService } from './my-record/my-record.service.ts';
import { noticeServices } from './notices/notice-services.ts';
import { channelsOf, NOTHING_OUTSIDE, type Outside } from './notices/sender.ts';
import { type DocumentSettings, documentsService, NO_SCHOOL } from './documents/documents.service.ts';
import { exportsService } from './exports/exports.service.ts';
import { readersService } from './reads/readers.service.ts';
import { unmaskedService } from './reads/unmasked.service.ts';
import { relationsService } from './relations/relations.service.ts';
import { ruleTextsService } from './rule-texts/rule-texts.service.ts';
import type { FileKind } from './procedures/file-kind.ts';
import { clockService } from './clock/clock.service.ts';
import { fileListService } from './procedures/file-list.service.ts';
import { proceduresService } from './procedures/procedures.service.ts';
import { tickingService } from './procedures/ticking.service.ts';
import { timerService } from './procedures/timer.service.ts';
import { pilotKind } from './pilots/pilot-kind.ts';
import { pilotsService } from './pilots/pilots.service.ts';
import { policyService } from './policy/policy.service.ts';
import { todoService } from './todo/todo.service.ts';
import { trialsService } from './trials/trials.service.ts';
import { VERSION } from './version.ts';

export interface ServicesNeed extends Surroundings {
  readonly store: Store;
  /** Called with whatever breaks in the background. */
  readonly onFault: (fault: unknown) => void;
  readonly backups?: BackupSettings;
  readonly documents?: DocumentSettings;
  /** Failures in a row before somebody has to wait. */
  readonly lockout?: LockoutLimits;
  /** How people are told outside the product that something waits inside; without it they are not. */
  readonly outside?: Outside;
}

export function servicesOf(needed: ServicesNeed) {
  const { store, now, lockout = USUAL_LIMITS, outside = NOTHING_OUTSIDE } = needed;
  const lockouts = lockoutsIn({ store, now, limits: lockout });
  const withPasswords = { ...needed, passwords: passwordsWith(argon2), lockouts, timeCodes };
  const owner = ownerProof({ ...withPasswords, sealed: store.sealed });
  const jobs = jobsService(needed);
  const pilot = pilotKind(needed);
  const correction = correctionKind({ sealed: store.sealed, nameKeysOf });
  const inaction = inactionKind();
  const exemption = exemptionKind();
  const initiative = initiativeKind();
  const year = yearKind();
  const kinds: ReadonlyMap<string, FileKind> = new Map(
    [pilot, correction, inaction, exemption, initiative, year].map((kind) => [kind.machine.name, kind]),
  );
  const appraisals = appraisalsService({ ...needed, jobs, kinds });
  const cadres = cadresService(needed);
  const myRecord = myRecordService({ ...needed, kinds });
  const lists = { appraisals, cadres, myRecord };
  const channels = channelsOf(outside);
  const here = { ...needed, kinds, channels, calendar: (db: Db) => calendarInForce(db, store.tables) };
  const procedures = proceduresService({ store, here });
  const files = fileListService({ store, here });
  const timer = timerService({ ...needed, here });
  const ticking = tickingService({ ...needed, here, timer });
  return {
    accountSecurity: accountSecurityService(withPasswords),
    accounts: accountsService(withPasswords),
    appraisals,
    archives: archiveService({ store, here, kind: year }),
    audit: auditService(needed),
    backups: backupsService({
      ...needed,
      jobs,
      files: backupFiles,
      version: VERSION,
      settings: needed.backups ?? NO_BACKUPS,
    }),
    batches: batchesService({ store, here }),
    cadres,
    clock: clockService({ ...needed, ticking }),
    conduct: conductService({
      store,
      inactions: inactionsService({ ...needed, procedures, lists: files, kind: inaction }),
      initiatives: initiativesService({ ...needed, procedures, lists: files, kind: initiative }),
    }),
    exemptions: exemptionsService({ ...needed, here, procedures, lists: files, kind: exemption }),
    corrections: correctionsService({ ...needed, procedures, lists: files, kind: correction }),
    calendar: calendarService({ ...needed, files: importFiles }),
    documents: documentsService({ ...needed, kinds, settings: needed.documents ?? NO_SCHOOL }),
    exports: exportsService({ ...needed, lists, writeWorkbook: (book) => importFiles.write(book) }),
    firstHead: firstHeadService(needed),
    grantProposals: grantProposalsService(needed),
    imports: importsService({ ...needed, files: importFiles, nameKeysOf, unitKeyOf }),
    jobs,
    ledger: ledgerService({ ...needed, kinds }),
    log: logService(needed),
    /** What files there can be, by their machine. */
    kinds,
    meetings: meetingsService({ store, here }),
    myRecord,
    ...noticeServices({ ...needed, here, outside }),
    ownAccount: ownAccountService({ ...withPasswords, owner }),
    ownSessions: ownSessionsService(needed),
    pilots: pilotsService({ ...needed, procedures, kind: pilot }),
    policy: policyService(needed),
    procedures,
    readers: readersService(needed),
    relations: relationsService(needed),
    ruleTexts: ruleTextsService(needed),
    unmasked: unmaskedService(needed),
    resetOnServer: resetOnServerService(withPasswords),
    secondFactor: secondFactorService({ ...withPasswords, owner, drawn: qrCode }),
    sessions: sessionsService(withPasswords),
    slips: slipsService(needed),
    ticking,
    trials: trialsService({ ...needed, kinds }),
    todo: todoService({ ...needed, kinds, files }),
  };
}
export type Services = ReturnType<typeof servicesOf>;
