CREATE TABLE "alarms" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"file_id" text COLLATE "C",
	"audience" text COLLATE "C" NOT NULL,
	"detail" jsonb NOT NULL,
	"raised_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_assignments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"principal" text COLLATE "C" NOT NULL,
	"assigned_by" text COLLATE "C" NOT NULL,
	"assigned_at" bigint NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"replaces" text COLLATE "C",
	"ended_at" bigint,
	"ended_by" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"calendar_id" text COLLATE "C" NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"imported_by" text COLLATE "C" NOT NULL,
	"imported_at" bigint NOT NULL,
	"replaced_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"file_version" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"pending_id" text COLLATE "C",
	"due_at" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"set_at" bigint NOT NULL,
	"fired_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"file_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"field" text COLLATE "C" NOT NULL,
	"wanted_sealed" text COLLATE "C" NOT NULL,
	"basis" text COLLATE "C" NOT NULL,
	"found_sealed" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"cadre_id" text COLLATE "C",
	"unit_id" text COLLATE "C",
	"served_at" bigint,
	"signed_by" text COLLATE "C",
	"paper_on" text COLLATE "C",
	"witness" text COLLATE "C",
	"recorded_by" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "denials" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"file_id" text COLLATE "C",
	"event" text COLLATE "C" NOT NULL,
	"because" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"media_type" text COLLATE "C" NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"added_by" text COLLATE "C" NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_contents" (
	"evidence_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sealed" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"query" jsonb NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"people" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"requested_by" text COLLATE "C" NOT NULL,
	"requested_at" bigint NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint,
	"decided_reason" text COLLATE "C",
	"content_hash" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"event" text COLLATE "C" NOT NULL,
	"from_state" text COLLATE "C" NOT NULL,
	"to_state" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"principal" text COLLATE "C" NOT NULL,
	"duty" text COLLATE "C",
	"countersigned_by" text COLLATE "C",
	"entered_by" text COLLATE "C",
	"meeting_id" text COLLATE "C",
	"at" bigint NOT NULL,
	"reason" text COLLATE "C",
	"data" jsonb NOT NULL,
	"evidence_hashes" jsonb NOT NULL,
	"rule_version" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"machine" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"entered_at" bigint NOT NULL,
	"cadre_id" text COLLATE "C",
	"unit_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"opened_by" text COLLATE "C" NOT NULL,
	"opened_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lockouts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" bigint NOT NULL,
	"locked_until" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_heads" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"previous_size" integer NOT NULL,
	"root_hash" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"signature" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"public_key" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"vouched_by" text COLLATE "C" NOT NULL,
	"voucher" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_leaves" (
	"entry_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"leaf_hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_nodes" (
	"level" integer NOT NULL,
	"position" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "log_nodes_level_position_pk" PRIMARY KEY("level","position")
);
--> statement-breakpoint
CREATE TABLE "meeting_items" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"meeting_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"file_version" integer NOT NULL,
	"event" text COLLATE "C",
	"data" jsonb,
	"reason" text COLLATE "C",
	"votes_for" integer,
	"votes_against" integer,
	"votes_abstained" integer,
	"entitled" jsonb,
	"recused" jsonb,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_members" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"meeting_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"is_present" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"held_on" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"minutes" text COLLATE "C",
	"planned_by" text COLLATE "C" NOT NULL,
	"planned_at" bigint NOT NULL,
	"recorded_by" text COLLATE "C",
	"recorded_at" bigint,
	"confirmed_by" text COLLATE "C",
	"confirmed_at" bigint,
	"cancelled_by" text COLLATE "C",
	"cancelled_at" bigint,
	"cancel_reason" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pending_events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"event" text COLLATE "C" NOT NULL,
	"file_version" integer NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"data" jsonb NOT NULL,
	"evidence_id" text COLLATE "C",
	"received_on" text COLLATE "C",
	"proposed_by" text COLLATE "C" NOT NULL,
	"proposed_at" bigint NOT NULL,
	"principal" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pilot_reports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pilots" (
	"file_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"decision" text COLLATE "C" NOT NULL,
	"risk_assessment" text COLLATE "C" NOT NULL,
	"limits" text COLLATE "C" NOT NULL,
	"starts_on" text COLLATE "C" NOT NULL,
	"ends_on" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_tickets" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"used_at" bigint NOT NULL,
	"session_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "record_reads" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"reader" text COLLATE "C" NOT NULL,
	"duty" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"on_day" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"other_cadre_id" text COLLATE "C",
	"named_staff_no" text COLLATE "C",
	"named_as" text COLLATE "C",
	"unit_id" text COLLATE "C",
	"detail" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"declared_by" text COLLATE "C" NOT NULL,
	"declared_at" bigint NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint,
	"decided_reason" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "audit_entries_sequence";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "totp_sealed" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "totp_since" bigint;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "totp_step" integer;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "recovery_hashes" jsonb;--> statement-breakpoint
ALTER TABLE "grant_proposal_lines" ADD COLUMN "ends_grant_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "ended_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "method" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "has_second_factor" boolean;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "address" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "agent" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "failures_before" integer;--> statement-breakpoint
ALTER TABLE "alarms" ADD CONSTRAINT "alarms_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_assignments" ADD CONSTRAINT "file_assignments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_assignments" ADD CONSTRAINT "file_assignments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_calendar_id_calendar_years_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendar_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_event_id_file_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."file_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denials" ADD CONSTRAINT "denials_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_contents" ADD CONSTRAINT "evidence_contents_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_events" ADD CONSTRAINT "file_events_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_items" ADD CONSTRAINT "meeting_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_items" ADD CONSTRAINT "meeting_items_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_members" ADD CONSTRAINT "meeting_members_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_members" ADD CONSTRAINT "meeting_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_events" ADD CONSTRAINT "pending_events_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_reports" ADD CONSTRAINT "pilot_reports_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilots" ADD CONSTRAINT "pilots_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_tickets" ADD CONSTRAINT "provider_tickets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_tickets" ADD CONSTRAINT "provider_tickets_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_reads" ADD CONSTRAINT "record_reads_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_other_cadre_id_cadres_id_fk" FOREIGN KEY ("other_cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alarms_audience" ON "alarms" USING btree ("audience","ended_at");--> statement-breakpoint
CREATE INDEX "alarms_file" ON "alarms" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "file_assignments_file" ON "file_assignments" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "file_assignments_account" ON "file_assignments" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_days_day" ON "calendar_days" USING btree ("calendar_id","day");--> statement-breakpoint
CREATE INDEX "calendar_years_year" ON "calendar_years" USING btree ("year");--> statement-breakpoint
CREATE INDEX "clocks_due" ON "clocks" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "clocks_file" ON "clocks" USING btree ("file_id","state");--> statement-breakpoint
CREATE INDEX "corrections_cadre" ON "corrections" USING btree ("cadre_id");--> statement-breakpoint
CREATE INDEX "deliveries_file" ON "deliveries" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "deliveries_cadre" ON "deliveries" USING btree ("cadre_id","served_at");--> statement-breakpoint
CREATE INDEX "denials_file" ON "denials" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "denials_account" ON "denials" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "evidence_file" ON "evidence" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "exports_requester" ON "exports" USING btree ("requested_by","requested_at");--> statement-breakpoint
CREATE INDEX "exports_state" ON "exports" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "file_events_version" ON "file_events" USING btree ("file_id","version");--> statement-breakpoint
CREATE INDEX "file_events_actor" ON "file_events" USING btree ("actor");--> statement-breakpoint
CREATE INDEX "files_machine" ON "files" USING btree ("machine","state","entered_at");--> statement-breakpoint
CREATE INDEX "files_cadre" ON "files" USING btree ("cadre_id");--> statement-breakpoint
CREATE INDEX "files_unit" ON "files" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "files_opener" ON "files" USING btree ("opened_by");--> statement-breakpoint
CREATE UNIQUE INDEX "log_heads_size" ON "log_heads" USING btree ("size");--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaves_sequence" ON "log_leaves" USING btree ("sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_items_file" ON "meeting_items" USING btree ("meeting_id","file_id");--> statement-breakpoint
CREATE INDEX "meeting_items_of_file" ON "meeting_items" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_members_account" ON "meeting_members" USING btree ("meeting_id","account_id");--> statement-breakpoint
CREATE INDEX "meetings_body" ON "meetings" USING btree ("body","held_on");--> statement-breakpoint
CREATE INDEX "pending_events_file" ON "pending_events" USING btree ("file_id","state");--> statement-breakpoint
CREATE INDEX "pilot_reports_file" ON "pilot_reports" USING btree ("file_id","at");--> statement-breakpoint
CREATE INDEX "provider_tickets_account" ON "provider_tickets" USING btree ("account_id","used_at");--> statement-breakpoint
CREATE INDEX "record_reads_cadre" ON "record_reads" USING btree ("cadre_id","at");--> statement-breakpoint
CREATE INDEX "record_reads_day" ON "record_reads" USING btree ("cadre_id","reader","what","on_day");--> statement-breakpoint
CREATE INDEX "relations_cadre" ON "relations" USING btree ("cadre_id");--> statement-breakpoint
CREATE INDEX "relations_other" ON "relations" USING btree ("other_cadre_id");--> statement-breakpoint
CREATE INDEX "relations_unit" ON "relations" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "relations_state" ON "relations" USING btree ("state");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at","id");--> statement-breakpoint
ALTER TABLE "audit_entries" DROP COLUMN "sequence";