package org.pacta.desk.contact;

import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.Name;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is responsible for an agreement, for staff alone. */
@Service
@Transactional
class Contacts {

    private final JdbcClient jdbc;
    private final Absences absences;

    Contacts(JdbcClient jdbc, Absences absences) {
        this.jdbc = jdbc;
        this.absences = absences;
    }

    @Transactional(readOnly = true)
    public Name title(long agreement) {
        return jdbc.sql("select title, local_title from agreement_line where id = :id")
                .param("id", agreement)
                .query((row, n) -> Columns.title(row))
                .optional()
                .orElseThrow(() -> absences.of("agreement", agreement));
    }

    @Transactional(readOnly = true)
    public ContactForm of(long agreement) {
        return jdbc.sql(
                        "select unit, contact, other_unit, other_contact from agreement_contact where agreement_id = :id")
                .param("id", agreement)
                .query((row, n) -> new ContactForm(
                        row.getString("unit"),
                        row.getString("contact"),
                        row.getString("other_unit"),
                        row.getString("other_contact")))
                .optional()
                .orElse(ContactForm.NOBODY);
    }

    /** Which version is shown; 0 where nobody is named. */
    @Transactional(readOnly = true)
    public int version(long agreement) {
        return jdbc.sql("select coalesce(max(version), 0) from agreement_contact where agreement_id = :id")
                .param("id", agreement)
                .query(Integer.class)
                .single();
    }

    /**
     * Names who is responsible, or nobody.
     *
     * @param version that was shown
     * @throws ObjectOptimisticLockingFailureException when somebody else did so since
     */
    public void name(long agreement, int version, ContactForm form, SignedIn person) {
        title(agreement);
        int changed = jdbc.sql(form.isEmpty() ? """
                        delete from agreement_contact where agreement_id = :id and version = :version""" : """
                        insert into agreement_contact (agreement_id, unit, contact, other_unit, other_contact, changed_by)
                        select :id, :unit, :contact, :otherUnit, :otherContact, :person
                        where :version = 0 or exists (select from agreement_contact where agreement_id = :id)
                        on conflict (agreement_id) do update set version = agreement_contact.version + 1, unit = excluded.unit, contact = excluded.contact,
                            other_unit = excluded.other_unit, other_contact = excluded.other_contact, changed_by = excluded.changed_by, changed_at = now()
                        where agreement_contact.version = :version""")
                .param("id", agreement)
                .param("version", version)
                .param("unit", form.unit())
                .param("contact", form.contact())
                .param("otherUnit", form.otherUnit())
                .param("otherContact", form.otherContact())
                .param("person", person.id())
                .update();
        if (changed == 0 && !(form.isEmpty() && of(agreement).isEmpty())) {
            throw new ObjectOptimisticLockingFailureException("agreement_contact", agreement);
        }
    }
}
