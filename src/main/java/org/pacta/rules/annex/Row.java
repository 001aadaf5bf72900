package org.pacta.rules.annex;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.NameKey;

/**
 * One agreement or project as the text gives it. Places are counted in code points of the whole text.
 *
 * @param text the stretch of the text it was read from
 * @param participants organisations in the order of the text, none where none is named
 * @param subject what it is about, null where the text does not say
 * @param reason why somebody should look, null when it is ready
 */
public record Row(
        String text,
        Kind kind,
        List<Participant> participants,
        @Nullable String subject,
        State state,
        @Nullable Reason reason,
        int start,
        int end) {

    /** Whether this says again what a headline says: of the same participants, and of nothing else. */
    boolean tells(Row headline) {
        boolean isSame = participants.size() == headline.participants.size()
                && participants.size() > 1
                && headline.participants.stream()
                        .allMatch(one -> participants.stream().anyMatch(other -> isSame(one.name, other.name)));
        return isSame && kind == headline.kind && isAlike(subject, headline.subject);
    }

    /** "Reed Docks" in a headline is Reed Docks Ltd. */
    private static boolean isSame(String one, String other) {
        String key = NameKey.of(one);
        String name = NameKey.of(other);
        return name.startsWith(key) || key.startsWith(name);
    }

    private static boolean isAlike(@Nullable String one, @Nullable String other) {
        return one == null || other == null || isSame(one, other);
    }

    /** What the text calls the instrument. */
    public enum Kind {
        MOU,
        AGREEMENT,
        FRAMEWORK_AGREEMENT,
        COMMERCIAL_CONTRACT,
        LETTER_OF_INTENT,
        JOINT_STATEMENT,
        ACTION_PLAN,
        PROTOCOL,
        OTHER,
        PROJECT
    }

    /** How far the reading can be trusted. */
    public enum State {
        READY,
        LOOK,
        NOT_UNDERSTOOD
    }

    /**
     * An organisation that takes part.
     *
     * @param name exactly as it stands from {@code start} to {@code end}
     * @param acronym as given in brackets behind the name
     * @param side the slug of its place where the text or what is known proves it
     */
    public record Participant(
            String name, @Nullable String acronym, @Nullable String side, int start, int end) {}

    /**
     * Why somebody should look, to be put into words in the reader's language.
     *
     * @param arguments what of the text it is about
     */
    public record Reason(Why why, List<String> arguments) {}

    /** The doubts a reading can leave, the gravest first. */
    public enum Why {
        TOO_LONG,
        NO_SHAPE,
        NO_PARTICIPANT,
        ONE_PARTICIPANT,
        LIST_MAY_SPLIT_OTHERWISE,
        READS_OTHERWISE,
        NAME_MAY_END_ELSEWHERE,
        PERSON_NAMED,
        OTHERS_NOT_NAMED,
        NOT_SEEN_AS_ORGANISATION,
        PLACE_AS_PARTICIPANT,
        PLACE_OR_PART_OF_NAME,
        SIDE_NOT_KNOWN,
        DESCRIPTION_LEFT_OUT,
        SEVERAL_INSTRUMENTS,
        KIND_NOT_SAID
    }
}
