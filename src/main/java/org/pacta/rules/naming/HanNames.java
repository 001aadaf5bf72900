package org.pacta.rules.naming;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.naming.Names.Doubt;
import org.pacta.rules.naming.Names.Name;

/** Judges names in Chinese, Japanese and Korean by how they end, for nothing parts their words. */
public final class HanNames {

    /** Marks that part names, and that no name holds. */
    public static final String SEPARATORS = "、,，;；/&+";

    /** Marks that part names or belong to one. */
    public static final String DASHES = "—–―－";

    private static final List<String> STATE = List.of("局", "署", "部", "中心", "协会", "会", "院", "委", "厅");
    private static final List<String> DESCRIBES = List.of("初创企业", "科技企业", "企业", "公司");

    private final Names names;
    private final Knowledge.Index known;

    /** Judges by what is known; names in Latin letters as the others do. */
    public HanNames(Names names, Knowledge.Index known) {
        this.names = names;
        this.known = known;
    }

    /** How much a stretch looks like exactly one organisation; below nought it looks like none. */
    public double judge(Piece each) {
        Name name = name(each);
        return name == null ? -10 : name.strength();
    }

    /** The organisation in a stretch of text, or null where a person or nobody is left. */
    public @Nullable Name name(Piece raw) {
        Piece each = raw.trimmed();
        if (each.isEmpty()) {
            return null;
        }
        if (each.text().chars().noneMatch(c -> isHan((char) c))) {
            return names.name(each).orElse(null);
        }
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        String acronym = null;
        String side = null;
        int opening = Math.max(each.text().lastIndexOf('('), each.text().lastIndexOf('（'));
        boolean closes = each.text().endsWith(")") || each.text().endsWith("）");
        if (opening > 0 && closes) {
            Piece inside = each.between(each.start() + opening + 1, each.end() - 1);
            String content = inside.line();
            boolean isCompany = each.text().startsWith("有限公司", opening) || content.endsWith("集团");
            if (known.isPlace(content)) {
                side = known.side(content).orElse(null);
            } else if (content.chars().allMatch(c -> c < 128)) {
                acronym = content.indexOf(' ') < 0 ? content : null;
            }
            each = isCompany ? each : each.until(each.start() + opening).trimmed();
        }
        int proxy = each.text().indexOf("代表");
        if (proxy > 1 && proxy + 4 < each.length()) {
            doubts.add(Doubt.PERSON_NAMED);
            each = each.from(each.start() + proxy + 2);
        }
        each = withoutDescription(each, doubts);
        String text = each.text();
        if (text.isEmpty() || Vocabulary.HAN_VAGUE.contains(text) || startsVague(text)) {
            return null;
        }
        if (isPerson(text)) {
            return null;
        }
        double strength = strength(text);
        if (known.isPlace(text)) {
            doubts.add(Doubt.PLACE_AS_PARTICIPANT);
        } else if (strength < 1) {
            doubts.add(Doubt.NOT_SEEN_AS_ORGANISATION);
        }
        if (side == null) {
            side = known.organisation(text)
                    .map(Knowledge.Organisation::place)
                    .map(known::sideOf)
                    .orElse(null);
        }
        return new Name(each, acronym, side == null ? sideInside(text) : side, strength, doubts);
    }

    /** "新加坡企业绿洲环保": the place and "company" are not the name. */
    private Piece withoutDescription(Piece each, Set<Doubt> doubts) {
        String text = each.text();
        int place = placeAt(text);
        if (place == 0 || STATE.stream().anyMatch(text::endsWith)) {
            return each;
        }
        for (String word : DESCRIBES) {
            if (text.startsWith(word, place) && text.length() > place + word.length() + 1) {
                doubts.add(Doubt.DESCRIPTION_LEFT_OUT);
                return each.from(each.start() + place + word.length());
            }
        }
        return each;
    }

    /** "商务部部长…" */
    public boolean isPerson(String text) {
        for (int i = 1; i < text.length(); i++) {
            int length = Vocabulary.HAN_PERSON.length(text, i);
            int behind = text.length() - i - length;
            if (length > 0 && behind <= 12 && (behind == 0 || suffix(text) == 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character is written in Chinese, Japanese or Korean. */
    public static boolean isHan(char c) {
        return c >= 0x3005 && c <= 0x9FFF && !(c >= 0x3008 && c <= 0x3020) || c >= 0xAC00 && c <= 0xD7AF;
    }

    private boolean startsVague(String text) {
        for (String word : List.of("双方", "雙方", "两国", "两地", "各方", "多家", "部长", "省长", "市长", "总理", "副总理", "我们", "他们")) {
            if (text.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private double strength(String text) {
        if (known.organisation(text).isPresent()) {
            return 12;
        }
        if (known.isPlace(text)) {
            return -1.5;
        }
        if (text.startsWith("株式会社")) {
            return 5;
        }
        int suffix = suffix(text);
        boolean isWeak = suffix > 0 && Vocabulary.HAN_WEAK.contains(text.substring(text.length() - suffix));
        double score = suffix == 0
                ? text.length() < 3 ? -2 : endsInTopic(text) ? -3 : 0.5
                : text.length() <= suffix
                        ? -4
                        : isWeak ? text.length() < 3 ? -1 : 3 : text.length() - suffix < 2 ? 2 : 5;
        if (isWeak && Vocabulary.HAN_TRADE.contains(text.substring(text.length() - suffix))) {
            int place = Math.min(placeAt(text), text.length() - suffix);
            String core = text.substring(place, text.length() - suffix);
            score = core.length() >= 2 && !holdsTopic(core) ? 3 : -3;
        }
        if (score == 5 && endsInTopic(text.substring(0, text.length() - suffix)) && text.length() - suffix <= 4) {
            score = 1;
        }
        boolean holdsVerb = text.contains("签")
                || text.contains("項目")
                || text.contains("项目")
                || text.contains("签署")
                || text.contains("。")
                || text.contains("合作备")
                || text.contains("推动");
        return score - (holdsVerb ? 6 : 0) - (text.length() > 30 ? 3 : 0);
    }

    private boolean holdsTopic(String core) {
        for (int i = 0; i < core.length(); i++) {
            if (Vocabulary.HAN_TOPIC.length(core, i) > 0 || SEPARATORS.indexOf(core.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a stretch ends in a matter, not in a kind of organisation. */
    public boolean endsInTopic(String text) {
        return Vocabulary.HAN_TOPIC.lengthBefore(text, text.length()) > 0;
    }

    private @Nullable String sideInside(String text) {
        int place = placeAt(text);
        if (place == 0 || (place < text.length() && DASHES.indexOf(text.charAt(place)) >= 0)) {
            return null;
        }
        for (int i = place; i + 2 <= text.length(); i++) {
            if (placeAt(text.substring(i)) > 0) {
                return null;
            }
        }
        return known.side(text.substring(0, place)).orElse(null);
    }

    private int placeAt(String text) {
        for (int length = Math.min(8, text.length()); length >= 2; length--) {
            if (known.isPlace(text.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    /** Whether a word for a kind of organisation stands anywhere in a text. */
    public static boolean endsSomewhere(String text) {
        for (int i = 3; i <= text.length(); i++) {
            int suffix = Vocabulary.HAN_ORGANISATION.lengthBefore(text, i);
            if (suffix > 0 && !Vocabulary.HAN_WEAK.contains(text.substring(i - suffix, i))) {
                return true;
            }
        }
        return false;
    }

    /** How many characters at the end say what kind of organisation it is, 0 for none. */
    public static int suffix(String text) {
        return Vocabulary.HAN_ORGANISATION.lengthBefore(text, text.length());
    }
}
