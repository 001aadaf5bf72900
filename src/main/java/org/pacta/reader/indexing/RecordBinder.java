package org.pacta.reader.indexing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Highlightable;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.mapper.orm.HibernateOrmExtension;
import org.hibernate.search.mapper.pojo.bridge.RoutingBridge;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.RoutingBindingContext;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.RoutingBinder;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.RoutingBridgeRouteContext;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.hibernate.search.mapper.pojo.route.DocumentRoutes;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Recorded;
import org.pacta.reader.indexing.SearchIndex.Fields;

/** Gives the document of every kind of record the same fields, so that all kinds are searched at once; only published records have one. */
final class RecordBinder implements TypeBinder, RoutingBinder {

    private final RecordKind kind;

    RecordBinder(RecordKind kind) {
        this.kind = kind;
    }

    @Override
    public void bind(TypeBindingContext context) {
        // What changes a document is known from the history and not from here.
        context.dependencies().useRootOnly();
        context.bridge(Object.class, new Bridge(kind, context.indexSchemaElement()));
    }

    @Override
    public void bind(RoutingBindingContext context) {
        context.dependencies().useRootOnly();
        context.bridge(Object.class, new PublishedOnly());
    }

    private static final class PublishedOnly implements RoutingBridge<Object> {

        @Override
        public void route(DocumentRoutes routes, Object id, Object entity, RoutingBridgeRouteContext context) {
            if (((Recorded) entity).stands()) {
                routes.addRoute();
            } else {
                routes.notIndexed();
            }
        }

        @Override
        public void previousRoutes(DocumentRoutes routes, Object id, Object entity, RoutingBridgeRouteContext context) {
            routes.addRoute();
        }
    }

    private static final class Bridge implements TypeBridge<Object> {

        private final RecordKind kind;
        private final IndexFieldReference<String> record;
        private final IndexFieldReference<String> name;
        private final IndexFieldReference<String> localName;
        private final IndexFieldReference<String> alias;
        private final IndexFieldReference<String> text;
        private final IndexFieldReference<String> hint;
        private final IndexFieldReference<String> compound;
        private final IndexFieldReference<String> pinyin;
        private final IndexFieldReference<String> exact;
        private final IndexFieldReference<String> sort;
        private final IndexFieldReference<String> localSort;
        private final IndexFieldReference<LocalDate> day;
        private final IndexFieldReference<Long> dated;
        private final IndexFieldReference<LocalDate> earliest;
        private final IndexFieldReference<LocalDate> latest;
        private final IndexFieldReference<LocalDate> ends;
        private final IndexFieldReference<String> council;
        private final IndexFieldReference<String> place;
        private final IndexFieldReference<String> focus;
        private final IndexFieldReference<Long> organisation;
        private final IndexFieldReference<Integer> ordinal;
        private final IndexFieldReference<String> recordKind;
        private final IndexFieldReference<String> status;
        private final IndexFieldReference<String> parties;
        private final IndexFieldReference<String> mode;
        private final IndexFieldReference<String> traits;

        Bridge(RecordKind kind, IndexSchemaElement schema) {
            this.kind = kind;
            record = facet(schema, Fields.RECORD);
            name = words(schema, Fields.NAME, Norms.YES, false);
            localName = words(schema, Fields.LOCAL_NAME, Norms.YES, false);
            alias = words(schema, Fields.ALIAS, Norms.NO, true);
            text = words(schema, Fields.TEXT, Norms.NO, true);
            // As questions are, which is all that looks here.
            hint = schema.field(
                            Fields.HINT,
                            type -> type.asString().analyzer(Fields.WORDS_ASKED).norms(Norms.NO))
                    .toReference();
            compound = schema.field(
                            Fields.COMPOUND,
                            type -> type.asString().analyzer(Fields.AS_TYPED).norms(Norms.NO))
                    .multiValued()
                    .toReference();
            pinyin = schema.field(
                            Fields.PINYIN,
                            type -> type.asString()
                                    .analyzer(Fields.KEYS)
                                    .searchAnalyzer(Fields.KEYS_ASKED)
                                    .norms(Norms.NO))
                    .multiValued()
                    .toReference();
            exact = schema.field(Fields.EXACT, type -> type.asString().normalizer(Fields.FOLDED))
                    .multiValued()
                    .toReference();
            sort = schema.field(Fields.SORT, type -> type.asString().sortable(Sortable.YES))
                    .toReference();
            localSort = schema.field(Fields.LOCAL_SORT, type -> type.asString().sortable(Sortable.YES))
                    .toReference();
            day = schema.field(Fields.DAY, type -> type.asLocalDate().sortable(Sortable.YES))
                    .toReference();
            dated = schema.field(Fields.DATED, type -> type.asLong().aggregable(Aggregable.YES))
                    .toReference();
            earliest = schema.field(Fields.EARLIEST, type -> type.asLocalDate()).toReference();
            latest = schema.field(Fields.LATEST, type -> type.asLocalDate()).toReference();
            ends = schema.field(Fields.ENDS, type -> type.asLocalDate()).toReference();
            council = facets(schema, Fields.COUNCIL);
            place = facets(schema, Fields.PLACE);
            focus = facets(schema, Fields.FOCUS);
            organisation = schema.field(
                            Fields.ORGANISATION, type -> type.asLong().aggregable(Aggregable.YES))
                    .multiValued()
                    .toReference();
            ordinal = schema.field(Fields.ORDINAL, IndexFieldTypeFactory::asInteger)
                    .toReference();
            recordKind =
                    schema.field(Fields.KIND, IndexFieldTypeFactory::asString).toReference();
            status =
                    schema.field(Fields.STATUS, IndexFieldTypeFactory::asString).toReference();
            parties = schema.field(Fields.PARTIES, IndexFieldTypeFactory::asString)
                    .toReference();
            mode = schema.field(Fields.MODE, IndexFieldTypeFactory::asString).toReference();
            traits = facet(schema, Fields.TRAITS);
        }

        @Override
        public void write(DocumentElement document, Object entity, TypeBridgeWriteContext context) {
            Session session = context.extension(HibernateOrmExtension.get()).session();
            Content content = Searchable.content(kind, entity, session);
            document.addValue(record, kind.code());
            add(document, name, content.name.text());
            add(document, localName, content.name.local());
            add(document, sort, content.sortName(Locale.ENGLISH));
            add(document, localSort, content.sortName(Locale.CHINESE));
            add(document, alias, content.aliases);
            add(document, text, content.texts);
            add(document, hint, content.hints());
            add(document, compound, content.compounds());
            add(document, pinyin, content.pinyin);
            add(document, exact, content.exact());
            add(document, day, content.day);
            add(document, dated, content.dated);
            add(document, earliest, content.earliest);
            add(document, latest, content.latest);
            add(document, ends, content.ends);
            add(document, council, content.councils);
            add(document, place, content.places);
            add(document, focus, content.focusAreas);
            add(document, organisation, content.organisations);
            add(document, ordinal, content.ordinal);
            add(document, recordKind, content.kind);
            add(document, status, content.status);
            add(document, parties, content.parties);
            add(document, mode, content.mode);
            add(document, traits, content.traits());
        }

        private static <F> void add(DocumentElement document, IndexFieldReference<F> field, @Nullable F value) {
            if (value != null) {
                document.addValue(field, value);
            }
        }

        private static <F> void add(DocumentElement document, IndexFieldReference<F> field, Collection<F> values) {
            values.forEach(value -> document.addValue(field, value));
        }

        private static IndexFieldReference<String> words(
                IndexSchemaElement schema, String field, Norms norms, boolean several) {
            var options = schema.field(
                    field,
                    type -> type.asString()
                            // Questions name their own analyser: that of the field marks the words in what is found.
                            .analyzer(Fields.WORDS)
                            .norms(norms)
                            .projectable(Projectable.YES)
                            .highlightable(List.of(Highlightable.UNIFIED)));
            return several ? options.multiValued().toReference() : options.toReference();
        }

        private static IndexFieldReference<String> facet(IndexSchemaElement schema, String field) {
            return schema.field(field, type -> type.asString().aggregable(Aggregable.YES))
                    .toReference();
        }

        private static IndexFieldReference<String> facets(IndexSchemaElement schema, String field) {
            return schema.field(field, type -> type.asString().aggregable(Aggregable.YES))
                    .multiValued()
                    .toReference();
        }
    }
}
