-- What Prisma's schema cannot say: search indexes on expressions, and the values that the specification names.

-- Titles typed from memory: SELECT … WHERE lower(title) % lower($1), or LIKE.
CREATE INDEX entertainment_items_title_trigrams ON entertainment_items USING gin (lower(title) gin_trgm_ops);

-- Words in title, genre and description, the title weighing most.
CREATE INDEX entertainment_items_words ON entertainment_items USING gin ((
  setweight(to_tsvector('english', title), 'A') ||
  setweight(to_tsvector('english', coalesce(genre, '')), 'B') ||
  setweight(to_tsvector('english', coalesce(description, '')), 'C')
));

-- Nearest by meaning among one model's vectors, cosine distance: WHERE model = $1 ORDER BY embedding <=> $2.
CREATE INDEX item_embeddings_nearest ON item_embeddings USING hnsw (embedding vector_cosine_ops)
  WHERE model IS NOT NULL;

ALTER TABLE financial_documents
  ADD CONSTRAINT financial_documents_document_type CHECK (document_type IN ('bank_statement', 'pay_stub', 'receipt')),
  ADD CONSTRAINT financial_documents_processing_status CHECK (processing_status IN ('pending', 'processing', 'completed', 'failed'));

ALTER TABLE entertainment_preferences
  ADD CONSTRAINT entertainment_preferences_price_sensitivity CHECK (price_sensitivity IN ('budget', 'moderate', 'flexible'));

ALTER TABLE entertainment_items
  ADD CONSTRAINT entertainment_items_type CHECK (type IN ('movie', 'book', 'game', 'event', 'restaurant', 'board_game', 'card_game')),
  ADD CONSTRAINT entertainment_items_price_type CHECK (price_type IN ('free', 'one_time', 'subscription', 'variable')),
  ADD CONSTRAINT entertainment_items_rating CHECK (rating BETWEEN 0 AND 5),
  ADD CONSTRAINT entertainment_items_price CHECK (price >= 0);

ALTER TABLE chat_messages
  ADD CONSTRAINT chat_messages_role CHECK (role IN ('user', 'assistant', 'system'));

ALTER TABLE recommendations
  ADD CONSTRAINT recommendations_user_response CHECK (user_response IN ('liked', 'disliked', 'saved', 'purchased'));

ALTER TABLE ratings
  ADD CONSTRAINT ratings_value CHECK (value BETWEEN 0 AND 5);
