CREATE TABLE "accounts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"staff_no" text COLLATE "C" NOT NULL,
	"cadre_id" text COLLATE "C",
	"password_hash" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"session_version" integer NOT NULL,
	"slip_hash" text COLLATE "C",
	"slip_expires_at" bigint,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"post_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"rank" text COLLATE "C",
	"from_on" text COLLATE "C" NOT NULL,
	"to_on" text COLLATE "C",
	"is_sensitive" boolean NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_changes" (
	"entry_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"table_name" text COLLATE "C" NOT NULL,
	"row_id" text COLLATE "C" NOT NULL,
	"old_hash" text COLLATE "C",
	"new_hash" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"duty" text COLLATE "C" NOT NULL,
	"deed" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"old_hash" text COLLATE "C",
	"new_hash" text COLLATE "C",
	"sequence" integer
);
--> statement-breakpoint
CREATE TABLE "cadres" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"staff_no" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"name_pinyin" text COLLATE "C" NOT NULL,
	"name_initials" text COLLATE "C" NOT NULL,
	"citizen_id_sealed" text COLLATE "C",
	"citizen_id_lookup" text COLLATE "C",
	"phone_sealed" text COLLATE "C",
	"unit_id" text COLLATE "C" NOT NULL,
	"post_title" text COLLATE "C" NOT NULL,
	"rank" text COLLATE "C",
	"template" text COLLATE "C" NOT NULL,
	"cadre_since" text COLLATE "C",
	"retires_on" text COLLATE "C",
	"is_specialist" boolean NOT NULL,
	"is_party_secretary" boolean NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conduct_records" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"ledger" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C",
	"area" integer NOT NULL,
	"quality" text COLLATE "C",
	"occurred_on" text COLLATE "C" NOT NULL,
	"counts_on" text COLLATE "C",
	"notified_on" text COLLATE "C",
	"severity" text COLLATE "C",
	"responsibility" text COLLATE "C",
	"level" text COLLATE "C",
	"role" text COLLATE "C",
	"finding" text COLLATE "C" NOT NULL,
	"conditions" jsonb NOT NULL,
	"cause" text COLLATE "C",
	"fact_id" text COLLATE "C",
	"document_no" text COLLATE "C",
	"summary" text COLLATE "C" NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"confirmed_at" bigint,
	"confirmed_by" text COLLATE "C",
	"supersedes_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "constraints" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C",
	"measure" text COLLATE "C",
	"effective_on" text COLLATE "C",
	"ground" text COLLATE "C",
	"months" integer,
	"opened_on" text COLLATE "C",
	"closed_on" text COLLATE "C",
	"leave_type" text COLLATE "C",
	"from_on" text COLLATE "C",
	"to_on" text COLLATE "C",
	"year" integer,
	"document_no" text COLLATE "C",
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"confirmed_at" bigint,
	"confirmed_by" text COLLATE "C",
	"supersedes_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "dimension_scores" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"dimension" text COLLATE "C" NOT NULL,
	"value" integer NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"confirmed_at" bigint,
	"confirmed_by" text COLLATE "C",
	"supersedes_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"pool_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"template" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grant_proposal_lines" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"proposal_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"from_on" text COLLATE "C" NOT NULL,
	"until_on" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "grant_proposals" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"proposed_by" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"proposed_at" bigint NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint,
	"batch_id" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"from_on" text COLLATE "C" NOT NULL,
	"until_on" text COLLATE "C",
	"proposal_id" text COLLATE "C",
	"granted_by" text COLLATE "C" NOT NULL,
	"granted_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"actor" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"route" text COLLATE "C" NOT NULL,
	"request_hash" text COLLATE "C" NOT NULL,
	"status" integer NOT NULL,
	"response" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "idempotency_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"year" integer,
	"file_name" text COLLATE "C" NOT NULL,
	"file_hash" text COLLATE "C" NOT NULL,
	"counts" jsonb NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"applied_by" text COLLATE "C" NOT NULL,
	"applied_at" bigint NOT NULL,
	"confirmed_by" text COLLATE "C",
	"confirmed_at" bigint,
	"undone_by" text COLLATE "C",
	"undone_at" bigint,
	"reason" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "import_changes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"batch_id" text COLLATE "C" NOT NULL,
	"table_name" text COLLATE "C" NOT NULL,
	"row_id" text COLLATE "C" NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"started_by" text COLLATE "C" NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"problem" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"measure" text COLLATE "C" NOT NULL,
	"value" integer NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"confirmed_at" bigint,
	"confirmed_by" text COLLATE "C",
	"supersedes_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "past_grades" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"grade" text COLLATE "C" NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"confirmed_at" bigint,
	"confirmed_by" text COLLATE "C",
	"supersedes_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "policy_values" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"parameter" text COLLATE "C" NOT NULL,
	"from_on" text COLLATE "C" NOT NULL,
	"value" integer NOT NULL,
	"cite" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"proposed_by" text COLLATE "C" NOT NULL,
	"proposed_at" bigint NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint
);
--> statement-breakpoint
CREATE TABLE "pools" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"is_outstanding" boolean NOT NULL,
	"merge_into_id" text COLLATE "C",
	"extra_places" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"rank" text COLLATE "C",
	"is_chief" boolean NOT NULL,
	"is_sensitive" boolean NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarter_grades" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"quarter" integer NOT NULL,
	"grade" text COLLATE "C" NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"confirmed_at" bigint,
	"confirmed_by" text COLLATE "C",
	"supersedes_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "review_findings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"on_day" text COLLATE "C" NOT NULL,
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"confirmed_at" bigint,
	"confirmed_by" text COLLATE "C",
	"supersedes_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "run_results" (
	"run_id" text COLLATE "C" NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"pool_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"staff_no" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"name_pinyin" text COLLATE "C" NOT NULL,
	"name_initials" text COLLATE "C" NOT NULL,
	"base" integer,
	"balance" integer NOT NULL,
	"credits" integer NOT NULL,
	"deductions" integer NOT NULL,
	"total" integer,
	"total_order" integer NOT NULL,
	"band" text COLLATE "C",
	"ceiling" text COLLATE "C",
	"grade" text COLLATE "C",
	"reason" text COLLATE "C" NOT NULL,
	"review_count" integer NOT NULL,
	"facts" text COLLATE "C" NOT NULL,
	"explanation" text COLLATE "C" NOT NULL,
	CONSTRAINT "run_results_run_id_cadre_id_pk" PRIMARY KEY("run_id","cadre_id")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"as_of" text COLLATE "C" NOT NULL,
	"policy_id" text COLLATE "C" NOT NULL,
	"policy_version" text COLLATE "C" NOT NULL,
	"policy_hash" text COLLATE "C" NOT NULL,
	"input_hash" text COLLATE "C" NOT NULL,
	"result_hash" text COLLATE "C" NOT NULL,
	"cadre_count" integer NOT NULL,
	"input" text COLLATE "C" NOT NULL,
	"pools" text COLLATE "C" NOT NULL,
	"reserve" integer NOT NULL,
	"run_by" text COLLATE "C" NOT NULL,
	"ran_at" bigint NOT NULL,
	"superseded_by" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"started_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tie_decisions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"pool_id" text COLLATE "C" NOT NULL,
	"cadre_ids" jsonb NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"decided_by" text COLLATE "C" NOT NULL,
	"decided_at" bigint NOT NULL,
	"superseded_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "unit_grades" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"unit_grade" text COLLATE "C",
	"party_building_grade" text COLLATE "C",
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"confirmed_at" bigint,
	"confirmed_by" text COLLATE "C",
	"supersedes_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"parent_id" text COLLATE "C",
	"batch_id" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "years" (
	"year" integer PRIMARY KEY NOT NULL,
	"period_from" text COLLATE "C" NOT NULL,
	"period_to" text COLLATE "C" NOT NULL,
	"as_of" text COLLATE "C" NOT NULL,
	"vocabulary" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_changes" ADD CONSTRAINT "audit_changes_entry_id_audit_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadres" ADD CONSTRAINT "cadres_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadres" ADD CONSTRAINT "cadres_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conduct_records" ADD CONSTRAINT "conduct_records_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conduct_records" ADD CONSTRAINT "conduct_records_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conduct_records" ADD CONSTRAINT "conduct_records_supersedes" FOREIGN KEY ("supersedes_id") REFERENCES "public"."conduct_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "constraints" ADD CONSTRAINT "constraints_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "constraints" ADD CONSTRAINT "constraints_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "constraints" ADD CONSTRAINT "constraints_supersedes" FOREIGN KEY ("supersedes_id") REFERENCES "public"."constraints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_scores" ADD CONSTRAINT "dimension_scores_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_scores" ADD CONSTRAINT "dimension_scores_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_scores" ADD CONSTRAINT "dimension_scores_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_scores" ADD CONSTRAINT "dimension_scores_supersedes" FOREIGN KEY ("supersedes_id") REFERENCES "public"."dimension_scores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_proposal_lines" ADD CONSTRAINT "grant_proposal_lines_proposal_id_grant_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."grant_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_proposal_lines" ADD CONSTRAINT "grant_proposal_lines_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_proposal_lines" ADD CONSTRAINT "grant_proposal_lines_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_proposals" ADD CONSTRAINT "grant_proposals_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_proposal_id_grant_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."grant_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_supersedes" FOREIGN KEY ("supersedes_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_grades" ADD CONSTRAINT "past_grades_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_grades" ADD CONSTRAINT "past_grades_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_grades" ADD CONSTRAINT "past_grades_supersedes" FOREIGN KEY ("supersedes_id") REFERENCES "public"."past_grades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pools" ADD CONSTRAINT "pools_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pools" ADD CONSTRAINT "pools_merge_into_id_pools_id_fk" FOREIGN KEY ("merge_into_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_grades" ADD CONSTRAINT "quarter_grades_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_grades" ADD CONSTRAINT "quarter_grades_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_grades" ADD CONSTRAINT "quarter_grades_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_grades" ADD CONSTRAINT "quarter_grades_supersedes" FOREIGN KEY ("supersedes_id") REFERENCES "public"."quarter_grades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_findings" ADD CONSTRAINT "review_findings_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_findings" ADD CONSTRAINT "review_findings_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_findings" ADD CONSTRAINT "review_findings_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_findings" ADD CONSTRAINT "review_findings_supersedes" FOREIGN KEY ("supersedes_id") REFERENCES "public"."review_findings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_results" ADD CONSTRAINT "run_results_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_results" ADD CONSTRAINT "run_results_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_results" ADD CONSTRAINT "run_results_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_results" ADD CONSTRAINT "run_results_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_superseded_by_runs_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_decisions" ADD CONSTRAINT "tie_decisions_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_decisions" ADD CONSTRAINT "tie_decisions_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_decisions" ADD CONSTRAINT "tie_decisions_superseded_by_tie_decisions_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."tie_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_grades" ADD CONSTRAINT "unit_grades_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_grades" ADD CONSTRAINT "unit_grades_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_grades" ADD CONSTRAINT "unit_grades_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_grades" ADD CONSTRAINT "unit_grades_supersedes" FOREIGN KEY ("supersedes_id") REFERENCES "public"."unit_grades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_staff_no" ON "accounts" USING btree ("staff_no") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_cadre" ON "accounts" USING btree ("cadre_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "accounts_batch" ON "accounts" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_begun" ON "appointments" USING btree ("cadre_id","post_id","from_on") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "appointments_post" ON "appointments" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "appointments_unit" ON "appointments" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "appointments_batch" ON "appointments" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_changes_position" ON "audit_changes" USING btree ("entry_id","position");--> statement-breakpoint
CREATE INDEX "audit_changes_row" ON "audit_changes" USING btree ("table_name","row_id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("actor","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_sequence" ON "audit_entries" USING btree ("sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "cadres_staff_no" ON "cadres" USING btree ("staff_no") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "cadres_citizen_id" ON "cadres" USING btree ("citizen_id_lookup") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "cadres_name" ON "cadres" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "cadres_unit" ON "cadres" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "cadres_batch" ON "cadres" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "conduct_records_cadre" ON "conduct_records" USING btree ("cadre_id","occurred_on");--> statement-breakpoint
CREATE INDEX "conduct_records_batch" ON "conduct_records" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "constraints_cadre" ON "constraints" USING btree ("cadre_id");--> statement-breakpoint
CREATE INDEX "constraints_batch" ON "constraints" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dimension_scores_counting" ON "dimension_scores" USING btree ("cadre_id","year","dimension") WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX "dimension_scores_batch" ON "dimension_scores" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_cadre" ON "enrolments" USING btree ("year","cadre_id");--> statement-breakpoint
CREATE INDEX "enrolments_pool" ON "enrolments" USING btree ("pool_id");--> statement-breakpoint
CREATE INDEX "enrolments_person" ON "enrolments" USING btree ("cadre_id");--> statement-breakpoint
CREATE INDEX "enrolments_unit" ON "enrolments" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "grant_proposal_lines_proposal" ON "grant_proposal_lines" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "grant_proposal_lines_account" ON "grant_proposal_lines" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "grant_proposals_state" ON "grant_proposals" USING btree ("state","proposed_at");--> statement-breakpoint
CREATE INDEX "grant_proposals_batch" ON "grant_proposals" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "grants_account" ON "grants" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "grants_role" ON "grants" USING btree ("role");--> statement-breakpoint
CREATE INDEX "import_batches_applied" ON "import_batches" USING btree ("applied_at","id");--> statement-breakpoint
CREATE INDEX "import_changes_batch" ON "import_changes" USING btree ("batch_id","id");--> statement-breakpoint
CREATE INDEX "import_changes_row" ON "import_changes" USING btree ("table_name","row_id");--> statement-breakpoint
CREATE INDEX "jobs_starter" ON "jobs" USING btree ("started_by","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "measures_counting" ON "measures" USING btree ("cadre_id","year","measure") WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX "measures_batch" ON "measures" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "past_grades_counting" ON "past_grades" USING btree ("cadre_id","year") WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX "past_grades_batch" ON "past_grades" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "policy_values_parameter" ON "policy_values" USING btree ("parameter","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "pools_name" ON "pools" USING btree ("year","name");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_code" ON "posts" USING btree ("code") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "posts_unit" ON "posts" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "posts_batch" ON "posts" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "quarter_grades_counting" ON "quarter_grades" USING btree ("cadre_id","year","quarter") WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX "quarter_grades_batch" ON "quarter_grades" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "review_findings_cadre" ON "review_findings" USING btree ("cadre_id","year");--> statement-breakpoint
CREATE INDEX "review_findings_batch" ON "review_findings" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "run_results_total" ON "run_results" USING btree ("run_id","total_order","cadre_id");--> statement-breakpoint
CREATE INDEX "run_results_name" ON "run_results" USING btree ("run_id","name_key","cadre_id");--> statement-breakpoint
CREATE INDEX "run_results_cadre" ON "run_results" USING btree ("cadre_id");--> statement-breakpoint
CREATE INDEX "runs_year" ON "runs" USING btree ("year","ran_at","id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id","started_at");--> statement-breakpoint
CREATE INDEX "tie_decisions_pool" ON "tie_decisions" USING btree ("year","pool_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_grades_counting" ON "unit_grades" USING btree ("unit_id","year") WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX "unit_grades_batch" ON "unit_grades" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_code" ON "units" USING btree ("code") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "units_batch" ON "units" USING btree ("batch_id");