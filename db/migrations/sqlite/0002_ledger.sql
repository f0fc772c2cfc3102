CREATE TABLE `exemptions` (
	`file_id` text PRIMARY KEY NOT NULL,
	`inaction_file_id` text NOT NULL,
	`situation` text,
	`statement` text NOT NULL,
	`process` text NOT NULL,
	`pilot_id` text,
	`rule_text_id` text,
	`answers` text NOT NULL,
	`considerations` text NOT NULL,
	`proposed` text,
	`red_lines` text,
	`outcome` text,
	`decided_on` text,
	`dissent` text,
	`correction` text,
	`correct_by` text,
	`correction_report` text,
	`corrected_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inaction_file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pilot_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_text_id`) REFERENCES `rule_texts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exemptions_inaction` ON `exemptions` (`inaction_file_id`);--> statement-breakpoint
CREATE INDEX `exemptions_situation` ON `exemptions` (`situation`);--> statement-breakpoint
CREATE TABLE `inaction_files` (
	`file_id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`occurred_on` text NOT NULL,
	`summary` text NOT NULL,
	`fact_id` text,
	`document_no` text,
	`record_id` text,
	`version` integer NOT NULL,
	`code` text NOT NULL,
	`source` text NOT NULL,
	`complainant_sealed` text,
	`severity` text,
	`responsibility` text,
	`cause` text,
	`conditions` text NOT NULL,
	`grounds` text,
	`is_mitigated` integer NOT NULL,
	`is_past` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`) REFERENCES `conduct_records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inaction_files_cadre` ON `inaction_files` (`cadre_id`,`occurred_on`);--> statement-breakpoint
CREATE TABLE `initiative_files` (
	`file_id` text PRIMARY KEY NOT NULL,
	`cadre_id` text NOT NULL,
	`occurred_on` text NOT NULL,
	`summary` text NOT NULL,
	`fact_id` text,
	`document_no` text,
	`record_id` text,
	`version` integer NOT NULL,
	`area` integer NOT NULL,
	`quality` text NOT NULL,
	`level` text NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cadre_id`) REFERENCES `cadres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`) REFERENCES `conduct_records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `initiative_files_cadre` ON `initiative_files` (`cadre_id`,`occurred_on`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`file_id` text,
	`href` text,
	`at` integer NOT NULL,
	`read_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_account` ON `messages` (`account_id`,`at`);--> statement-breakpoint
CREATE INDEX `messages_file` ON `messages` (`file_id`);--> statement-breakpoint
CREATE TABLE `notice_addresses` (
	`account_id` text PRIMARY KEY NOT NULL,
	`mail_sealed` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rule_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`document_no` text,
	`issuer` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`passage` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rule_texts_valid` ON `rule_texts` (`valid_from`);--> statement-breakpoint
CREATE TABLE `sendings` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`fault` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sendings_waiting` ON `sendings` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `sendings_message` ON `sendings` (`message_id`);--> statement-breakpoint
CREATE TABLE `year_files` (
	`file_id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`year`) REFERENCES `years`(`year`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `year_files_year_unique` ON `year_files` (`year`);--> statement-breakpoint
ALTER TABLE `conduct_records` ADD `weighed_at` integer;