// What the product does, feature by feature: the table of contents.
import type { Routes } from './http/app-type.ts';
import { policyRoutes } from './policy/policy.routes.ts';
import { ruleTextsRoutes } from './rule-texts/rule-texts.routes.ts';
import { calendarRoutes } from './calendar/calendar.routes.ts';
import { proceduresRoutes } from './procedures/procedures.routes.ts';
import { documentsRoutes } from './documents/documents.routes.ts';
import { meetingsRoutes } from './meetings/meetings.routes.ts';
import { clockRoutes } from './clock/clock.routes.ts';
import { pilotsRoutes } from './pilots/pilots.routes.ts';
import { conductRoutes } from './conduct/conduct.routes.ts';
import { initiativesRoutes } from './conduct/initiatives.routes.ts';
import { ledgerRoutes } from './ledger/ledger.routes.ts';
import { exemptionsRoutes } from './exemptions/exemptions.routes.ts';
import { correctionsRoutes } from './corrections/corrections.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { logRoutes } from './audit/log.routes.ts';
import { backupRoutes } from './backups/backups.routes.ts';
import { cadresRoutes } from './cadres/cadres.routes.ts';
import { importRoutes } from './imports/imports.routes.ts';
import { appraisalsRoutes } from './appraisals/appraisals.routes.ts';
import { trialsRoutes } from './trials/trials.routes.ts';
import { myRecordRoutes } from './my-record/my-record.routes.ts';
import { exportsRoutes } from './exports/exports.routes.ts';
import { readsRoutes } from './reads/reads.routes.ts';
import { relationsRoutes } from './relations/relations.routes.ts';
import { retentionRoutes } from './retention/retention.routes.ts';
import type { Services } from './services.ts';

export const featureRoutes =
  (services: Services): Routes =>
  async (app) => {
    await app.register(policyRoutes(services.policy));
    await app.register(ruleTextsRoutes(services.ruleTexts));
    await app.register(calendarRoutes(services.calendar));
    await app.register(proceduresRoutes(services.procedures));
    await app.register(documentsRoutes(services.documents));
    await app.register(meetingsRoutes(services.meetings));
    await app.register(clockRoutes(services.clock));
    await app.register(pilotsRoutes(services.pilots));
    await app.register(conductRoutes(services.conduct));
    await app.register(initiativesRoutes(services.conduct.initiatives));
    await app.register(ledgerRoutes(services.ledger));
    await app.register(exemptionsRoutes(services.exemptions));
    await app.register(correctionsRoutes(services.corrections));
    await app.register(auditRoutes(services.audit));
    await app.register(logRoutes(services.log));
    await app.register(backupRoutes(services.backups));
    await app.register(cadresRoutes(services.cadres));
    await app.register(importRoutes(services));
    await app.register(appraisalsRoutes(services));
    await app.register(trialsRoutes(services.trials));
    await app.register(myRecordRoutes(services.myRecord));
    await app.register(exportsRoutes(services.exports));
    await app.register(readsRoutes(services));
    await app.register(relationsRoutes(services.relations));
    await app.register(retentionRoutes);
  };
