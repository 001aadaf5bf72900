-- A meeting that was announced may be cancelled: it stays on record with its number, and nothing was signed at it.
alter table meeting drop constraint meeting_status_ck;
alter table meeting add constraint meeting_status_ck check (status in ('planned', 'held', 'postponed', 'cancelled'));
