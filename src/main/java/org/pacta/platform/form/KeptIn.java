package org.pacta.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the rows of a field are kept, the numbers where there are several, or the fields that belong together. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface KeptIn {

    /**
     * The table; it names the record, or the row, that they belong to by a column called after that one's table. Of fields that belong
     * together, what their columns in the table of the record begin with.
     */
    String value();

    /** The column they are ordered by. */
    String orderedBy() default "id";
}
