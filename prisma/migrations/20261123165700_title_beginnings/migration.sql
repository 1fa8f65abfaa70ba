-- Names that begin with the query, and the name that is the query, without reading the trigrams of every title.
CREATE INDEX entertainment_items_title_beginnings ON entertainment_items (lower(title) text_pattern_ops);
