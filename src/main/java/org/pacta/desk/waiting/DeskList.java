package org.pacta.desk.waiting;

import java.util.Locale;
import java.util.stream.Stream;

/** A list on the first page of the desk. */
enum DeskList {
    WAITS,
    NEXT,
    MINE,
    OTHERS,
    IMPORTS,
    GAPS,
    COMMITMENTS,
    ENDING,
    STUBS,
    PAIRS;

    /** The name in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is of what somebody is at. */
    boolean isWork() {
        return compareTo(IMPORTS) <= 0;
    }

    /** Whether what it lists is of one council each. */
    boolean isOfCouncils() {
        return compareTo(ENDING) <= 0 && this != IMPORTS;
    }

    static Stream<DeskList> work() {
        return Stream.of(values()).filter(DeskList::isWork);
    }
}
