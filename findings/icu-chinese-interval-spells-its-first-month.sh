#!/usr/bin/env bash
# The days of a meeting in Chinese, written by ICU as an interval with a long month, have the month once in characters and the rest in figures.
# Guessed: the skeleton yMMMMd gives 2023年7月17日 for one day and 2023年7月17日至19日, or with a dash, for three, as for Taiwan, Japan and Korea.
# Seen:    one day is 2023年7月17日, three days are 2023年七月17日 – 19日; with yMMMd the month is a figure in both.
# Source:  Unicode CLDR, "Dates": interval formats fall back on the pattern of a skeleton that is near, with the field made as long as asked
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mvn -q -B dependency:copy -Dartifact=com.ibm.icu:icu4j:79.1 -DoutputDirectory=. >/dev/null
cat >Try.java <<'JAVA'
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.util.Date;
import java.util.List;

class Try {
    public static void main(String[] none) {
        long first = Instant.parse("2023-07-17T00:00:00Z").toEpochMilli();
        long last = Instant.parse("2023-07-19T00:00:00Z").toEpochMilli();
        for (String skeleton : List.of("yMMMMd", "yMMMd")) {
            for (String language : List.of("zh", "zh-TW", "ja", "ko")) {
                DateFormat day = DateFormat.getInstanceForSkeleton(skeleton, new ULocale(language));
                DateIntervalFormat days = DateIntervalFormat.getInstance(skeleton, new ULocale(language));
                day.setTimeZone(TimeZone.GMT_ZONE);
                days.setTimeZone(TimeZone.GMT_ZONE);
                System.out.println(skeleton + " " + language + " | " + day.format(new Date(first)) + " | "
                        + days.format(new DateInterval(first, last)).replace('\u2009', ' '));
            }
        }
    }
}
JAVA
seen=$(java -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp icu4j-79.1.jar Try.java)
expected='yMMMMd zh | 2023年7月17日 | 2023年七月17日 – 19日
yMMMMd zh-TW | 2023年7月17日 | 2023年7月17日至19日
yMMMMd ja | 2023年7月17日 | 2023年7月17日～19日
yMMMMd ko | 2023년 7월 17일 | 2023년 7월 17일~19일
yMMMd zh | 2023年7月17日 | 2023年7月17日 – 19日
yMMMd zh-TW | 2023年7月17日 | 2023年7月17日至19日
yMMMd ja | 2023年7月17日 | 2023年7月17日～19日
yMMMd ko | 2023년 7월 17일 | 2023년 7월 17일~19일'
echo "com.ibm.icu:icu4j:79.1"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
