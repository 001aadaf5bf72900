package org.pacta.desk.waiting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;

/**
 * What of the desk is looked at.
 *
 * @param council the name in its address; null for everything
 * @param list the one list that is shown whole; null for the beginning of each
 */
record DeskFilter(
        @Nullable String council,
        @Nullable DeskList list,
        @Nullable @Min(1) @Max(100_000) Integer page) {

    static final String PAGE = "/desk";

    private static final int BEGINNING = 5;
    private static final int WHOLE = 50;

    DeskFilter {
        council = council == null || council.isBlank() ? null : council;
    }

    /** The address of one list. */
    public Address whole(DeskList one) {
        return Address.of(PAGE).with("council", council).with("list", one.code());
    }

    /** The address of another page of the list. */
    public Address page(int number) {
        return Address.of(PAGE)
                .with("council", council)
                .with("list", list == null ? null : list.code())
                .with("page", number == 1 ? null : number);
    }

    /** Whether a list is shown: the possible duplicates, which take long to find, where they are asked for alone. */
    public boolean shows(DeskList one) {
        return (list == null ? one != DeskList.PAIRS : list == one) && (council == null || one.isOfCouncils());
    }

    int number() {
        return list == null || page == null ? 1 : page;
    }

    int size() {
        return list == null ? BEGINNING : WHOLE;
    }
}
