package org.pacta.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.desk.draft.Draft.State;

class DraftTests {

    @ParameterizedTest
    @CsvSource({
        "OPEN, SUBMITTED PUBLISHED DISCARDED, true",
        "SUBMITTED, OPEN RETURNED PUBLISHED, false",
        "RETURNED, SUBMITTED PUBLISHED DISCARDED, true",
        "PUBLISHED, '', false",
        "DISCARDED, OPEN, false",
    })
    void goesFromOneStateToAnother(State state, String next, boolean isOpen) {
        assertThat(EnumSet.allOf(State.class).stream()
                        .filter(state::canBecome)
                        .map(State::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(next);
        assertThat(state.isOpen()).isEqualTo(isOpen);
        assertThat(State.of(state.code())).isEqualTo(state);
    }

    @Test
    void goesBackAndForthUntilItIsPublished() {
        Draft draft = new Draft(1, null, 7);

        draft.submit();
        draft.giveBack(8);
        draft.submit();
        draft.takeBack();
        draft.discard();
        draft.takeBack();
        draft.publish(8, "/councils/sci/meetings/5");

        assertThat(draft.state()).isEqualTo(State.PUBLISHED);
        assertThat(draft.publishedPath()).isEqualTo("/councils/sci/meetings/5");
    }

    @Test
    void refusesWhatItsStateDoesNotAllow() {
        Draft published = new Draft(1, null, 7);
        published.publish(8, "/councils/sci/meetings/5");
        Draft submitted = new Draft(1, null, 7);
        submitted.submit();

        Stream.<Runnable>of(
                        published::submit,
                        published::discard,
                        published::takeBack,
                        () -> published.giveBack(8),
                        () -> published.publish(8, "/again"),
                        submitted::submit,
                        submitted::discard,
                        () -> new Draft(1, null, 7).giveBack(8),
                        () -> new Draft(1, null, 7).takeBack())
                .forEach(refused -> assertThatExceptionOfType(DraftService.ClosedException.class)
                        .isThrownBy(refused::run));
        assertThat(published.publishedPath()).isEqualTo("/councils/sci/meetings/5");
    }

    @Test
    void offersOnceMoreOnlyALineThatWasFoundInAText() {
        DraftLine typed = new DraftLine(1, "new-1", Section.PROJECT, 1, Map.of("title", "Typed"));

        assertThatIllegalStateException().isThrownBy(typed::offer);
    }
}
