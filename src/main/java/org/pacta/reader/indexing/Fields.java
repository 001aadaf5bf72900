package org.pacta.reader.indexing;

/** The fields that the document of every kind of record has, and the analysers of those that hold text. */
public final class Fields {

    /** The kind of record, as {@link RecordKind#code()} writes it. */
    public static final String RECORD = "record";

    /** The name or title in Latin script. */
    public static final String NAME = "name";

    /** The name or title in the script of the place. */
    public static final String LOCAL_NAME = "localName";

    /** Other names, acronyms and identifiers. */
    public static final String ALIAS = "alias";

    /** All else that is said in words, the names of parties, councils and places among it. */
    public static final String TEXT = "text";

    /** The readings of Chinese names. */
    public static final String PINYIN = "pinyin";

    /** Each name as a whole. */
    public static final String EXACT = "exact";

    /** The name to sort by. */
    public static final String SORT = "sort";

    /** The day to sort by, and the first and last day it can be. */
    public static final String DAY = "day";

    public static final String EARLIEST = "earliest";
    public static final String LATEST = "latest";

    /** Slugs of councils; of places, with those they lie in; of focus areas. */
    public static final String COUNCIL = "council";

    public static final String PLACE = "place";
    public static final String FOCUS = "focus";

    /** Ids of the organisations in it. */
    public static final String ORGANISATION = "organisation";

    public static final String KIND = "kind";
    public static final String STATUS = "status";
    public static final String PARTIES = "parties";

    /** How words are taken apart in a question: without stems and with every word, for phrases, beginnings and mistyped words. */
    public static final String AS_TYPED = "as_typed";

    static final String WORDS = "words";
    static final String WORDS_ASKED = "words_asked";
    static final String KEYS = "keys";
    static final String KEYS_ASKED = "keys_asked";
    static final String FOLDED = "folded";

    private Fields() {}
}
