package org.pacta.desk.importing;

/** A step of an import that takes longer than a page may. */
public interface ImportWork {

    /** The word for it in the table of imports. */
    String code();

    /** Does the step in transactions of its own, from where it was left, and notes when it is done; nothing where another instance is at it. */
    void run(long id);

    /** There is something to do for an import, once it is committed. */
    record Due(long id) {}
}
