package org.pacta.reader.indexing;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalysisOptionalComponentsStep;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.pacta.rules.language.Chinese;

/** How words are taken apart on Lucene. OpenSearch does the same in {@link OpenSearchAnalysis}. */
final class LuceneAnalysis implements LuceneAnalysisConfigurer {

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        // "CrimsonLogic" is indexed as one word and as two; each word both as it stands and as its stem.
        var words = context.analyzer(Fields.WORDS).custom().tokenizer("standard");
        words.tokenFilter("wordDelimiterGraph")
                .param("preserveOriginal", "1")
                .param("generateNumberParts", "0")
                .param("splitOnNumerics", "0");
        words.tokenFilter("flattenGraph");
        folded(words);
        words.tokenFilter("cjkBigram").param("outputUnigrams", "true");
        words.tokenFilter("keywordRepeat");
        words.tokenFilter("kStem");
        words.tokenFilter("removeDuplicates");

        var asked = context.analyzer(Fields.WORDS_ASKED).custom().tokenizer("standard");
        folded(asked);
        asked.tokenFilter("cjkBigram");
        asked.tokenFilter("kStem");

        var asTyped = context.analyzer(Fields.AS_TYPED).custom().tokenizer("standard");
        folded(asTyped);
        asTyped.tokenFilter("cjkBigram");

        context.analyzer(Fields.KEYS).custom().tokenizer("whitespace");
        var keysAsked = context.analyzer(Fields.KEYS_ASKED).custom().tokenizer("standard");
        folded(keysAsked);
        keysAsked.tokenFilter("patternReplace").param("pattern", "'").param("replacement", "");
        // Keyboards have a v for the ü of "lü" and "nü".
        keysAsked.tokenFilter("patternReplace").param("pattern", "([ln])v").param("replacement", "$1u");

        var whole = context.normalizer(Fields.FOLDED).custom();
        whole.tokenFilter("lowercase");
        whole.tokenFilter("asciiFolding");
        whole.tokenFilter(Simplified.class);
    }

    private static void folded(LuceneAnalysisOptionalComponentsStep words) {
        words.tokenFilter("elision");
        words.tokenFilter("cjkWidth");
        words.tokenFilter("lowercase");
        words.tokenFilter("asciiFolding");
        words.tokenFilter(Simplified.class);
    }

    /** Turns traditional characters into simplified ones, for which Lucene has no filter. */
    public static final class Simplified extends TokenFilterFactory {

        public Simplified(Map<String, String> parameters) {
            super(parameters);
        }

        @Override
        public TokenStream create(TokenStream input) {
            return new Filter(input);
        }

        private static final class Filter extends TokenFilter {

            private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

            Filter(TokenStream input) {
                super(input);
            }

            @Override
            public boolean incrementToken() throws IOException {
                if (!input.incrementToken()) {
                    return false;
                }
                char[] letters = term.buffer();
                for (int i = 0; i < term.length(); i++) {
                    letters[i] = Chinese.simplified(letters[i]);
                }
                return true;
            }
        }
    }
}
