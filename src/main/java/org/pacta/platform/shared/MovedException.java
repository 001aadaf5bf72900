package org.pacta.platform.shared;

/** The record lives at another address, as a merged organisation does at its survivor's: answered by 301. */
public class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String address;

    public MovedException(String address) {
        super("Moved to " + address);
        this.address = address;
    }

    /** The address of the page that stands for it now. */
    public String address() {
        return address;
    }
}
