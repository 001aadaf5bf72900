/**
 * The annex parser: what a pasted list, table or press release says about agreements, joint projects and announced numbers.
 *
 * <p>{@link org.pacta.rules.annex.Annex#parse} takes a text and {@link org.pacta.rules.naming.Knowledge}, and gives rows, figures and what was not
 * read. It may be unsure, never silently wrong: every step that guesses leaves a doubt, a row with a doubt is to be looked at, and only one without
 * is ready. Nor does it lose anything: {@code Unread} keeps each sentence that speaks of an agreement and gave neither row nor figure.
 *
 * <ol>
 *   <li>{@code Items} cuts the text into list items, sentences and rows of a {@code Table}, and keeps the kind that a heading promises;
 *   <li>{@code Instruments} finds the words for an instrument and tells its kind;
 *   <li>the shapes propose where in a {@code Clause} the participants stand: {@code SpacedShapes} around an instrument, {@code FrontShape} before
 *       a dash or a verb, {@code OpenShapes} where no list holds the instrument or the verb, {@code HanShapes} in Chinese, Japanese and Korean;
 *   <li>{@code Scale} weighs whole readings against each other, by names, subject, instrument and what each leaves over: the best wins, and a lead
 *       that is too small is a doubt;
 *   <li>{@code Participants} finds where they end and the subject begins, and every mark that may part two of them;
 *   <li>{@link org.pacta.rules.language.NameList} decides which marks do: of all ways to cut the list the one whose pieces look most like
 *       organisations, and how far ahead of the next best it is;
 *   <li>{@link org.pacta.rules.naming.Names} and {@link org.pacta.rules.naming.HanNames} judge a piece and cut off what is no part of the name: article, place, office, description, acronym;
 *   <li>{@code Reading} weighs the doubts and becomes the {@link org.pacta.rules.annex.Row}.
 * </ol>
 *
 * <p>{@link org.pacta.rules.annex.AnnouncedNumber} finds the announced numbers in the same sentences.
 *
 * <p>All of it is linear in the text: an item is bounded, a longer one is not understood, and within an item no step looks at all pairs. What
 * decides are words, and those are data in {@code vocabulary.txt} of the package {@code language}.
 *
 * <p>Three readings are by agreement. "A of P" gives the name A on the side of P, but "University of P" is a name; where both can be, the row
 * is to be looked at. A place before a Chinese name belongs to it. Persons are never participants, whoever signed.
 */
@ApplicationModule(
        id = "annex",
        displayName = "Annex",
        allowedDependencies = {"language", "naming"})
@NullMarked
package org.pacta.rules.annex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
