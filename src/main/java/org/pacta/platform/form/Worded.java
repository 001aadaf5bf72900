package org.pacta.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the words for the values of a field are: of one to choose from, if not under its own name, and of one in which codes are typed. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Worded {

    /** Key of the messages, with an asterisk for the code of the choice, such as {@code party.*}. */
    String value();
}
