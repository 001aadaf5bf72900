package org.pacta.platform.shared;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The record lives at another address, as a merged organisation does at its survivor's: answered by 301. */
public class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String former;
    private final String address;

    public MovedException(String address) {
        this(null, address);
    }

    /**
     * A record whose address has changed, and with it all addresses below.
     *
     * @param former the address it had, by which somebody asked for it or for something below it; null for another record's
     */
    public MovedException(@Nullable String former, String address) {
        super("Moved to " + address);
        this.former = former;
        this.address = address;
    }

    /**
     * Where to find now what was asked for.
     *
     * @param asked path and query
     * @param root that the addresses of pages stand behind, such as that of an interface for programs
     */
    public URI address(String asked, String root) {
        return URI.create(
                former == null
                        ? root + address
                        : asked.replaceFirst(Pattern.quote(former) + "(?=[/.?]|$)", Matcher.quoteReplacement(address)));
    }
}
