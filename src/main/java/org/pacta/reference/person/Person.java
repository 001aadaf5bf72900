package org.pacta.reference.person;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.reference.source.CitationForm;

/** Somebody who chaired, signed or spoke. The office held on the day stands in the role. */
@Entity
@Audited
public class Person extends Recorded {

    private String name;

    private @Nullable String localName;

    @Enumerated(EnumType.STRING)
    private @Nullable Translated translated;

    private @Nullable String note;

    @OneToMany(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PersonName> otherNames = new ArrayList<>();

    @OneToMany(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PersonCitation> citations = new ArrayList<>();

    protected Person() {}

    Person(String name, @Nullable String localName) {
        this.name = name;
        this.localName = localName;
    }

    void rename(String name, @Nullable String localName) {
        this.name = name;
        this.localName = localName;
    }

    void translate(@Nullable Translated translated) {
        this.translated = translated;
    }

    void remark(@Nullable String note) {
        this.note = note;
    }

    void alsoKnownAs(List<PersonName> names) {
        Rows.align(otherNames, names, (held, wanted) -> held.name().equals(wanted.name()), PersonName::becomeLike);
    }

    void citedBy(List<PersonCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    public Name name() {
        return new Name(name, localName);
    }

    public @Nullable Translated translated() {
        return translated;
    }

    public @Nullable String note() {
        return note;
    }

    List<PersonName> otherNames() {
        return Collections.unmodifiableList(otherNames);
    }

    public List<String> alsoKnownAs() {
        return otherNames.stream().map(PersonName::name).toList();
    }

    public List<PersonCitation> citations() {
        return Collections.unmodifiableList(citations);
    }
}
