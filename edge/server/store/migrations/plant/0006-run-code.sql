-- Runs are found by the code that people say.
CREATE INDEX run_by_code ON record (body ->> 'run_code') WHERE kind = 'run';
