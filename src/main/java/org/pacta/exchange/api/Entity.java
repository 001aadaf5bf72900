package org.pacta.exchange.api;

import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One record.
 *
 * @param id its number, which stays
 * @param self its address here
 * @param page address of the page that shows it to people
 * @param revision the one it is in; its state then stays at {@code …/history/} and this number
 * @param record all that is entered of it; fields without a value are left out, and other records stand by their numbers
 */
record Entity<F>(
        long id,
        String self,
        String page,
        long revision,
        @JsonSerialize(using = WithoutNulls.class) F record) {}
