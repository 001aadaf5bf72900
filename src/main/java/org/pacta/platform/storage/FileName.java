package org.pacta.platform.storage;

import org.jspecify.annotations.Nullable;

/** The name of a file as a browser sends it, made fit to be kept and shown. */
public final class FileName {

    private static final int LONGEST = 150;

    private FileName() {}

    /**
     * Without a path, control characters and marks of direction, which could have a name end in another way than it seems to; of a long one the
     * end.
     *
     * @param otherwise the name of a file that has none
     */
    public static String tidy(@Nullable String sent, String otherwise) {
        String name = sent == null
                ? ""
                : sent.replaceAll("^.*[/\\\\]|[\\p{Cntrl}\\p{Cf}\\p{Co}]", "").strip();
        int from = Math.max(0, name.length() - LONGEST);
        boolean isAmidACharacter = from > 0 && Character.isLowSurrogate(name.charAt(from));
        return name.isEmpty() ? otherwise : name.substring(isAmidACharacter ? from + 1 : from);
    }
}
