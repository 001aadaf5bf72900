#!/usr/bin/env bash
# Chinese amounts as they are said, read by ICU's rules for numbers, lose a power of ten, and years written with 零 lose all but their first digit.
# Guessed: 二百五 is 250 and 三万五 is 35,000, as everybody who says so means, or they are refused; 二零二三 is 2023, as 二〇二三 is.
# Seen:    205 and 30005, read to the end; of 二零二三 and 一〇五 the front alone, 2 and 10, without an error.
# Source:  GB/T 15835-2011, general rules for writing numerals: 〇 in numbers without powers; 零 is what most people type
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mvn -q -B dependency:copy -Dartifact=com.ibm.icu:icu4j:79.1 -DoutputDirectory=. >/dev/null
cat >Try.java <<'JAVA'
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.ParseException;
import java.util.List;

class Try {
    public static void main(String[] none) throws ParseException {
        RuleBasedNumberFormat rules = new RuleBasedNumberFormat(new ULocale("zh"), RuleBasedNumberFormat.SPELLOUT);
        for (String text : List.of("二百五十", "二百五", "三万五千", "三万五", "一百零五", "一〇五", "二〇二三", "二零二三")) {
            System.out.println(text + " " + rules.parse(text));
        }
    }
}
JAVA
seen=$(java -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp icu4j-79.1.jar Try.java)
expected='二百五十 250
二百五 205
三万五千 35000
三万五 30005
一百零五 105
一〇五 10
二〇二三 2023
二零二三 2'
echo "com.ibm.icu:icu4j:79.1"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
