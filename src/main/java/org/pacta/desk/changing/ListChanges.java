package org.pacta.desk.changing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.correction.CorrectionService;
import org.pacta.desk.correction.CorrectionService.Wish;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.References;
import org.pacta.registry.record.TypedText;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a change of everything in a list into one correction. */
@Service
@Transactional
class ListChanges {

    private final List<Listing.Whole> lists;
    private final CorrectionService corrections;
    private final RecordForms forms;
    private final References references;
    private final MessageSource messages;

    ListChanges(
            List<Listing.Whole> lists,
            CorrectionService corrections,
            RecordForms forms,
            References references,
            MessageSource messages) {
        this.lists = lists;
        this.corrections = corrections;
        this.forms = forms;
        this.references = references;
        this.messages = messages;
    }

    /**
     * The page on which a change is chosen.
     *
     * @param fields that can be changed
     * @param chosen the one that shall be; null while none is chosen
     * @param few what there is to choose from, where there are few
     * @param most records that can be changed at once
     */
    record View(
            RecordKind kind,
            ListPage<?> list,
            List<FormField> fields,
            @Nullable FormField chosen,
            List<String> few,
            int most) {

        public boolean isTooLong() {
            return list.slice().total() > most;
        }
    }

    /**
     * What became of a change.
     *
     * @param correction its number; null where it could not be begun
     * @param faults what is wrong, in words, by the field of the page
     */
    record Outcome(@Nullable Long correction, Map<String, String> faults) {}

    @Transactional(readOnly = true)
    View show(String noun, ListFilter filter, ListChange change) {
        RecordKind kind = RecordKind.ofPlural(noun);
        List<FormField> fields =
                forms.fields(kind).stream().filter(ListChange::isShared).toList();
        FormField chosen = change.field() == null ? null : field(fields, change.field());
        String target = chosen == null ? null : chosen.target();
        return new View(
                kind,
                whole(noun).page(noun, filter),
                fields,
                chosen,
                target != null && FormField.FEW.contains(target) ? references.all(target) : List.of(),
                CorrectionService.MOST);
    }

    private static FormField field(List<FormField> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadParameterException("field"));
    }

    private Listing.Whole whole(String noun) {
        return lists.stream()
                .filter(each -> each.nouns().contains(noun))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("list", noun));
    }

    /** Begins the correction of all that the list holds now and that says something else. */
    Outcome begin(String noun, ListFilter filter, ListChange change, SignedIn person) {
        View view = show(noun, filter, change);
        FormField field = Optional.ofNullable(view.chosen()).orElseThrow(() -> new BadParameterException("field"));
        Map<String, String> faults = new LinkedHashMap<>();
        String typed = typed(field, change.value(), faults);
        if (change.reason().isEmpty()) {
            faults.put("reason", say("correction.no_reason"));
        }
        if (view.isTooLong()) {
            faults.put("value", say("changing.too_many", view.most()));
        }
        return faults.isEmpty() ? begun(view, field, typed, change, person) : new Outcome(null, faults);
    }

    private Outcome begun(View view, FormField field, String typed, ListChange change, SignedIn person) {
        String noun = view.kind().plural();
        List<Wish> wishes = new ArrayList<>();
        whole(noun)
                .ids(
                        noun,
                        view.list(),
                        batch -> batch.forEach(id ->
                                wishes.add(new Wish(view.kind(), id, standing -> change.on(field, typed, standing)))));
        if (wishes.size() > view.most()) {
            return new Outcome(null, Map.of("value", say("changing.too_many", view.most())));
        }
        return corrections
                .begin(wishes, change.reason(), person)
                .map(id -> new Outcome(id, Map.of()))
                .orElseGet(() -> new Outcome(null, Map.of("value", say("changing.nothing"))));
    }

    /** A value as records have it, so that it can be told from what they say. */
    private String typed(FormField field, String value, Map<String, String> faults) {
        String tidy = TypedText.tidy(field, value);
        TypedText.fault(field, tidy).ifPresent(fault -> faults.put("value", say(fault, value)));
        if (tidy.isEmpty() && field.isRequired()) {
            faults.put("value", say("rule.required"));
        }
        if (field.input() != Input.REFERENCE && field.input() != Input.REFERENCES) {
            return tidy;
        }
        String target = Objects.requireNonNull(field.target());
        List<String> known = new ArrayList<>();
        for (String each :
                field.input() == Input.REFERENCE && !tidy.isEmpty() ? Set.of(tidy) : ListChange.values(tidy)) {
            references
                    .read(target, each)
                    .ifPresentOrElse(
                            id -> known.addAll(
                                    references.texts(target, Set.of(id)).values()),
                            () -> faults.put("value", say("desk.fault.unknown", each)));
        }
        return String.join("; ", known);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
