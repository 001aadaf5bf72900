package org.pacta.reader.indexing;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.pacta.rules.language.Chinese;

/** How words are taken apart on OpenSearch: what {@link LuceneAnalysis} does, in the names OpenSearch has for it. */
final class OpenSearchAnalysis implements ElasticsearchAnalysisConfigurer {

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        context.charFilter("simplified")
                .type("mapping")
                .param(
                        "mappings",
                        Chinese.simplifications().entrySet().stream()
                                .map(each -> each.getKey() + "=>" + each.getValue())
                                .toArray(String[]::new));
        context.tokenFilter("parts_of_words")
                .type("word_delimiter_graph")
                .param("preserve_original", true)
                .param("generate_number_parts", false)
                .param("split_on_numerics", false);
        context.tokenFilter("pairs_and_single").type("cjk_bigram").param("output_unigrams", true);
        context.tokenFilter("no_apostrophe")
                .type("pattern_replace")
                .param("pattern", "'")
                .param("replacement", "");
        context.tokenFilter("u_for_v")
                .type("pattern_replace")
                .param("pattern", "([ln])v")
                .param("replacement", "$1u");
        context.tokenFilter("elided").type("elision").param("articles", "l", "m", "t", "qu", "n", "s", "j", "d", "c");

        context.analyzer(Fields.WORDS)
                .custom()
                .tokenizer("standard")
                .charFilters("simplified")
                .tokenFilters(
                        "parts_of_words",
                        "flatten_graph",
                        "elided",
                        "cjk_width",
                        "lowercase",
                        "asciifolding",
                        "pairs_and_single",
                        "keyword_repeat",
                        "kstem",
                        "remove_duplicates");
        context.analyzer(Fields.WORDS_ASKED)
                .custom()
                .tokenizer("standard")
                .charFilters("simplified")
                .tokenFilters("elided", "cjk_width", "lowercase", "asciifolding", "cjk_bigram", "kstem");
        context.analyzer(Fields.AS_TYPED)
                .custom()
                .tokenizer("standard")
                .charFilters("simplified")
                .tokenFilters("elided", "cjk_width", "lowercase", "asciifolding", "cjk_bigram");
        context.analyzer(Fields.KEYS).custom().tokenizer("whitespace");
        context.analyzer(Fields.KEYS_ASKED)
                .custom()
                .tokenizer("standard")
                .tokenFilters("cjk_width", "lowercase", "asciifolding", "no_apostrophe", "u_for_v");
        context.normalizer(Fields.FOLDED).custom().charFilters("simplified").tokenFilters("lowercase", "asciifolding");
    }
}
