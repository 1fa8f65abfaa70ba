-- Every table of prisma/schema.prisma, as scripts/create-migration.mjs wrote it.

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cognito_sub" VARCHAR(255) NOT NULL,
    "email" VARCHAR(255) NOT NULL,
    "display_name" VARCHAR(100),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "financial_profiles" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "monthly_income" DECIMAL(12,2),
    "fixed_expenses" DECIMAL(12,2),
    "savings_goal_percent" DECIMAL(5,2),
    "entertainment_budget" DECIMAL(12,2),
    "currency" VARCHAR(3) DEFAULT 'USD',
    "last_analyzed_at" TIMESTAMP(6),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "financial_profiles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expense_categories" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "category" VARCHAR(50) NOT NULL,
    "monthly_amount" DECIMAL(12,2),
    "is_fixed" BOOLEAN DEFAULT false,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "expense_categories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "financial_documents" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "document_type" VARCHAR(50) NOT NULL,
    "file_name" VARCHAR(255) NOT NULL,
    "s3_key" VARCHAR(500) NOT NULL,
    "file_size_bytes" BIGINT,
    "mime_type" VARCHAR(100),
    "processing_status" VARCHAR(20) DEFAULT 'pending',
    "extracted_data" JSONB,
    "uploaded_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMP(6),

    CONSTRAINT "financial_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entertainment_preferences" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "preferred_genres" TEXT[],
    "disliked_genres" TEXT[],
    "streaming_subscriptions" TEXT[],
    "preferred_activities" TEXT[],
    "price_sensitivity" VARCHAR(20),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entertainment_preferences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entertainment_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "title" VARCHAR(255) NOT NULL,
    "type" VARCHAR(50) NOT NULL,
    "description" TEXT,
    "genre" VARCHAR(100),
    "price" DECIMAL(10,2),
    "price_type" VARCHAR(20),
    "platform" VARCHAR(100),
    "external_url" VARCHAR(500),
    "image_url" VARCHAR(500),
    "rating" DECIMAL(3,2),
    "metadata" JSONB,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entertainment_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "title" VARCHAR(255),
    "context_summary" TEXT,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_messages" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "role" VARCHAR(20) NOT NULL,
    "content" TEXT NOT NULL,
    "extracted_preferences" JSONB,
    "extracted_financial_info" JSONB,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "session_id" UUID,
    "entertainment_id" UUID,
    "reason" TEXT,
    "estimated_cost" DECIMAL(10,2),
    "user_response" VARCHAR(20),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recommendations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_settings" (
    "user_id" UUID NOT NULL,
    "locale" VARCHAR(35),
    "time_zone" VARCHAR(64),
    "region" VARCHAR(2),
    "period_kind" VARCHAR(20) NOT NULL DEFAULT 'month',
    "roll_over" BOOLEAN NOT NULL DEFAULT false,
    "alerts_enabled" BOOLEAN NOT NULL DEFAULT false,
    "digest_enabled" BOOLEAN NOT NULL DEFAULT false,
    "quiet_from" VARCHAR(5),
    "quiet_to" VARCHAR(5),
    "home_conversation_id" UUID,
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "identities" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "platform" VARCHAR(20) NOT NULL,
    "tenant" VARCHAR(255) NOT NULL,
    "platform_user_id" VARCHAR(255) NOT NULL,
    "display_name" VARCHAR(100),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_codes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "code_hash" VARCHAR(64) NOT NULL,
    "expires_at" TIMESTAMP(6) NOT NULL,
    "used_at" TIMESTAMP(6),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guess_counts" (
    "subject" VARCHAR(255) NOT NULL,
    "guesses" INTEGER NOT NULL,
    "resets_at" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "guess_counts_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "document_readings" (
    "document_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "kind" VARCHAR(30),
    "verdict" VARCHAR(20),
    "failure_code" VARCHAR(40),
    "conversation_id" UUID,
    "progress" JSONB,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_readings_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "bank_accounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "account_key" VARCHAR(255) NOT NULL,
    "issuer" VARCHAR(255),
    "label" VARCHAR(255),
    "number_ending" VARCHAR(20),
    "kind" VARCHAR(30) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transactions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "account_id" UUID,
    "origin" VARCHAR(20) NOT NULL,
    "posted_on" DATE NOT NULL,
    "description" TEXT NOT NULL,
    "merchant_key" VARCHAR(255) NOT NULL,
    "merchant_name" VARCHAR(255) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "category" VARCHAR(50) NOT NULL,
    "category_source" VARCHAR(20) NOT NULL,
    "role" VARCHAR(20) NOT NULL,
    "ignored" BOOLEAN NOT NULL DEFAULT false,
    "matched_transaction_id" UUID,
    "item_id" UUID,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transaction_sources" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transaction_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "posted_on" DATE,
    "amount_minor" BIGINT,
    "description" TEXT,

    CONSTRAINT "transaction_sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_coverages" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "document_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_key" VARCHAR(255) NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,

    CONSTRAINT "statement_coverages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_stubs" (
    "document_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "employer" VARCHAR(255),
    "net_minor" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "pay_date" DATE,
    "period_start" DATE,
    "period_end" DATE,
    "cadence" VARCHAR(20),

    CONSTRAINT "pay_stubs_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "category_rules" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "merchant_key" VARCHAR(255) NOT NULL,
    "category" VARCHAR(50),
    "ignore" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "category_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscriptions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "merchant_key" VARCHAR(255),
    "price_minor" BIGINT,
    "currency" VARCHAR(3),
    "cadence" VARCHAR(20),
    "status" VARCHAR(20) NOT NULL,
    "origin" VARCHAR(20) NOT NULL,
    "is_entertainment" BOOLEAN NOT NULL DEFAULT true,
    "first_seen_on" DATE,
    "last_charged_on" DATE,
    "next_due_on" DATE,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stated_figures" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "figure" VARCHAR(30) NOT NULL,
    "amount_minor" BIGINT,
    "currency" VARCHAR(3),
    "percent" DECIMAL(5,2),
    "stated_at" TIMESTAMP(6) NOT NULL,
    "message_id" UUID,

    CONSTRAINT "stated_figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "alert_key" VARCHAR(120) NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "severity" VARCHAR(20) NOT NULL,
    "status" VARCHAR(20) NOT NULL,
    "message" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "snoozed_until" TIMESTAMP(6),
    "delivered_at" TIMESTAMP(6),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_listings" (
    "item_id" UUID NOT NULL,
    "source" VARCHAR(50) NOT NULL,
    "external_key" VARCHAR(255) NOT NULL,
    "content_hash" VARCHAR(64) NOT NULL,
    "retired_at" TIMESTAMP(6),
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_listings_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "item_embeddings" (
    "item_id" UUID NOT NULL,
    "model" VARCHAR(100) NOT NULL,
    "content_hash" VARCHAR(64) NOT NULL,
    "embedding" vector(768) NOT NULL,

    CONSTRAINT "item_embeddings_pkey" PRIMARY KEY ("item_id","model")
);

-- CreateTable
CREATE TABLE "ratings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "value" DECIMAL(3,2) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_states" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_states_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wishlist_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "target_price_minor" BIGINT,
    "currency" VARCHAR(3),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wishlist_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_quotes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item_id" UUID NOT NULL,
    "provider" VARCHAR(50) NOT NULL,
    "title" VARCHAR(500) NOT NULL,
    "price_minor" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "url" VARCHAR(1000),
    "fetched_at" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "price_quotes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item_id" UUID NOT NULL,
    "provider" VARCHAR(50) NOT NULL,
    "title" VARCHAR(500) NOT NULL,
    "url" VARCHAR(1000) NOT NULL,
    "author" VARCHAR(255),
    "snippet" TEXT NOT NULL,
    "published_at" TIMESTAMP(6),
    "fetched_at" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "platform" VARCHAR(20) NOT NULL,
    "tenant" VARCHAR(255) NOT NULL,
    "address" VARCHAR(255) NOT NULL,
    "direct" BOOLEAN NOT NULL DEFAULT true,
    "reference" JSONB NOT NULL,
    "awaits_secret" BOOLEAN NOT NULL DEFAULT false,
    "lease_owner" UUID,
    "lease_until" TIMESTAMP(6),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_messages" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "conversation_id" UUID NOT NULL,
    "message_key" VARCHAR(500) NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "content" TEXT NOT NULL,
    "attachments" JSONB NOT NULL,
    "status" VARCHAR(20) NOT NULL,
    "turn_id" UUID,
    "chat_message_id" UUID,
    "received_at" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "inbound_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turns" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "conversation_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "status" VARCHAR(20) NOT NULL,
    "stop_requested" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "posted" JSONB NOT NULL,
    "reply_message_id" UUID,
    "facts" JSONB,
    "tool_calls" JSONB,
    "timings" JSONB,
    "model" VARCHAR(100),
    "started_at" TIMESTAMP(6) NOT NULL,
    "completed_at" TIMESTAMP(6),

    CONSTRAINT "turns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turn_events" (
    "id" BIGSERIAL NOT NULL,
    "turn_id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "turn_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "key" VARCHAR(255) NOT NULL,
    "route" VARCHAR(200) NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_accounts" (
    "subject" VARCHAR(255) NOT NULL,
    "email" VARCHAR(255) NOT NULL,
    "display_name" VARCHAR(100),
    "password_hash" VARCHAR(255),
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "local_accounts_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "local_refresh_tokens" (
    "token_hash" VARCHAR(64) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "expires_at" TIMESTAMP(6) NOT NULL,
    "revoked_at" TIMESTAMP(6),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "local_refresh_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "revoked_tokens" (
    "token_id" VARCHAR(255) NOT NULL,
    "expires_at" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "revoked_tokens_pkey" PRIMARY KEY ("token_id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject_hash" VARCHAR(64) NOT NULL,
    "action" VARCHAR(50) NOT NULL,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "server_secrets" (
    "name" VARCHAR(50) NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "server_secrets_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "session_listeners" (
    "session_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "until" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "session_listeners_pkey" PRIMARY KEY ("session_id","process_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_cognito_sub_key" ON "users"("cognito_sub");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "financial_profiles_user_id_key" ON "financial_profiles"("user_id");

-- CreateIndex
CREATE INDEX "expense_categories_user_id_idx" ON "expense_categories"("user_id");

-- CreateIndex
CREATE INDEX "financial_documents_user_id_uploaded_at_idx" ON "financial_documents"("user_id", "uploaded_at");

-- CreateIndex
CREATE UNIQUE INDEX "entertainment_preferences_user_id_key" ON "entertainment_preferences"("user_id");

-- CreateIndex
CREATE INDEX "entertainment_items_type_price_idx" ON "entertainment_items"("type", "price");

-- CreateIndex
CREATE INDEX "chat_sessions_user_id_updated_at_idx" ON "chat_sessions"("user_id", "updated_at");

-- CreateIndex
CREATE INDEX "chat_messages_session_id_created_at_idx" ON "chat_messages"("session_id", "created_at");

-- CreateIndex
CREATE INDEX "recommendations_user_id_created_at_idx" ON "recommendations"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "recommendations_session_id_idx" ON "recommendations"("session_id");

-- CreateIndex
CREATE INDEX "recommendations_entertainment_id_idx" ON "recommendations"("entertainment_id");

-- CreateIndex
CREATE INDEX "identities_user_id_idx" ON "identities"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "identities_platform_tenant_platform_user_id_key" ON "identities"("platform", "tenant", "platform_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_codes_code_hash_key" ON "link_codes"("code_hash");

-- CreateIndex
CREATE INDEX "link_codes_user_id_idx" ON "link_codes"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_readings_user_id_sha256_key" ON "document_readings"("user_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "bank_accounts_user_id_account_key_key" ON "bank_accounts"("user_id", "account_key");

-- CreateIndex
CREATE INDEX "transactions_user_id_posted_on_idx" ON "transactions"("user_id", "posted_on");

-- CreateIndex
CREATE INDEX "transactions_user_id_merchant_key_idx" ON "transactions"("user_id", "merchant_key");

-- CreateIndex
CREATE INDEX "transactions_account_id_idx" ON "transactions"("account_id");

-- CreateIndex
CREATE INDEX "transactions_matched_transaction_id_idx" ON "transactions"("matched_transaction_id");

-- CreateIndex
CREATE INDEX "transaction_sources_transaction_id_idx" ON "transaction_sources"("transaction_id");

-- CreateIndex
CREATE UNIQUE INDEX "transaction_sources_document_id_page_line_transaction_id_key" ON "transaction_sources"("document_id", "page", "line", "transaction_id");

-- CreateIndex
CREATE INDEX "statement_coverages_user_id_idx" ON "statement_coverages"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_coverages_document_id_account_key_key" ON "statement_coverages"("document_id", "account_key");

-- CreateIndex
CREATE INDEX "pay_stubs_user_id_idx" ON "pay_stubs"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "category_rules_user_id_merchant_key_key" ON "category_rules"("user_id", "merchant_key");

-- CreateIndex
CREATE INDEX "subscriptions_user_id_status_idx" ON "subscriptions"("user_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "stated_figures_user_id_figure_key" ON "stated_figures"("user_id", "figure");

-- CreateIndex
CREATE UNIQUE INDEX "alerts_user_id_alert_key_key" ON "alerts"("user_id", "alert_key");

-- CreateIndex
CREATE UNIQUE INDEX "item_listings_source_external_key_key" ON "item_listings"("source", "external_key");

-- CreateIndex
CREATE INDEX "ratings_item_id_idx" ON "ratings"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "ratings_user_id_item_id_key" ON "ratings"("user_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_states_user_id_item_id_state_key" ON "item_states"("user_id", "item_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "wishlist_items_user_id_item_id_key" ON "wishlist_items"("user_id", "item_id");

-- CreateIndex
CREATE INDEX "price_quotes_item_id_fetched_at_idx" ON "price_quotes"("item_id", "fetched_at");

-- CreateIndex
CREATE INDEX "reviews_item_id_fetched_at_idx" ON "reviews"("item_id", "fetched_at");

-- CreateIndex
CREATE INDEX "conversations_session_id_idx" ON "conversations"("session_id");

-- CreateIndex
CREATE INDEX "conversations_user_id_idx" ON "conversations"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversations_platform_tenant_address_user_id_key" ON "conversations"("platform", "tenant", "address", "user_id");

-- CreateIndex
CREATE INDEX "inbound_messages_status_sequence_idx" ON "inbound_messages"("status", "sequence");

-- CreateIndex
CREATE INDEX "inbound_messages_turn_id_idx" ON "inbound_messages"("turn_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_messages_conversation_id_message_key_key" ON "inbound_messages"("conversation_id", "message_key");

-- CreateIndex
CREATE INDEX "turns_conversation_id_started_at_idx" ON "turns"("conversation_id", "started_at");

-- CreateIndex
CREATE INDEX "turns_session_id_idx" ON "turns"("session_id");

-- CreateIndex
CREATE INDEX "turns_status_idx" ON "turns"("status");

-- CreateIndex
CREATE INDEX "turn_events_turn_id_id_idx" ON "turn_events"("turn_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_keys_user_id_route_key_key" ON "idempotency_keys"("user_id", "route", "key");

-- CreateIndex
CREATE UNIQUE INDEX "local_accounts_email_key" ON "local_accounts"("email");

-- CreateIndex
CREATE INDEX "local_refresh_tokens_subject_idx" ON "local_refresh_tokens"("subject");

-- AddForeignKey
ALTER TABLE "financial_profiles" ADD CONSTRAINT "financial_profiles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expense_categories" ADD CONSTRAINT "expense_categories_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "financial_documents" ADD CONSTRAINT "financial_documents_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entertainment_preferences" ADD CONSTRAINT "entertainment_preferences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_sessions" ADD CONSTRAINT "chat_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "chat_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "chat_sessions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_entertainment_id_fkey" FOREIGN KEY ("entertainment_id") REFERENCES "entertainment_items"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_settings" ADD CONSTRAINT "user_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_readings" ADD CONSTRAINT "document_readings_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "financial_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_readings" ADD CONSTRAINT "document_readings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "bank_accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_matched_transaction_id_fkey" FOREIGN KEY ("matched_transaction_id") REFERENCES "transactions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transaction_sources" ADD CONSTRAINT "transaction_sources_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "transactions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transaction_sources" ADD CONSTRAINT "transaction_sources_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "financial_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_coverages" ADD CONSTRAINT "statement_coverages_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "financial_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_coverages" ADD CONSTRAINT "statement_coverages_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_stubs" ADD CONSTRAINT "pay_stubs_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "financial_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pay_stubs" ADD CONSTRAINT "pay_stubs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_rules" ADD CONSTRAINT "category_rules_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stated_figures" ADD CONSTRAINT "stated_figures_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_listings" ADD CONSTRAINT "item_listings_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "entertainment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_embeddings" ADD CONSTRAINT "item_embeddings_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "entertainment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "entertainment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_states" ADD CONSTRAINT "item_states_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_states" ADD CONSTRAINT "item_states_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "entertainment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "entertainment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_quotes" ADD CONSTRAINT "price_quotes_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "entertainment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "entertainment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "chat_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_turn_id_fkey" FOREIGN KEY ("turn_id") REFERENCES "turns"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turns" ADD CONSTRAINT "turns_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turns" ADD CONSTRAINT "turns_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "chat_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_events" ADD CONSTRAINT "turn_events_turn_id_fkey" FOREIGN KEY ("turn_id") REFERENCES "turns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_refresh_tokens" ADD CONSTRAINT "local_refresh_tokens_subject_fkey" FOREIGN KEY ("subject") REFERENCES "local_accounts"("subject") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_listeners" ADD CONSTRAINT "session_listeners_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "chat_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
