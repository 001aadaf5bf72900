/** What tests share: the database they run on and the two application contexts. */
@NullMarked
package org.pacta.test;

import org.jspecify.annotations.NullMarked;
