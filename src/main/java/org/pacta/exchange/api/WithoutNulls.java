package org.pacta.exchange.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Leaves out the fields that have no value. */
class WithoutNulls extends ValueSerializer<Object> {

    private static final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    any -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
        json.writeValue(generator, value);
    }
}
