package org.pacta.desk.discussion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.util.MultiValueMap;

/**
 * What somebody sends from the page on which a draft is checked.
 *
 * @param remark on the draft as a whole; empty where there is none
 * @param remarks by line
 * @param reasons why warnings are kept, by warning; an empty one for a warning that is open
 */
public record Reply(String remark, Map<Long, String> remarks, Map<String, String> reasons) {

    /** A remark is no longer than this many characters. */
    static final int LONGEST = 2_000;

    private static final int LONGEST_REASON = 1_000;

    /**
     * Reads the parameters: {@code comment}, {@code 12.comment} of a line, {@code warning} and {@code reason} as often as there are warnings,
     * and {@code rest}, the reason for those that have none.
     */
    public static Reply read(MultiValueMap<String, String> parameters) {
        SentFields.check(
                parameters.keySet(), name -> name.matches("(\\d{1,18}\\.)?comment|warning|reason|rest|form-key"));
        Map<Long, String> remarks = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            String words = text(values, 0, LONGEST, name);
            if (name.matches("\\d{1,18}\\.comment") && !words.isEmpty()) {
                remarks.put(Long.valueOf(name.substring(0, name.indexOf('.'))), words);
            }
        });
        List<String> warnings = parameters.getOrDefault("warning", List.of());
        String rest = text(parameters.getOrDefault("rest", List.of()), 0, LONGEST_REASON, "rest");
        if (warnings.size() != parameters.getOrDefault("reason", List.of()).size()) {
            throw new BadParameterException("reason");
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        for (int i = 0; i < warnings.size(); i++) {
            String reason = text(parameters.getOrDefault("reason", List.of()), i, LONGEST_REASON, "reason");
            reasons.put(warnings.get(i), reason.isEmpty() ? rest : reason);
        }
        return new Reply(text(parameters.getOrDefault("comment", List.of()), 0, LONGEST, "comment"), remarks, reasons);
    }

    /** The same without reasons for warnings that are not among these. */
    public Reply of(Set<String> warnings) {
        Map<String, String> standing = new LinkedHashMap<>(reasons);
        standing.keySet().retainAll(warnings);
        return new Reply(remark, remarks, standing);
    }

    /** Whether nothing is said of the draft or a line of it. */
    public boolean isSilent() {
        return remark.isEmpty() && remarks.isEmpty();
    }

    /** The reasons that are not empty. */
    public Map<String, String> given() {
        return reasons.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where on the page the last line is that something is said of; empty where nothing is said of any. */
    public String anchor() {
        return remarks.keySet().stream()
                .reduce((earlier, later) -> later)
                .map("#line-%d"::formatted)
                .orElse("");
    }

    private static String text(List<String> values, int i, int longest, String name) {
        String text = i < values.size() ? values.get(i).strip() : "";
        if (text.length() > longest) {
            throw new BadParameterException(name);
        }
        return text;
    }
}
