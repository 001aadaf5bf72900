/**
 * The ledger: what a council's announced figures say, meeting by meeting, and what follows from them.
 *
 * <p>{@link org.pacta.rules.ledger.Evidence} goes in, {@link org.pacta.rules.ledger.Ledger} comes out. For one measure, let {@code x[i]} be the
 * total after the i-th meeting and {@code x[0]} what was counted before the first. Every figure is a statement about a difference of two
 * totals (of one total and zero, when it is "to date"), so a series is a system of difference constraints over whole numbers: the largest
 * value a difference can take is the length of a shortest path, the steps of the path are the proof, and a cycle of negative length is a
 * contradiction. Six rules, and no others, decide what is derived:
 *
 * <ol>
 *   <li>the chain: what a meeting adds is never negative, {@code x[0] >= 0} is unknown ({@code Chain});
 *   <li>MOUs are among all agreements, in every number that is spoken of ({@code Derivation});
 *   <li>a relation to another meeting carries what is known of either end to the other ({@code Derivation});
 *   <li>of rival figures only the preferred one counts, and where none is, that one of them holds ({@code Reckoning});
 *   <li>a total that may lie on either side of a meeting stands between what is surely earlier and surely later ({@code Timeline});
 *   <li>what series that nesting or relations tie together leave open is tried, and a number that no others fit is ruled out ({@code Trial}).
 * </ol>
 *
 * <p>A series of up to eight meetings is known as exactly as its figures allow; of very many, bounds that only trying narrows stay wider.
 *
 * <p>Nothing is assumed to be signed between two meetings beyond what two totals dated there show. What needs {@code x[0] = 0} is kept apart
 * from what does not. "Nearly" bounds a number from above and "about" not at all; planned figures,
 * those of one side of the council and those that an editor set aside are shown and never used.
 */
@ApplicationModule(
        id = "ledger",
        displayName = "Ledger",
        allowedDependencies = {})
@NullMarked
package org.pacta.rules.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
