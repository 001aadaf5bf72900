package org.pacta.rules.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pacta.rules.language.NameKey;
import org.pacta.rules.term.Length;

/** Proposes what the columns of a list hold, by their headings in English, Chinese, French or Spanish, else by their values. */
public final class ColumnGuess {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** In the order in which they are looked for: what says more comes first. */
    private static final List<Words> WORDS = List.of(
            words(
                    ColumnTarget.APPROVAL,
                    "approval|approved by|law|law of approval|ratified by|ley|ley aprobatoria|aprobacion|loi|loi d'approbation|approbation|批准|批准文件|批准机关"),
            words(
                    ColumnTarget.AUTHENTIC_LANGUAGES,
                    "authentic languages|authentic texts|languages|idiomas|langues|作准文本|作准文字|文本语言|语言"),
            words(
                    ColumnTarget.VALID_UNTIL,
                    "valid until|valid to|valid till|expir|end date|end of|ends|fecha de vencimiento|vencimiento|vigente hasta|date d'expiration|echeance|valable jusqu'au"
                            + "|有效期至|有效期|到期|截止|终止日期"),
            words(
                    ColumnTarget.IN_FORCE_FROM,
                    "entry into force|in force since|in force from|effective date|effective from|fecha de vigencia|fecha de entrada|entrada en vigor|entree en vigueur|date d'entree"
                            + "|生效日期|生效时间|生效日|起始日期"),
            words(ColumnTarget.RUNS_FOR, "duration|term|validity|duracion|vigencia|duree|有效期|期限|年限"),
            words(
                    ColumnTarget.NOTE,
                    "valid until|expir|end date|end of|entry into force|in force since|duration|term|renewal|signed by|signatories names"
                            + "|fecha de vigencia|fecha de entrada|vencimiento|duracion|prorroga|suscribio|firmado por"
                            + "|date d'expiration|entree en vigueur|duree|echeance|signe par"
                            + "|有效期|到期|生效日期|生效时间|期限|截止|签署人|签字人|代表|联系人|经费|金额"),
            words(
                    ColumnTarget.PLACE_OF_SIGNING,
                    "place of signing|place of signature|place signed|signed at|signed in|venue|lugar|sitio|lieu|签署地|签订地|签约地|签字地|地点"),
            words(
                    ColumnTarget.SIGNED_ON,
                    "date|signed on|signed|year|day of signing|fecha|firma|suscripcion|ano|annee|日期|时间|年份|签署日|签订日"),
            words(
                    ColumnTarget.STATUS,
                    "status|state of play|in force|active|vigente|vigencia|estado|statut|etat|en vigueur|状态|效力|是否有效|是否生效"),
            words(
                    ColumnTarget.KIND,
                    "type|kind|nature|category|instrument|form|naturaleza|tipo|clase|categoria|categorie|genre|类型|类别|种类|性质|形式"),
            words(ColumnTarget.COUNCIL, "council|committee|comision|comite|commission|conseil|consejo|理事会|委员会|机制"),
            words(
                    ColumnTarget.PARTY_PLACE,
                    "country|region|country of the partner|pais|pays|ciudad|city|ville|province|国家|国别|地区|城市|省"),
            words(
                    ColumnTarget.PARTY,
                    "partner|partners|party|parties|signatory|signatories|organisation|organization|organisations|institution|institutions|university|counterpart"
                            + "|company|states|ministry|agency|estados|organismos|partes|socio|socios|contraparte|institucion|entidad|universidad|empresa|paises"
                            + "|partie|partenaire|partenaires|etablissement|organisme|contrepartie|universite|etats|signataire|signataires|签署方|签约方|合作方|合作单位|合作院校|合作机构"
                            + "|单位|机构|院校|学校|大学|对方|外方|中方|甲方|乙方|缔约方|签署单位|公司|企业"),
            words(
                    ColumnTarget.SUMMARY,
                    "summary|description|subject|objective|scope|purpose|content|objeto|objetivo|resumen|descripcion|materia|resume|objet|objectif|摘要|内容|简介|概要|目的"),
            words(
                    ColumnTarget.LOCAL_TITLE,
                    "chinese title|chinese name|title in chinese|local title|original title|中文名称|中文名|中文标题|原名"),
            words(
                    ColumnTarget.TITLE,
                    "title|name|agreement|agreements|treaty|mou|mous|memorandum|document|titulo|nombre|denominacion|tratado|convenio|acuerdo|titre|intitule|nom|accord|traite"
                            + "|标题|题名|名称|协议|协定|条约|备忘录|文件名|项目名称"),
            words(
                    ColumnTarget.NOTE,
                    "note|notes|remark|remarks|comment|comments|observaciones|notas|remarques|observations|备注|说明|附注"));

    private static final Set<String> NUMBERS = Set.of(
            "no",
            "nr",
            "number",
            "num",
            "id",
            "#",
            "s n",
            "sn",
            "serial",
            "serial number",
            "ref",
            "reference",
            "code",
            "item",
            "numero",
            "n",
            "codigo",
            "referencia",
            "numero de registro",
            "序号",
            "编号",
            "号",
            "序",
            "合同号",
            "协议编号",
            "登记号");

    private static final List<String> SEPARATORS = List.of("|", "；", ";");

    private ColumnGuess() {}

    private record Words(ColumnTarget target, List<String> phrases) {}

    private static Words words(ColumnTarget target, String phrases) {
        return new Words(target, List.of(phrases.split("\\|")));
    }

    /**
     * Proposes a target for each column.
     *
     * @param headings of the columns, blank where one has none
     * @param samples some values of each column, the empty ones left out
     */
    public static List<ColumnTarget> of(List<String> headings, List<List<String>> samples) {
        List<ColumnTarget> guessed = new ArrayList<>();
        Set<ColumnTarget> taken = EnumSet.noneOf(ColumnTarget.class);
        for (int i = 0; i < headings.size(); i++) {
            ColumnTarget target = one(headings.get(i), samples.get(i));
            boolean isFirst = taken.add(target) || target == ColumnTarget.PARTY;
            guessed.add(isFirst || target == ColumnTarget.IGNORED ? target : ColumnTarget.NOTE);
        }
        return guessed;
    }

    /**
     * Proposes what stands between several values of one cell; empty where a cell has one. Only parties are taken apart, and only by marks that
     * stand in no name: a Chinese comma does.
     *
     * @param values of the column, or some of them
     */
    public static String separator(ColumnTarget target, List<String> values) {
        return SEPARATORS.stream()
                .filter(mark -> target == ColumnTarget.PARTY)
                .filter(mark -> values.stream().anyMatch(value -> value.contains(mark)))
                .max(Comparator.comparingLong(mark ->
                        values.stream().filter(value -> value.contains(mark)).count()))
                .orElse("");
    }

    private static ColumnTarget one(String heading, List<String> values) {
        if (values.isEmpty()) {
            return ColumnTarget.IGNORED;
        }
        String key = MARKS.matcher(Normalizer.normalize(
                        NameKey.of(heading.replace('°', ' ').replace('º', ' ')), Normalizer.Form.NFD))
                .replaceAll("");
        if (NUMBERS.contains(key)) {
            return ColumnTarget.KEY;
        }
        for (Words each : WORDS) {
            if (each.phrases.stream().anyMatch(phrase -> says(key, phrase)) && fits(each.target, values)) {
                return each.target;
            }
        }
        return byValues(values);
    }

    /** Latin words stand by themselves, or begin one where the phrase is a stem of at least five letters; Chinese ones stand anywhere. */
    private static boolean says(String heading, String phrase) {
        if (phrase.codePointAt(0) > 0x2e80) {
            return heading.contains(phrase);
        }
        int at = (" " + heading).indexOf(" " + phrase);
        return at >= 0
                && (phrase.equals("expir")
                        || at + phrase.length() == heading.length()
                        || heading.charAt(at + phrase.length()) == ' ');
    }

    /** A heading such as "Date" over words that are none, or "Signed" over yes and no, says something else. */
    private static boolean fits(ColumnTarget target, List<String> values) {
        return switch (target) {
            case SIGNED_ON, IN_FORCE_FROM -> most(values, ColumnGuess::isDate);
            case VALID_UNTIL -> most(values, value -> isDate(value) || InstrumentWords.isUntilEnded(value));
            case RUNS_FOR ->
                most(values, value -> Length.read(value).isPresent() || InstrumentWords.isUntilEnded(value));
            default -> true;
        };
    }

    private static ColumnTarget byValues(List<String> values) {
        if (most(values, value -> isDate(value) && !NUMBER.matcher(value).matches())) {
            return ColumnTarget.SIGNED_ON;
        }
        if (most(values, value -> InstrumentWords.kind(value).isPresent())
                && values.stream().anyMatch(value -> value.length() > 40)) {
            return ColumnTarget.TITLE;
        }
        return ColumnTarget.NOTE;
    }

    private static boolean isDate(String value) {
        return TableDates.isDate(value);
    }

    private static boolean most(List<String> values, Predicate<String> is) {
        return values.stream().filter(is).count() * 2 > values.size();
    }
}
