-- The history of a record is that of its own row and of the rows that belong to it, found by the record they belong to.

create index place_citation_aud_place_idx on place_citation_aud (place_id);
create index person_name_aud_person_idx on person_name_aud (person_id);
create index person_citation_aud_person_idx on person_citation_aud (person_id);
create index organisation_name_aud_organisation_idx on organisation_name_aud (organisation_id);
create index organisation_identifier_aud_organisation_idx on organisation_identifier_aud (organisation_id);
create index organisation_citation_aud_organisation_idx on organisation_citation_aud (organisation_id);
create index council_name_aud_council_idx on council_name_aud (council_id);
create index council_side_aud_council_idx on council_side_aud (council_id);
create index pillar_aud_council_idx on pillar_aud (council_id);
create index council_role_aud_council_idx on council_role_aud (council_id);
create index council_citation_aud_council_idx on council_citation_aud (council_id);
create index meeting_role_aud_meeting_idx on meeting_role_aud (meeting_id);
create index meeting_organisation_aud_meeting_idx on meeting_organisation_aud (meeting_id);
create index meeting_citation_aud_meeting_idx on meeting_citation_aud (meeting_id);
create index signatory_aud_agreement_idx on signatory_aud (agreement_id);
create index agreement_relation_aud_agreement_idx on agreement_relation_aud (agreement_id);
create index agreement_citation_aud_agreement_idx on agreement_citation_aud (agreement_id);
create index participant_aud_project_idx on participant_aud (project_id);
create index project_citation_aud_project_idx on project_citation_aud (project_id);
create index commitment_citation_aud_commitment_idx on commitment_citation_aud (commitment_id);
create index figure_citation_aud_figure_idx on figure_citation_aud (figure_id);
create index indicator_citation_aud_indicator_idx on indicator_citation_aud (indicator_id);
