package org.pacta.platform.form;

import org.springframework.validation.Errors;

/** All that is entered of a record of one kind; a record, called like the kind with {@code Form} behind it. */
public interface Form {

    /** Tells of the rules that take more than one field. */
    void check(Errors errors);
}
