-- How well known and well liked an item is, in one number: lists of a large catalogue are read in this order.
CREATE FUNCTION item_popularity(rating numeric, metadata jsonb) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(rating, 2.5)::double precision * CASE
    WHEN jsonb_typeof(metadata -> 'rating_count') = 'number'
      THEN least(ln(1 + greatest((metadata ->> 'rating_count')::double precision, 0)) / 14, 1)
    WHEN jsonb_typeof(metadata -> 'fame') = 'number' THEN (metadata ->> 'fame')::double precision / 5
    ELSE 0.3
  END
$$;

CREATE INDEX entertainment_items_popularity ON entertainment_items (item_popularity(rating, metadata) DESC, id);

-- Any of several genres: WHERE metadata -> 'genres' ?| $1.
CREATE INDEX entertainment_items_genres ON entertainment_items USING gin ((metadata -> 'genres'));
