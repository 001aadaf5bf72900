package org.pacta.registry.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.form.FormSql;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.Records;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes records of every kind by their forms, each through the service of its feature. */
@Service
@Transactional
public class RecordForms {

    private static final JsonMapper exact = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<RecordKind, RecordService<?, ?>> services = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Class<? extends Form>> forms = new EnumMap<>(RecordKind.class);
    private final Records records;
    private final Validator validator;

    RecordForms(List<RecordService<?, ?>> services, Records records, Validator validator) {
        this.records = records;
        this.validator = validator;
        for (RecordService<?, ?> service : services) {
            Class<? extends Form> form = Objects.requireNonNull(
                            ResolvableType.forClass(AopUtils.getTargetClass(service))
                                    .as(RecordService.class)
                                    .resolveGeneric(1))
                    .asSubclass(Form.class);
            this.services.put(RecordKind.of(form), service);
            forms.put(RecordKind.of(form), form);
        }
    }

    /** The record as it stands; {@code NotFoundException} when there is none. */
    @Transactional(readOnly = true)
    public Standing<?> standing(RecordKind kind, long id) {
        return service(kind).standing(id);
    }

    /** The form of the record as it stood after a revision; nothing when there was none yet. */
    @Transactional(readOnly = true)
    public Optional<? extends Form> asOf(RecordKind kind, long id, long revision) {
        return service(kind).asOf(id, revision);
    }

    /** Writes a new record and answers its number. */
    public long record(Form form) {
        return service(RecordKind.of(form.getClass())).record(form);
    }

    /** Changes a record that stands at this version. */
    public void revise(long id, int version, Form form) {
        service(RecordKind.of(form.getClass())).revise(id, version, form);
    }

    /** Takes a record back that stands at this version. */
    public void withdraw(RecordKind kind, long id, int version, String reason) {
        service(kind).withdraw(id, version, reason);
    }

    /** Has a record stand again that was taken back and is at this version since. */
    public void restore(RecordKind kind, long id, int version) {
        service(kind).restore(id, version);
    }

    /** Sends what was changed so far to the database, which says no by the name of the constraint that is broken. */
    public void flush() {
        records.flush();
    }

    /** Holds a form against the rules of its fields and those that take more than one. */
    public Errors check(Form form) {
        Errors errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        form.check(errors);
        return errors;
    }

    /** A form that is kept as JSON, with each number to its last digit. */
    public static JsonNode read(String form) {
        return exact.readTree(form);
    }

    /** The form of a kind. */
    public Class<? extends Form> type(RecordKind kind) {
        return Objects.requireNonNull(forms.get(kind));
    }

    /** The fields of the form of a kind. */
    public List<FormField> fields(RecordKind kind) {
        return FormFields.of(type(kind));
    }

    /** The tables whose rows belong to a record of a kind, so that a change of them is a change of it. */
    public List<String> tables(RecordKind kind) {
        return FormSql.tables(fields(kind));
    }

    /** Whoever asks for a kind brings or takes the form of that kind. */
    @SuppressWarnings("unchecked")
    private RecordService<?, Form> service(RecordKind kind) {
        return (RecordService<?, Form>) Objects.requireNonNull(services.get(kind));
    }
}
