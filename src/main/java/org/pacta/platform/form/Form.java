package org.pacta.platform.form;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;

/** All that is entered of a record of one kind; a record, called like the kind with {@code Form} behind it. */
public interface Form {

    /** Tells of the rules that take more than one field. */
    void check(Errors errors);

    /**
     * What may be meant as it stands and is worth a look, as messages.
     *
     * @param today the day by which one can tell what is still to come
     */
    default List<MessageSourceResolvable> doubts(LocalDate today) {
        return List.of();
    }
}
