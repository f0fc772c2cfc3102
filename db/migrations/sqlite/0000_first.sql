CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_no` text NOT NULL,
	`cadre_id` text,
	`password_hash` text,
	`state` text NOT NULL,
	`session_version` integer NOT NULL,
	`slip_hash` text,
	`slip_expires_at` integer,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_staff_no` ON `accounts` (`staff_no`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_cadre` ON `accounts` (`cadre_id`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `accounts_batch` ON `accounts` (`batch_id`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`post_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`rank` text,
	`from_on` text NOT NULL,
	`to_on` text,
	`is_sensitive` integer NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_begun` ON `appointments` (`cadre_id`,`post_id`,`from_on`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `appointments_post` ON `appointments` (`post_id`);--> statement-breakpoint
CREATE INDEX `appointments_unit` ON `appointments` (`unit_id`);--> statement-breakpoint
CREATE INDEX `appointments_batch` ON `appointments` (`batch_id`);--> statement-breakpoint
CREATE TABLE `audit_changes` (
	`entry_id` text NOT NULL,
	`position` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`old_hash` text,
	`new_hash` text,
	FOREIGN KEY (`entry_id`) REFERENCES `audit_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_changes_position` ON `audit_changes` (`entry_id`,`position`);--> statement-breakpoint
CREATE INDEX `audit_changes_row` ON `audit_changes` (`table_name`,`row_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`duty` text NOT NULL,
	`deed` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text,
	`old_hash` text,
	`new_hash` text,
	`sequence` integer
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor`,`at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_sequence` ON `audit_entries` (`sequence`);--> statement-breakpoint
CREATE TABLE `cadres` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_no` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`name_pinyin` text NOT NULL,
	`name_initials` text NOT NULL,
	`citizen_id_sealed` text,
	`citizen_id_lookup` text,
	`phone_sealed` text,
	`unit_id` text NOT NULL,
	`post_title` text NOT NULL,
	`rank` text,
	`template` text NOT NULL,
	`cadre_since` text,
	`retires_on` text,
	`is_specialist` integer NOT NULL,
	`is_party_secretary` integer NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cadres_staff_no` ON `cadres` (`staff_no`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `cadres_citizen_id` ON `cadres` (`citizen_id_lookup`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `cadres_name` ON `cadres` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `cadres_unit` ON `cadres` (`unit_id`);--> statement-breakpoint
CREATE INDEX `cadres_batch` ON `cadres` (`batch_id`);--> statement-breakpoint
CREATE TABLE `conduct_records` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`ledger` text NOT NULL,
	`code` text,
	`area` integer NOT NULL,
	`quality` text,
	`occurred_on` text NOT NULL,
	`counts_on` text,
	`notified_on` text,
	`severity` text,
	`responsibility` text,
	`level` text,
	`role` text,
	`finding` text NOT NULL,
	`conditions` text NOT NULL,
	`cause` text,
	`fact_id` text,
	`document_no` text,
	`summary` text NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`supersedes_id` text,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `conduct_records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conduct_records_cadre` ON `conduct_records` (`cadre_id`,`occurred_on`);--> statement-breakpoint
CREATE INDEX `conduct_records_batch` ON `conduct_records` (`batch_id`);--> statement-breakpoint
CREATE TABLE `constraints` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`kind` text NOT NULL,
	`source` text,
	`measure` text,
	`effective_on` text,
	`ground` text,
	`months` integer,
	`opened_on` text,
	`closed_on` text,
	`leave_type` text,
	`from_on` text,
	`to_on` text,
	`year` integer,
	`document_no` text,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`supersedes_id` text,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `constraints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `constraints_cadre` ON `constraints` (`cadre_id`);--> statement-breakpoint
CREATE INDEX `constraints_batch` ON `constraints` (`batch_id`);--> statement-breakpoint
CREATE TABLE `dimension_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`year` integer NOT NULL,
	`dimension` text NOT NULL,
	`value` integer NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`supersedes_id` text,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `dimension_scores`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dimension_scores_counting` ON `dimension_scores` (`cadre_id`,`year`,`dimension`) WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX `dimension_scores_batch` ON `dimension_scores` (`batch_id`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`cadre_id` text NOT NULL,
	`pool_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`template` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_cadre` ON `enrolments` (`year`,`cadre_id`);--> statement-breakpoint
CREATE INDEX `enrolments_pool` ON `enrolments` (`pool_id`);--> statement-breakpoint
CREATE INDEX `enrolments_person` ON `enrolments` (`cadre_id`);--> statement-breakpoint
CREATE INDEX `enrolments_unit` ON `enrolments` (`unit_id`);--> statement-breakpoint
CREATE TABLE `grant_proposal_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text,
	`from_on` text NOT NULL,
	`until_on` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `grant_proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_proposal_lines_proposal` ON `grant_proposal_lines` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `grant_proposal_lines_account` ON `grant_proposal_lines` (`account_id`);--> statement-breakpoint
CREATE TABLE `grant_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`proposed_by` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`batch_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_proposals_state` ON `grant_proposals` (`state`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `grant_proposals_batch` ON `grant_proposals` (`batch_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text,
	`from_on` text NOT NULL,
	`until_on` text,
	`proposal_id` text,
	`granted_by` text NOT NULL,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `grant_proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_account` ON `grants` (`account_id`);--> statement-breakpoint
CREATE INDEX `grants_role` ON `grants` (`role`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`route` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`response` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);
--> statement-breakpoint
CREATE TABLE `import_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`year` integer,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`counts` text NOT NULL,
	`state` text NOT NULL,
	`applied_by` text NOT NULL,
	`applied_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`undone_by` text,
	`undone_at` integer,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `import_batches_applied` ON `import_batches` (`applied_at`,`id`);--> statement-breakpoint
CREATE TABLE `import_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_changes_batch` ON `import_changes` (`batch_id`,`id`);--> statement-breakpoint
CREATE INDEX `import_changes_row` ON `import_changes` (`table_name`,`row_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `jobs_starter` ON `jobs` (`started_by`,`started_at`);--> statement-breakpoint
CREATE TABLE `measures` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`year` integer NOT NULL,
	`measure` text NOT NULL,
	`value` integer NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`supersedes_id` text,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measures_counting` ON `measures` (`cadre_id`,`year`,`measure`) WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX `measures_batch` ON `measures` (`batch_id`);--> statement-breakpoint
CREATE TABLE `past_grades` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`year` integer NOT NULL,
	`grade` text NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`supersedes_id` text,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `past_grades`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `past_grades_counting` ON `past_grades` (`cadre_id`,`year`) WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX `past_grades_batch` ON `past_grades` (`batch_id`);--> statement-breakpoint
CREATE TABLE `policy_values` (
	`id` text PRIMARY KEY NOT NULL,
	`parameter` text NOT NULL,
	`from_on` text NOT NULL,
	`value` integer NOT NULL,
	`cite` text NOT NULL,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer
);
--> statement-breakpoint
CREATE INDEX `policy_values_parameter` ON `policy_values` (`parameter`,`from_on`);--> statement-breakpoint
CREATE TABLE `pools` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`name` text NOT NULL,
	`is_outstanding` integer NOT NULL,
	`merge_into_id` text,
	`extra_places` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merge_into_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pools_name` ON `pools` (`year`,`name`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`unit_id` text NOT NULL,
	`rank` text,
	`is_chief` integer NOT NULL,
	`is_sensitive` integer NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_code` ON `posts` (`code`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `posts_unit` ON `posts` (`unit_id`);--> statement-breakpoint
CREATE INDEX `posts_batch` ON `posts` (`batch_id`);--> statement-breakpoint
CREATE TABLE `quarter_grades` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`grade` text NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`supersedes_id` text,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `quarter_grades`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quarter_grades_counting` ON `quarter_grades` (`cadre_id`,`year`,`quarter`) WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX `quarter_grades_batch` ON `quarter_grades` (`batch_id`);--> statement-breakpoint
CREATE TABLE `review_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`year` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`on_day` text NOT NULL,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`supersedes_id` text,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `review_findings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_findings_cadre` ON `review_findings` (`cadre_id`,`year`);--> statement-breakpoint
CREATE INDEX `review_findings_batch` ON `review_findings` (`batch_id`);--> statement-breakpoint
CREATE TABLE `run_results` (
	`run_id` text NOT NULL,
	`cadre_id` text NOT NULL,
	`pool_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`staff_no` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`name_pinyin` text NOT NULL,
	`name_initials` text NOT NULL,
	`base` integer,
	`balance` integer NOT NULL,
	`credits` integer NOT NULL,
	`deductions` integer NOT NULL,
	`total` integer,
	`total_order` integer NOT NULL,
	`band` text,
	`ceiling` text,
	`grade` text,
	`reason` text NOT NULL,
	`review_count` integer NOT NULL,
	`facts` text NOT NULL,
	`explanation` text NOT NULL,
	PRIMARY KEY(`run_id`, `cadre_id`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `run_results_total` ON `run_results` (`run_id`,`total_order`,`cadre_id`);--> statement-breakpoint
CREATE INDEX `run_results_name` ON `run_results` (`run_id`,`name_key`,`cadre_id`);--> statement-breakpoint
CREATE INDEX `run_results_cadre` ON `run_results` (`cadre_id`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`as_of` text NOT NULL,
	`policy_id` text NOT NULL,
	`policy_version` text NOT NULL,
	`policy_hash` text NOT NULL,
	`input_hash` text NOT NULL,
	`result_hash` text NOT NULL,
	`cadre_count` integer NOT NULL,
	`input` text NOT NULL,
	`pools` text NOT NULL,
	`reserve` integer NOT NULL,
	`run_by` text NOT NULL,
	`ran_at` integer NOT NULL,
	`superseded_by` text,
	`state` text NOT NULL,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`superseded_by`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `runs_year` ON `runs` (`year`,`ran_at`,`id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `tie_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`pool_id` text NOT NULL,
	`cadre_ids` text NOT NULL,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`superseded_by` text,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`superseded_by`) REFERENCES `tie_decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tie_decisions_pool` ON `tie_decisions` (`year`,`pool_id`);--> statement-breakpoint
CREATE TABLE `unit_grades` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`unit_grade` text,
	`party_building_grade` text,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`supersedes_id` text,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `unit_grades`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_grades_counting` ON `unit_grades` (`unit_id`,`year`) WHERE withdrawn_at is null and confirmed_at is not null;--> statement-breakpoint
CREATE INDEX `unit_grades_batch` ON `unit_grades` (`batch_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` text,
	`batch_id` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_code` ON `units` (`code`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);--> statement-breakpoint
CREATE INDEX `units_batch` ON `units` (`batch_id`);--> statement-breakpoint
CREATE TABLE `years` (
	`year` integer PRIMARY KEY NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`as_of` text NOT NULL,
	`vocabulary` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL
);
