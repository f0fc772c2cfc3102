CREATE TABLE `alarms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_id` text,
	`audience` text NOT NULL,
	`detail` text NOT NULL,
	`raised_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alarms_audience` ON `alarms` (`audience`,`ended_at`);--> statement-breakpoint
CREATE INDEX `alarms_file` ON `alarms` (`file_id`);--> statement-breakpoint
CREATE TABLE `file_assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`account_id` text NOT NULL,
	`principal` text NOT NULL,
	`assigned_by` text NOT NULL,
	`assigned_at` integer NOT NULL,
	`reason` text NOT NULL,
	`replaces` text,
	`ended_at` integer,
	`ended_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `file_assignments_file` ON `file_assignments` (`file_id`);--> statement-breakpoint
CREATE INDEX `file_assignments_account` ON `file_assignments` (`account_id`);--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendar_years`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_days_day` ON `calendar_days` (`calendar_id`,`day`);--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`source` text NOT NULL,
	`imported_by` text NOT NULL,
	`imported_at` integer NOT NULL,
	`replaced_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `calendar_years_year` ON `calendar_years` (`year`);--> statement-breakpoint
CREATE TABLE `clocks` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`file_version` integer NOT NULL,
	`kind` text NOT NULL,
	`pending_id` text,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`set_at` integer NOT NULL,
	`fired_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clocks_due` ON `clocks` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `clocks_file` ON `clocks` (`file_id`,`state`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`file_id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`field` text NOT NULL,
	`wanted_sealed` text NOT NULL,
	`basis` text NOT NULL,
	`found_sealed` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_cadre` ON `corrections` (`cadre_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`event_id` text NOT NULL,
	`cadre_id` text,
	`unit_id` text,
	`served_at` integer,
	`signed_by` text,
	`paper_on` text,
	`witness` text,
	`recorded_by` text,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `file_events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deliveries_file` ON `deliveries` (`file_id`);--> statement-breakpoint
CREATE INDEX `deliveries_cadre` ON `deliveries` (`cadre_id`,`served_at`);--> statement-breakpoint
CREATE TABLE `denials` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`account_id` text NOT NULL,
	`file_id` text,
	`event` text NOT NULL,
	`because` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `denials_file` ON `denials` (`file_id`);--> statement-breakpoint
CREATE INDEX `denials_account` ON `denials` (`account_id`,`at`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_file` ON `evidence` (`file_id`);--> statement-breakpoint
CREATE TABLE `evidence_contents` (
	`evidence_id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`query` text NOT NULL,
	`reason` text NOT NULL,
	`people` integer NOT NULL,
	`state` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decided_reason` text,
	`content_hash` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `exports_requester` ON `exports` (`requested_by`,`requested_at`);--> statement-breakpoint
CREATE INDEX `exports_state` ON `exports` (`state`);--> statement-breakpoint
CREATE TABLE `file_events` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`version` integer NOT NULL,
	`event` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`actor` text NOT NULL,
	`principal` text NOT NULL,
	`duty` text,
	`countersigned_by` text,
	`entered_by` text,
	`meeting_id` text,
	`at` integer NOT NULL,
	`reason` text,
	`data` text NOT NULL,
	`evidence_hashes` text NOT NULL,
	`rule_version` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `file_events_version` ON `file_events` (`file_id`,`version`);--> statement-breakpoint
CREATE INDEX `file_events_actor` ON `file_events` (`actor`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`machine` text NOT NULL,
	`state` text NOT NULL,
	`entered_at` integer NOT NULL,
	`cadre_id` text,
	`unit_id` text NOT NULL,
	`title` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_machine` ON `files` (`machine`,`state`,`entered_at`);--> statement-breakpoint
CREATE INDEX `files_cadre` ON `files` (`cadre_id`);--> statement-breakpoint
CREATE INDEX `files_unit` ON `files` (`unit_id`);--> statement-breakpoint
CREATE INDEX `files_opener` ON `files` (`opened_by`);--> statement-breakpoint
CREATE TABLE `lockouts` (
	`id` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL,
	`locked_until` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_heads` (
	`id` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`previous_size` integer NOT NULL,
	`root_hash` text NOT NULL,
	`at` integer NOT NULL,
	`key_id` text NOT NULL,
	`signature` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_heads_size` ON `log_heads` (`size`);--> statement-breakpoint
CREATE TABLE `log_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`at` integer NOT NULL,
	`vouched_by` text NOT NULL,
	`voucher` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_leaves` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`leaf_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_leaves_sequence` ON `log_leaves` (`sequence`);--> statement-breakpoint
CREATE TABLE `log_nodes` (
	`level` integer NOT NULL,
	`position` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`level`, `position`)
);
--> statement-breakpoint
CREATE TABLE `meeting_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`file_id` text NOT NULL,
	`file_version` integer NOT NULL,
	`event` text,
	`data` text,
	`reason` text,
	`votes_for` integer,
	`votes_against` integer,
	`votes_abstained` integer,
	`entitled` text,
	`recused` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_items_file` ON `meeting_items` (`meeting_id`,`file_id`);--> statement-breakpoint
CREATE INDEX `meeting_items_of_file` ON `meeting_items` (`file_id`);--> statement-breakpoint
CREATE TABLE `meeting_members` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`account_id` text NOT NULL,
	`is_present` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_members_account` ON `meeting_members` (`meeting_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`state` text NOT NULL,
	`minutes` text,
	`planned_by` text NOT NULL,
	`planned_at` integer NOT NULL,
	`recorded_by` text,
	`recorded_at` integer,
	`confirmed_by` text,
	`confirmed_at` integer,
	`cancelled_by` text,
	`cancelled_at` integer,
	`cancel_reason` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `meetings_body` ON `meetings` (`body`,`held_on`);--> statement-breakpoint
CREATE TABLE `pending_events` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`kind` text NOT NULL,
	`event` text NOT NULL,
	`file_version` integer NOT NULL,
	`reason` text NOT NULL,
	`data` text NOT NULL,
	`evidence_id` text,
	`received_on` text,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`principal` text NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pending_events_file` ON `pending_events` (`file_id`,`state`);--> statement-breakpoint
CREATE TABLE `pilot_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pilot_reports_file` ON `pilot_reports` (`file_id`,`at`);--> statement-breakpoint
CREATE TABLE `pilots` (
	`file_id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`decision` text NOT NULL,
	`risk_assessment` text NOT NULL,
	`limits` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `provider_tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`used_at` integer NOT NULL,
	`session_id` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `provider_tickets_account` ON `provider_tickets` (`account_id`,`used_at`);--> statement-breakpoint
CREATE TABLE `record_reads` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`reader` text NOT NULL,
	`duty` text NOT NULL,
	`what` text NOT NULL,
	`reason` text,
	`on_day` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_reads_cadre` ON `record_reads` (`cadre_id`,`at`);--> statement-breakpoint
CREATE INDEX `record_reads_day` ON `record_reads` (`cadre_id`,`reader`,`what`,`on_day`);--> statement-breakpoint
CREATE TABLE `relations` (
	`id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`kind` text NOT NULL,
	`other_cadre_id` text,
	`named_staff_no` text,
	`named_as` text,
	`unit_id` text,
	`detail` text NOT NULL,
	`state` text NOT NULL,
	`declared_by` text NOT NULL,
	`declared_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decided_reason` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `relations_cadre` ON `relations` (`cadre_id`);--> statement-breakpoint
CREATE INDEX `relations_other` ON `relations` (`other_cadre_id`);--> statement-breakpoint
CREATE INDEX `relations_unit` ON `relations` (`unit_id`);--> statement-breakpoint
CREATE INDEX `relations_state` ON `relations` (`state`);--> statement-breakpoint
DROP INDEX `audit_entries_sequence`;--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`,`id`);--> statement-breakpoint
ALTER TABLE `audit_entries` DROP COLUMN `sequence`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_sealed` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_since` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_step` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `recovery_hashes` text;--> statement-breakpoint
ALTER TABLE `grant_proposal_lines` ADD `ends_grant_id` text;--> statement-breakpoint
ALTER TABLE `grants` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `method` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `has_second_factor` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `address` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `agent` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `failures_before` integer;