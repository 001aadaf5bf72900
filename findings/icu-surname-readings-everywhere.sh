#!/usr/bin/env bash
# ICU's transliteration of Chinese names reads every character as a surname, wherever it stands.
# Guessed: Han-Latin/Names reads the first character of a word as a surname, the rest as Han-Latin does, so that a text with names can go through it.
# Seen:    单位 (a unit) becomes shàn wèi and 行长 (governor of a bank) xíng cháng; 长沙, which Han-Latin reads as zhǎng shā, comes out right
#          for that reason alone; 朴某, Piáo as a surname, is read pǔ.
# Source:  Unicode CLDR, transforms Han-Latin and Han-Latin-Names
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mvn -q -B dependency:copy -Dartifact=com.ibm.icu:icu4j:79.1 -DoutputDirectory=. >/dev/null
cat >Try.java <<'JAVA'
import com.ibm.icu.text.Transliterator;
import java.util.List;

class Try {
    public static void main(String[] none) {
        Transliterator words = Transliterator.getInstance("Han-Latin");
        Transliterator names = Transliterator.getInstance("Han-Latin/Names");
        for (String text : List.of("曾某", "单某", "单位", "行长", "长沙", "朴某", "厦门")) {
            System.out.println(text + " " + words.transliterate(text) + " | " + names.transliterate(text));
        }
    }
}
JAVA
seen=$(java -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp icu4j-79.1.jar Try.java)
expected='曾某 céng mǒu | zēng mǒu
单某 dān mǒu | shàn mǒu
单位 dān wèi | shàn wèi
行长 xíng zhǎng | xíng cháng
长沙 zhǎng shā | cháng shā
朴某 pǔ mǒu | pǔ mǒu
厦门 shà mén | shà mén'
echo "com.ibm.icu:icu4j:79.1"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
