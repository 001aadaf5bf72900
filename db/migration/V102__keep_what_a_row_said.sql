-- What a row said when it was tried, so that a list that comes again shows which of its rows have changed.
alter table import_row add column content text;
