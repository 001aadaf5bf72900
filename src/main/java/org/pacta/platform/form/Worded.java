package org.pacta.platform.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the words for the choices of a field are, if not under its own name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Worded {

    /** Key of the messages, with an asterisk for the code of the choice, such as {@code party.*}. */
    String value();
}
