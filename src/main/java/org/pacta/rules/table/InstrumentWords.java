package org.pacta.rules.table;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pacta.rules.language.NameKey;

/** What a list calls an instrument, and the state it is in, in English, Chinese, French or Spanish; as the codes of the registry. */
public final class InstrumentWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What says more comes first. */
    private static final List<Map.Entry<String, Pattern>> KINDS = List.of(
            kind(
                    "joint_statement",
                    "joint (?:statement|declaration|communique)|(?:declaracion|comunicado) conjunt[ao]|declaration (?:conjointe|commune)|联合声明|联合公报"),
            kind("action_plan", "action plan|plan of action|plan d'action|plan de accion|行动计划|行动方案"),
            kind("letter_of_intent", "letters? of intent|loi|carta de intencion(?:es)?|lettre d'intention|意向书"),
            kind(
                    "mou",
                    "memorand(?:um|a) of understanding|memorandum|mou|memorando(?: de entendimiento)?|memorandum d'entente|谅解备忘录|备忘录"),
            kind(
                    "framework_agreement",
                    "framework agreement|(?:acuerdo|convenio) marco|accord[ -]cadre|convention[ -]cadre|框架协[议定]"),
            kind("commercial_contract", "contracts?|contratos?|contrats?|合同"),
            kind("protocol", "protocol|protocolo|protocole|议定书"),
            kind(
                    "agreement",
                    "agreements?|treat(?:y|ies)|conventions?|acuerdos?|tratados?|convenios?|convencion(?:es)?|accords?|traites?|pacts?|pactos?|协定|协议|条约|公约"));

    private static final List<Map.Entry<String, Pattern>> STATES = List.of(
            kind("terminated", "terminated|ended|denounced|cancelled|terminado|denunciado|resilie|denonce|终止|已终止|废止"),
            kind(
                    "expired",
                    "expired|lapsed|not active|inactive|vencido|caducado|expirad[oa]|no vigente|expire|caduc|到期|已到期|失效|已失效|过期"),
            kind("superseded", "superseded|replaced|sustituid[oa]|reemplazad[oa]|remplacee?|已被取代|被取代|被替代"),
            kind("suspended", "suspended|suspendid[oa]|suspendue?|中止|已中止|暂停"),
            kind(
                    "provisionally_applied",
                    "provisional(?:ly)?(?: applied| application)?|aplicacion provisional|application provisoire|临时适用"),
            kind("extended", "extended|prorrogad[oa]|prorogee?|prolongee?|已延期|延期|已续签"),
            kind("in_force", "in force|active|valid|current|vigente|en vigor|en vigueur|actif|有效|生效|已生效|执行中|在执行"),
            kind("planned", "planned|draft|under negotiation|en negociacion|prevu|en cours de negociation|拟签|洽谈中"),
            kind("signed", "signed|firmado|suscrito|signe|已签署|已签|签署"));

    private static final Pattern YES = Pattern.compile("y|yes|si|s|oui|o|true|1|是|有");

    private static final Pattern UNTIL_ENDED = Pattern.compile(
            "(?:indefinite(?:ly)?|open[ -]ended|unlimited|permanent|until (?:ended|terminated|denounced)|indefinid[ao]|ilimitad[ao]|illimitee?|indeterminee?|长期|长期有效|无限期|无固定期限)"
                    + "(?: period| duration| term)?");

    private InstrumentWords() {}

    private static Map.Entry<String, Pattern> kind(String code, String words) {
        return Map.entry(code, Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])"));
    }

    /** The kind of instrument that a word or a title names first. */
    public static Optional<String> kind(String words) {
        String folded = folded(words);
        return KINDS.stream()
                .flatMap(each -> each.getValue()
                        .matcher(folded)
                        .results()
                        .limit(1)
                        .map(found -> Map.entry(found.start(), each.getKey())))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /** The state that a word names, where yes under a heading such as "In force" names one as well. */
    public static Optional<String> state(String heading, String words) {
        String said = folded(words);
        if (YES.matcher(said).matches()) {
            return first(folded(heading));
        }
        return first(said);
    }

    /** Whether a word for a term says that it runs until somebody ends it. */
    public static boolean isUntilEnded(String words) {
        return UNTIL_ENDED.matcher(folded(words)).matches();
    }

    private static Optional<String> first(String folded) {
        return STATES.stream()
                .filter(each -> each.getValue().matcher(folded).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String folded(String words) {
        String plain = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NameKey.of(plain);
    }
}
