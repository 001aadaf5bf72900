package org.pacta.test;

import tools.jackson.databind.json.JsonMapper;

/** Writes forms as JSON and reads them again, as the lines of a draft are kept. */
public final class Json {

    private static final JsonMapper mapper = JsonMapper.shared();

    private Json() {}

    /** What is left of a form that was written and read. */
    @SuppressWarnings("unchecked")
    public static <T> T thereAndBack(T form) {
        return (T) read(write(form), form.getClass());
    }

    public static String write(Object form) {
        return mapper.writeValueAsString(form);
    }

    public static <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }
}
