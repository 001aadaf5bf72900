package org.pacta.desk.translation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;

/**
 * Which records are looked at.
 *
 * @param kind as in addresses; agreements where none is given
 * @param council the name in its address; of kinds that belong to councils
 * @param all those that lack nothing too
 */
record TranslationFilter(
        @Nullable String kind,
        @Nullable String council,
        @Nullable Boolean all,
        @Nullable @Min(1) @Max(100_000) Integer page) {

    static final String PAGE = "/desk/translations";

    /** The kinds that say something in both languages. */
    static final List<RecordKind> KINDS = List.of(
            RecordKind.AGREEMENT,
            RecordKind.PROJECT,
            RecordKind.MEETING,
            RecordKind.COUNCIL,
            RecordKind.ORGANISATION,
            RecordKind.PERSON,
            RecordKind.PLACE,
            RecordKind.SOURCE,
            RecordKind.COMMITMENT,
            RecordKind.INDICATOR);

    private static final String OWN = "said.council_id = (select id from council where slug = :council)";

    /** SQL of what belongs to a council, by kind. */
    private static final Map<RecordKind, String> OF_COUNCIL = Map.of(
            RecordKind.AGREEMENT,
            OWN,
            RecordKind.PROJECT,
            OWN,
            RecordKind.MEETING,
            OWN,
            RecordKind.COUNCIL,
            "said.slug = :council",
            RecordKind.ORGANISATION,
            """
            said.id in (select organisation_id from signatory join agreement on agreement.id = agreement_id
                    where council_id = (select id from council where slug = :council)
                union select organisation_id from participant join project on project.id = project_id
                    where council_id = (select id from council where slug = :council))""");

    TranslationFilter {
        kind = Objects.requireNonNullElse(kind, RecordKind.AGREEMENT.plural());
        council = council == null || council.isBlank() ? null : council;
    }

    RecordKind of() {
        return KINDS.stream()
                .filter(each -> each.plural().equals(kind))
                .findFirst()
                .orElseThrow(() -> new BadParameterException("kind"));
    }

    boolean showsAll() {
        return Boolean.TRUE.equals(all);
    }

    int number() {
        return Objects.requireNonNullElse(page, 1);
    }

    /** Whether records of the kind belong to councils. */
    public boolean isOfCouncils() {
        return OF_COUNCIL.containsKey(of());
    }

    /** SQL of the condition; true where no council is chosen or none can be. */
    String condition() {
        return council == null ? "true" : OF_COUNCIL.getOrDefault(of(), "true");
    }

    /** The same of another kind. */
    public Address with(RecordKind other) {
        return Address.of(PAGE)
                .with("kind", other.plural())
                .with("council", council)
                .with("all", showsAll() ? true : null);
    }

    public Address page(int number) {
        return with(of()).with("page", number == 1 ? null : number);
    }
}
