-- Forms are read by SQL that is made from their descriptions.

drop view if exists place_form, source_form, person_form, organisation_form, council_form, meeting_form, agreement_form, project_form,
    commitment_form, figure_form, indicator_form;
drop view if exists place_cited, person_cited, organisation_cited, council_cited, meeting_cited, agreement_cited, project_cited,
    commitment_cited, figure_cited, indicator_cited;
