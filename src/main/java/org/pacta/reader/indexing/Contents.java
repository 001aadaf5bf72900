package org.pacta.reader.indexing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationIdentifier;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;
import org.pacta.registry.project.ProjectForm;
import org.pacta.rules.language.Ordinals;

/** Reads from an entity what its document holds. */
final class Contents {

    /** The offices that a person held where a source names them, with the name of the side. */
    private static final String OFFICES = """
            select office, local_office, place.name, place.local_name from (
                select office, local_office, side_id from meeting_role join meeting on meeting.id = meeting_id
                where person_id = :id and meeting.withdrawn_on is null
                union select office, null, side_id from council_role join council on council.id = council_id
                where person_id = :id and council.withdrawn_on is null
                union select office, null, null from signatory join agreement on agreement.id = agreement_id
                where person_id = :id and agreement.withdrawn_on is null
            ) held
            left join place on place.id = side_id order by office, place.id""";

    private Contents() {}

    static Content council(Council council) {
        Content content = new Content(council.name())
                .abbreviated()
                .alias(council.acronym())
                .say(council.summary())
                .on(council.foundedOn());
        council.alsoKnownAs().forEach(content::alias);
        content.ofKind("council.kind", council.kind());
        content.councils.add(council.slug());
        council.places().forEach(content::at);
        council.pillarNames().forEach(content::say);
        council.focusAreas().forEach(content::about);
        council.people().forEach(person -> mention(content, person));
        quote(content, council.citations());
        return content;
    }

    static Content meeting(Meeting meeting) {
        Council council = meeting.council();
        Content content = new Content(council.name())
                .alias(council.acronym())
                .say(meeting.summary())
                .say(meeting.venue())
                .on(meeting.heldOn());
        council.alsoKnownAs().forEach(content::alias);
        content.ordinal = meeting.ordinal();
        if (meeting.ordinal() != null) {
            content.alias(Ordinals.inFigures(meeting.ordinal()) + " meeting")
                    .alias(Ordinals.inCharacters(meeting.ordinal()) + "次会议")
                    .hint(Ordinals.inWords(meeting.ordinal()) + " meeting", "第" + meeting.ordinal() + "次会议");
        }
        content.ofKind("kind", meeting.kind());
        content.status = Content.code(meeting.status());
        content.mode = Optional.ofNullable(meeting.mode()).map(Content::code).orElse(null);
        content.councils.add(council.slug());
        council.places().forEach(content::at);
        Optional.ofNullable(meeting.place()).map(Place::name).ifPresent(content::say);
        meeting.rolesAsPrinted().forEach(content::say);
        meeting.people().forEach(person -> mention(content, person));
        meeting.organisations().forEach(named -> mention(content, named.organisation(), named.asPrinted()));
        quote(content, meeting.citations());
        return content;
    }

    static Content agreement(Agreement agreement) {
        Content content = new Content(agreement.title())
                .say(agreement.summary())
                .hint(agreement.kindAsPrinted())
                .details(AgreementForm.class, agreement)
                .on(agreement.signedOn());
        under(content, agreement.council());
        content.ofKind("kind", agreement.kind());
        content.status = Content.code(agreement.status());
        content.parties = Content.code(agreement.parties());
        content.ends = agreement.endsBy();
        agreement.signatories().forEach(signatory -> {
            mention(content, signatory.organisation(), signatory.asPrinted());
            mention(content, signatory.person());
            signatory.sides().forEach(content::at);
        });
        agreement.focusAreas().forEach(content::about);
        quote(content, agreement.citations());
        return content;
    }

    static Content project(Project project) {
        Content content = new Content(project.title())
                .say(project.summary())
                .details(ProjectForm.class, project)
                .on(project.launchedOn());
        under(content, project.council());
        content.status = Content.code(project.status());
        content.parties = Content.code(project.parties());
        project.participants().forEach(participant -> {
            mention(content, participant.organisation(), participant.asPrinted());
            participant.sides().forEach(content::at);
        });
        project.focusAreas().forEach(content::about);
        quote(content, project.citations());
        return content;
    }

    static Content organisation(Organisation organisation, Session session) {
        Content content = new Content(organisation.name()).abbreviated();
        organisation.alsoKnownAs().forEach(content::alias);
        organisation.identifiers().stream().map(OrganisationIdentifier::value).forEach(content::alias);
        content.ofKind("kind", organisation.kind());
        content.at(organisation.place());
        Optional.ofNullable(organisation.parent()).map(Organisation::name).ifPresent(content::say);
        // No association leads from an organisation up to what it signed.
        content.councils.addAll(session.createNativeQuery("""
                        select slug from council where id in (
                            select council_id from signatory join agreement on agreement.id = agreement_id
                            where organisation_id = :id and agreement.withdrawn_on is null
                            union select council_id from participant join project on project.id = project_id
                            where organisation_id = :id and project.withdrawn_on is null)""", String.class)
                .setParameter("id", organisation.getId())
                .setHint("jakarta.persistence.query.flushMode", "COMMIT")
                .getResultList());
        quote(content, organisation.citations());
        return content;
    }

    static Content person(Person person, Session session) {
        Content content = new Content(person.name()).abbreviated();
        person.alsoKnownAs().forEach(content::alias);
        // No association leads from a person up to where the office was printed.
        session.createNativeQuery(OFFICES, Object[].class)
                .setParameter("id", person.getId())
                .setHint("jakarta.persistence.query.flushMode", "COMMIT")
                .getResultList()
                .forEach(row -> content.inOffice((String) row[0])
                        .alias((String) row[1])
                        .hint((String) row[2], (String) row[3]));
        quote(content, person.citations());
        return content;
    }

    static Content place(Place place) {
        Content content = new Content(place.name()).alias(place.isoCode());
        content.ofKind("place.kind", place.kind());
        return content.calledInFull(place).at(place);
    }

    static Content source(Source source) {
        Content content = new Content(source.title()).say(source.publisher()).on(source.publishedOn());
        content.ofKind("kind", source.kind());
        return content;
    }

    private static void under(Content content, @Nullable Council council) {
        if (council != null) {
            content.councils.add(council.slug());
            content.say(council.name()).say(council.acronym());
            council.places().forEach(content::at);
        }
    }

    private static void mention(Content content, @Nullable Organisation organisation, @Nullable String asPrinted) {
        content.say(asPrinted);
        if (organisation != null) {
            content.organisations.add(Objects.requireNonNull(organisation.getId()));
            content.mention(organisation.name());
            organisation.alsoKnownAs().forEach(content::say);
        }
    }

    private static void mention(Content content, @Nullable Person person) {
        if (person != null) {
            content.mention(person.name());
            person.alsoKnownAs().forEach(content::say);
        }
    }

    private static void quote(Content content, List<? extends Citation> citations) {
        citations.forEach(citation -> content.say(citation.passage().quote()));
    }
}
