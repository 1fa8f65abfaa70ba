-- Where the app is installed, with the tokens it was given there: sealed by the application, so that a copy of the
-- database alone opens no workspace.
CREATE TABLE "platform_installations" (
    "platform" VARCHAR(20) NOT NULL,
    "tenant" VARCHAR(100) NOT NULL,
    "sealed_record" TEXT NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_installations_pkey" PRIMARY KEY ("platform","tenant")
);

-- Tokens that count once, kept from their use until they would have expired.
CREATE TABLE "used_tokens" (
    "token_id" VARCHAR(255) NOT NULL,
    "expires_at" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "used_tokens_pkey" PRIMARY KEY ("token_id")
);
