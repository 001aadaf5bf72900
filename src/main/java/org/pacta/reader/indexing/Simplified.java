package org.pacta.reader.indexing;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.pacta.rules.language.Chinese;

/** Turns traditional characters into simplified ones, for which Lucene has no filter. */
public final class Simplified extends TokenFilterFactory {

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
        public boolean incrementToken() throws java.io.IOException {
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
