package org.pacta.reader.indexing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.lucene.util.Version;
import org.hibernate.search.mapper.orm.Search;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.pacta.rules.language.Chinese;
import org.pacta.rules.language.Initials;
import org.pacta.rules.language.Ordinals;
import org.pacta.rules.language.Pinyin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far an index has come for good. */
interface IndexNote {

    /** The newest revision that is surely in the index, nothing when it has to be built. */
    OptionalLong noted();

    void note(long revision);

    /** Notes a later revision, unless the index is being built meanwhile. */
    default void advance(long revision) {
        note(revision);
    }

    void forget();

    /** Whether the index is whole, but was written by other code. */
    default boolean isOfOtherCode() {
        return false;
    }

    /** The code that writes documents, with the classes within each. */
    static List<Class<?>> code() {
        Stream<Class<?>> whole = Stream.of(
                        Content.class,
                        Contents.class,
                        LuceneAnalysis.class,
                        OpenSearchAnalysis.class,
                        RecordBinder.class,
                        Searchable.class,
                        Chinese.class,
                        Initials.class,
                        Ordinals.class,
                        Pinyin.class)
                .flatMap(each -> Stream.of(each.getNestMembers()));
        return Stream.concat(Stream.of(Fields.class), whole).toList();
    }

    /** Tells that code by its bytes, and the words it takes from pages: any change of them asks for a new index. */
    static String mapping() {
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            for (Class<?> type : code()) {
                String file = type.getName().replaceFirst(".*\\.", "") + ".class";
                try (InputStream code = Objects.requireNonNull(type.getResourceAsStream(file))) {
                    digest.update(code.readAllBytes());
                }
            }
            String libraries = Version.LATEST + " " + Search.class.getPackage().getImplementationVersion();
            digest.update(libraries.getBytes(StandardCharsets.UTF_8));
            digest.update(Content.kindWords().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The note of an index that all instances share. */
    record Shared(JdbcClient jdbc) implements IndexNote {

        @Override
        public OptionalLong noted() {
            return jdbc.sql("select revision from search_note where mapping = :mapping")
                    .param("mapping", mapping())
                    .query(Long.class)
                    .optional()
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        }

        @Override
        public void note(long revision) {
            jdbc.sql("""
                            insert into search_note (mapping, revision) values (:mapping, :revision)
                            on conflict (mapping) do update set revision = excluded.revision""")
                    .param("mapping", mapping())
                    .param("revision", revision)
                    .update();
        }

        @Override
        public void advance(long revision) {
            jdbc.sql("update search_note set revision = :revision where mapping = :mapping")
                    .param("mapping", mapping())
                    .param("revision", revision)
                    .update();
        }

        @Override
        public boolean isOfOtherCode() {
            return jdbc.sql("select exists (select from search_note where mapping not in (:mapping, :request))")
                    .param("mapping", mapping())
                    .param("request", RebuildCommand.Request.MARK)
                    .query(Boolean.class)
                    .single();
        }

        @Override
        public void forget() {
            jdbc.sql("delete from search_note").update();
        }
    }
}
