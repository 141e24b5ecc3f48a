CREATE OR REPLACE MACRO is_option(name, given, choices) AS
  CASE WHEN list_contains(choices, given) THEN true
  ELSE error(concat(name, ' is one of ', array_to_string(choices, ', '), '; it was given as ', coalesce(given, 'NULL'))) END;

COMMENT ON MACRO is_option IS 'True when a parameter was given one of its choices, else an error that names them; the other macros ask it first.';
