package org.pacta.reader.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class DashboardPageTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Singapore"));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PageText pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ledgers ledgers;

    @Test
    void tellsTheBestKnownCouncilFirst() {
        assertThat(pages.text("/dashboard"))
                .containsSubsequence(
                        "Singapore-China (Shenzhen) Smart City Initiative",
                        "29 MOUs and 43 projects announced by 15 December 2023.",
                        "Pacta holds 3 of the 29 MOUs and 14 of the 43 projects.",
                        "How sure: 29 = 21 + 8",
                        "Missing: the 2nd meeting",
                        "Joint Council for Bilateral Cooperation",
                        "at least");
    }

    @Test
    void tellsItInChinese() {
        assertThat(pages.inChinese("/dashboard?council=sci"))
                .contains("截至2023年12月15日，新中(深圳)智慧城市项目已公布29 份谅解备忘录和43 个项目。", "缺少：第2次会议");
    }

    @Test
    void comparesTwoCouncils() {
        assertThat(pages.text("/dashboard?council=sci&council=ssccc&measure=mous"))
                .contains("MOUs to date: SSCCC 70 (derived); SCI 29 (announced)")
                .containsSubsequence(
                        "had announced 29 MOUs", "2nd not on record", "comes to 70 MOUs", "3rd not on record");
    }

    @Test
    void leavesBodiesUnderACouncilOutOfTheListWhenTheyAreCountedWithIt() {
        assertThat(pages.text("/dashboard")).contains("CCI Joint Implementation Committee At least");
        assertThat(pages.text("/dashboard?with=sub_councils"))
                .contains("bodies under the council")
                .doesNotContain("CCI Joint Implementation Committee At least");
    }

    @Test
    void goesBackToWhatWasSignedByADay() {
        assertThat(pages.text("/dashboard?council=sci&asOf=2022-12-31"))
                .contains("By 25 November 2022", "had announced 21 MOUs and 29 projects", "signed by 31 December 2022");
    }

    @Test
    void knowsTodayWhatIsThereNow() {
        List<CouncilLedger> now = ledgers.all(CountingRule.PLAIN);
        List<CouncilLedger> known = ledgers.all(new CountingRule(null, null, null, TODAY));

        assertThat(known)
                .extracting(CouncilLedger::council)
                .isEqualTo(now.stream().map(CouncilLedger::council).toList());
        assertThat(known)
                .extracting(CouncilLedger::ledger)
                .isEqualTo(now.stream().map(CouncilLedger::ledger).toList());
        assertThat(known)
                .extracting(CouncilLedger::figures)
                .isEqualTo(now.stream().map(CouncilLedger::figures).toList());
        assertThat(known)
                .allSatisfy(ledger -> assertThat(ledger.holdings())
                        .containsExactlyInAnyOrderElementsOf(
                                now.get(known.indexOf(ledger)).holdings()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/councils", "/councils/sci", "/councils/sci?all=true", "/dashboard", "/dashboard/coverage"
            })
    void answersShortlyWhenMeetingsAreNumberedByMistake(String path) {
        int length = pages.text(path).length();
        numberEightMeetingsByMistake();

        assertThat(pages.text(path)).hasSizeLessThan(length + 6_000);
    }

    @Test
    void provesTotalsThatFollowAlikeOnce() throws UnsupportedEncodingException {
        numberEightMeetingsByMistake();

        assertThat(pages.section("/councils/sci", "proofs"))
                .containsOnlyOnce(
                        "projects, the totals after the 5th to 999th meetings: at least 43 = 43 43 is the total after the 4th meeting");
        String page = Objects.requireNonNull(
                        mvc.get().uri("/councils/sci").exchange().getResponse())
                .getContentAsString();
        List<String> proofs = Pattern.compile("#(proof-[a-z0-9-]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(proofs)
                .hasSizeGreaterThan(20)
                .allSatisfy(proof -> assertThat(page).containsOnlyOnce("id=\"%s\"".formatted(proof)));
    }

    private void numberEightMeetingsByMistake() {
        jdbc.sql("""
            insert into figure (id, council_id, ordinal, series, measure, measure_as_printed, scope, value, comparator, standing)
            select -ordinal, id, ordinal, 'at', 'mous', 'MOUs', 'not_stated', 3, 'exactly', 'reported'
            from generate_series(992, 999) ordinal, council where slug = 'sci'
            """).update();
    }

    @Test
    void goesBackToWhatWasKnownOnAnEvening() {
        assertThat(pages.text("/dashboard?knownOn=" + TODAY.minusYears(1)))
                .contains("No number was announced by then.");

        jdbc.sql("""
            insert into revision (id, made_at, made_by, reason) values (1000000, now() + interval '3 days', 'Somebody', 'Too many');
            update figure_aud set revend = 1000000 where id = 11 and revend is null;
            insert into figure_aud (id, council_id, meeting_id, series, measure, measure_as_printed, scope, value, comparator, standing,
                preferred, rev, revtype)
            select id, council_id, meeting_id, series, measure, measure_as_printed, scope, 30, comparator, standing, preferred, 1000000, 1
            from figure_aud where id = 11;
            update project_aud set revend = 1000000 where revend is null and id = (select min(id) from project where council_id = 1);
            """).update();

        assertThat(pages.text("/dashboard?council=sci&knownOn=" + TODAY))
                .contains("had announced 29 MOUs", "14 of the 43 projects");
        assertThat(pages.text("/dashboard?council=sci&knownOn=" + TODAY.plusDays(4)))
                .contains(
                        "had announced 30 MOUs, and other announced numbers contradict it",
                        "13 of the 43 projects",
                        "30 MOUs is contradicted by other announced numbers");
    }

    @Test
    void answersItsChartAsAFileOfTheSameView() {
        assertThat(mvc.get().uri("/dashboard/counts.csv?council=sci&from=2023&with=outside"))
                .hasStatusOk()
                .bodyText()
                .contains("sci,SCI,4,", "what stands outside the count")
                .doesNotContain("sci,SCI,3,");
        assertThat(mvc.get().uri("/dashboard/counts.json?council=sci&per=meeting"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.address")
                .isEqualTo("/dashboard?council=sci&per=meeting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard?council=nowhere",
                "/dashboard?measure=treaties",
                "/dashboard?from=long%20ago",
                "/dashboard?asOf=2022-02-30",
                "/dashboard?per=day",
                "/dashboard/cooperation?council=nowhere",
                "/councils/sci/rows?standing=somewhere",
                "/councils/sci/rows?page=0",
                "/councils/sci/ledger.csv",
                "/councils/sci/ledger.csv?measure=treaties"
            })
    void refusesNonsense(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/councils/nowhere/rows",
                "/councils/sci/rows?page=9",
                "/dashboard/nothing.csv",
                "/councils/nowhere/brief",
                "/councils/sci/meetings/99/brief",
                "/councils/nowhere/ledger.csv?measure=mous"
            })
    void doesNotKnowWhatIsNotThere(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @Test
    void listsTheRowsBehindANumber() {
        assertThat(pages.text("/councils/sci/rows?measure=projects&meeting=4"))
                .contains(
                        "projects recorded: Singapore-China (Shenzhen) Smart City Initiative",
                        "At the 4th meeting: 14 counted of 14 listed.")
                .contains("Law office in Qianhai");
    }

    @Test
    void showsWhichRowsARuleBringsIn() {
        assertThat(pages.text("/councils/sci/rows?measure=mous&with=founding"))
                .contains(
                        "4 counted of 4 listed.",
                        "Against the plain rule, one row entered and none left.",
                        "entered by this rule");
        assertThat(pages.text("/councils/sci/rows?measure=mous")).doesNotContain("Against the plain rule");
    }

    @Test
    void refusesAPageOfTheCoverageThatIsNotThere() {
        assertThat(mvc.get().uri("/dashboard/coverage?page=99")).hasStatus(404);
        assertThat(mvc.get().uri("/dashboard/coverage?page=0")).hasStatus(400);
    }

    @Test
    void listsWhatIsToBeFoundTheWidestGapFirst() {
        String gaps = gaps();

        assertThat(gaps).contains("14 projects 3rd meeting Singapore-China (Shenzhen) Smart City Initiative");
        assertThat(gaps.indexOf("4th meeting Singapore-China"))
                .isGreaterThan(gaps.indexOf("3rd meeting Singapore-China"));
        assertThat(pages.section("/dashboard/coverage", "missing"))
                .contains("The 2nd to 11th meetings are not on record.");
        assertThat(pages.section("/dashboard/coverage", "annexes")).contains("4th meeting · Singapore-China");
        assertThat(pages.section("/dashboard/coverage", "overdue")).contains("due July 2020");
        assertThat(mvc.get().uri("/dashboard/coverage.csv"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "council,meeting,date,measure,announced_or_derived,basis,recorded,perhaps,gap,page,least,most")
                .contains(",4,[..2023-12-15],mous,8,announced,0,0,8,");
    }

    private String gaps() {
        return onAllPages(page -> pages.section(page, "gaps"));
    }

    private static String onAllPages(UnaryOperator<String> read) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(page -> read.apply("/dashboard/coverage?page=" + page))
                .collect(Collectors.joining(" "));
    }

    @Test
    void saysOfEachGapOnceHowItsNumberIsKnownAndInTheNumberThatTheLanguageAsksFor() {
        String gaps = gaps();

        assertThat(gaps)
                .contains("Announced or derived, and not recorded by name", "To find Meeting Date Announced or derived")
                .contains("derived if nothing came before")
                .contains("1 MOU ")
                .doesNotContainPattern("(?<![0-9,])1 (MOUs|agreements|projects)")
                .doesNotContain("before derived if nothing came before");
        assertThat(onAllPages(pages::inChinese)).contains("已公布或推算而未按名称收录", "1 份谅解备忘录", "14 个项目");
    }

    @Test
    void countsWhoWorksTogetherOnWhat() {
        assertThat(pages.text("/dashboard/cooperation"))
                .contains(
                        "Innovation and technology leads: 10 recorded projects", "organisations work across councils");
        assertThat(pages.text("/dashboard/cooperation?council=sci"))
                .contains("recorded rows that are not only planned, of sci");
        assertThat(mvc.get().uri("/dashboard/network.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("CrimsonLogic Pte Ltd");
    }

    @Test
    void keepsIndicatorsOnAPageOfTheirOwn() {
        assertThat(pages.text("/dashboard/indicators"))
                .contains("They are never counted as agreements or projects.", "Page 1 of 5");
        assertThat(pages.text("/dashboard/indicators?page=5")).contains("Page 5 of 5");
        assertThat(mvc.get().uri("/dashboard/indicators?page=6")).hasStatus(404);
        assertThat(mvc.get().uri("/dashboard/indicators?page=0")).hasStatus(400);
    }

    @Test
    void narrowsIndicatorsToThoseOfAPlace() {
        assertThat(pages.text("/dashboard/indicators?place=liaoning"))
                .contains("Trade between Liaoning and Singapore")
                .doesNotContain("Trade between Zhejiang and Singapore");
        assertThat(mvc.get().uri("/dashboard/indicators?place=nowhere")).hasStatus(400);
    }
}
