CREATE TABLE "exemptions" (
	"file_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"inaction_file_id" text COLLATE "C" NOT NULL,
	"situation" text COLLATE "C",
	"statement" text COLLATE "C" NOT NULL,
	"process" text COLLATE "C" NOT NULL,
	"pilot_id" text COLLATE "C",
	"rule_text_id" text COLLATE "C",
	"answers" jsonb NOT NULL,
	"considerations" jsonb NOT NULL,
	"proposed" text COLLATE "C",
	"red_lines" jsonb,
	"outcome" text COLLATE "C",
	"decided_on" text COLLATE "C",
	"dissent" text COLLATE "C",
	"correction" text COLLATE "C",
	"correct_by" text COLLATE "C",
	"correction_report" text COLLATE "C",
	"corrected_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inaction_files" (
	"file_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"occurred_on" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C" NOT NULL,
	"fact_id" text COLLATE "C",
	"document_no" text COLLATE "C",
	"record_id" text COLLATE "C",
	"version" integer NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"complainant_sealed" text COLLATE "C",
	"severity" text COLLATE "C",
	"responsibility" text COLLATE "C",
	"cause" text COLLATE "C",
	"conditions" jsonb NOT NULL,
	"grounds" jsonb,
	"is_mitigated" boolean NOT NULL,
	"is_past" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "initiative_files" (
	"file_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"cadre_id" text COLLATE "C" NOT NULL,
	"occurred_on" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C" NOT NULL,
	"fact_id" text COLLATE "C",
	"document_no" text COLLATE "C",
	"record_id" text COLLATE "C",
	"version" integer NOT NULL,
	"area" integer NOT NULL,
	"quality" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"title" jsonb NOT NULL,
	"file_id" text COLLATE "C",
	"href" text COLLATE "C",
	"at" bigint NOT NULL,
	"read_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_addresses" (
	"account_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"mail_sealed" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_texts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"document_no" text COLLATE "C",
	"issuer" text COLLATE "C" NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"valid_to" text COLLATE "C",
	"passage" text COLLATE "C" NOT NULL,
	"recorded_by" text COLLATE "C" NOT NULL,
	"recorded_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sendings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"message_id" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" bigint NOT NULL,
	"sent_at" bigint,
	"fault" text COLLATE "C",
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "year_files" (
	"file_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	CONSTRAINT "year_files_year_unique" UNIQUE("year")
);
--> statement-breakpoint
ALTER TABLE "conduct_records" ADD COLUMN "weighed_at" bigint;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_inaction_file_id_files_id_fk" FOREIGN KEY ("inaction_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_pilot_id_files_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_rule_text_id_rule_texts_id_fk" FOREIGN KEY ("rule_text_id") REFERENCES "public"."rule_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inaction_files" ADD CONSTRAINT "inaction_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inaction_files" ADD CONSTRAINT "inaction_files_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inaction_files" ADD CONSTRAINT "inaction_files_record_id_conduct_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."conduct_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_files" ADD CONSTRAINT "initiative_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_files" ADD CONSTRAINT "initiative_files_cadre_id_cadres_id_fk" FOREIGN KEY ("cadre_id") REFERENCES "public"."cadres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_files" ADD CONSTRAINT "initiative_files_record_id_conduct_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."conduct_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_addresses" ADD CONSTRAINT "notice_addresses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sendings" ADD CONSTRAINT "sendings_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_files" ADD CONSTRAINT "year_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_files" ADD CONSTRAINT "year_files_year_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exemptions_inaction" ON "exemptions" USING btree ("inaction_file_id");--> statement-breakpoint
CREATE INDEX "exemptions_situation" ON "exemptions" USING btree ("situation");--> statement-breakpoint
CREATE INDEX "inaction_files_cadre" ON "inaction_files" USING btree ("cadre_id","occurred_on");--> statement-breakpoint
CREATE INDEX "initiative_files_cadre" ON "initiative_files" USING btree ("cadre_id","occurred_on");--> statement-breakpoint
CREATE INDEX "messages_account" ON "messages" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "messages_file" ON "messages" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "rule_texts_valid" ON "rule_texts" USING btree ("valid_from");--> statement-breakpoint
CREATE INDEX "sendings_waiting" ON "sendings" USING btree ("state","next_at");--> statement-breakpoint
CREATE INDEX "sendings_message" ON "sendings" USING btree ("message_id");