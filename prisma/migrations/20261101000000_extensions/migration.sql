-- Vectors for taste and similarity, trigrams for titles typed from memory.
CREATE EXTENSION IF NOT EXISTS vector;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
