-- Rows that change places pass through each other's position; only where they end up counts. Nobody enters a position by hand.
alter table signatory
    drop constraint signatory_position_uk,
    add constraint signatory_position_uk unique (agreement_id, position) deferrable initially deferred;

alter table participant
    drop constraint participant_position_uk,
    add constraint participant_position_uk unique (project_id, position) deferrable initially deferred;

alter table council_side
    drop constraint council_side_position_uk,
    add constraint council_side_position_uk unique (council_id, position) deferrable initially deferred;
