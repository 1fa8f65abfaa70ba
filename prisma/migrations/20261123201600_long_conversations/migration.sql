-- The latest turn of a session without sorting all of them: a conversation of 500 turns costs per turn what one of 20 does.
DROP INDEX turns_session_id_idx;
CREATE INDEX turns_session_id_started_at_idx ON turns (session_id, started_at);

-- Few turns are under way at any time; the index of those few is all that the inbox looks at, and an ended turn is no longer in it.
DROP INDEX turns_status_idx;
CREATE INDEX turns_under_way ON turns (conversation_id) WHERE status IN ('running', 'delivering');

-- What somebody answered, among the many things that were only shown.
CREATE INDEX recommendations_answered ON recommendations (user_id, created_at) WHERE user_response IS NOT NULL;
