import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Fills a migrated database with a made-up registry of any size, the same for the same seed. See README.md. */
class FillRegistry {

    private static final List<String> AIMS = words("""
            Pilot|Framework|Joint laboratory|Training programme|Standards|Data exchange|Investment platform|
            Research centre|Demonstration site|Business network|Digital corridor|Talent exchange|Test bed|
            Incubator|Advisory service|Joint fund|Market access|Certification|Supply chain|Feasibility study
            """);
    private static final List<String> AIMS_ZH = words("""
            试点|合作框架|联合实验室|培训计划|标准合作|数据交换|投资平台|研究中心|示范项目|商业网络|数字走廊|人才交流|测试平台|孵化器|咨询服务|联合基金|市场准入|认证合作|供应链合作|可行性研究
            """);
    private static final List<String> FIELDS = words("""
            cross-border trade|green finance|smart logistics|digital identity|urban water|low-carbon buildings|
            clinical trials|vocational education|food safety|electric ferries|aviation maintenance|
            port clearance|electronic bills of lading|carbon accounting|tourism promotion|legal services|
            arbitration|museums|youth exchange|start-up funding|hydrogen storage|solar rooftops|elderly care|
            gene therapy|semiconductor packaging|cold chain|payment clearing|satellite imagery|flood forecasting|
            rail freight|waste recovery|cyber security|language teaching|film production|fintech supervision|
            insurance|aquaculture|urban farming|data protection|robotics
            """);
    private static final List<String> FIELDS_ZH = words("""
            跨境贸易|绿色金融|智慧物流|数字身份|城市水务|低碳建筑|临床试验|职业教育|食品安全|电动渡轮|航空维修|港口通关|电子提单|碳核算|旅游推广|法律服务|仲裁|博物馆|青年交流|创业融资|氢能储存|
            屋顶光伏|养老护理|基因治疗|半导体封装|冷链|支付清算|卫星影像|洪水预报|铁路货运|废物回收|网络安全|语言教学|影视制作|金融科技监管|保险|水产养殖|都市农业|数据保护|机器人
            """);
    private static final List<String> CIRCUMSTANCES = words("""
            for small firms|for exporters|in the pilot zone|in a second phase|for young engineers|for family firms|
            along the river|in third markets|for hospitals|with local partners
            """);
    private static final List<String> FIRST = words("""
            Meridian|Harbour|Lotus|Granite|Evergreen|Northern|Silver|Banyan|Pearl|Summit|Orchid|Crescent|Golden|
            Delta|Jade|Horizon|Compass|Lantern|Cedar|Coral|Falcon|Island|Monsoon|Straits|River|Bamboo|Eastern|
            United|Pioneer|Aurora|Vista|Keystone
            """);
    private static final List<String> SECOND = words("""
            Bridge|Bay|Gate|Point|Field|Stone|Wave|Link|Peak|Garden|Spring|Hill|Star|Quay|Grove|Lake|Sky|Anchor|
            Root|Circle|Arc|Crown|Path|Light|Leaf
            """);
    private static final List<String> TRADES = words("""
            Logistics|Technologies|Holdings|Bank|Capital|Engineering|Foods|Biotech|Energy|Shipping|University|
            Institute|Hospital|Systems|Education|Legal|Trading|Construction|Media|Authority
            """);
    private static final List<String> KINDS = words("""
            company|company|company|bank|fund|company|company|company|company|company|university|
            research_institute|hospital|company|company|company|company|company|company|agency
            """);
    private static final List<String> TRADES_ZH = words("""
            物流|科技|控股|银行|资本|工程|食品|生物|能源|航运|大学|研究院|医院|系统|教育|法律|贸易|建设|传媒|管理局
            """);
    private static final List<String> SYLLABLES_ZH = words("""
            华|新|东|海|金|汇|通|联|信|达|远|恒|瑞|盛|中|星|江|宝|嘉|德|兴|隆|泰|安|康|南
            """);
    private static final List<String> FAMILY_NAMES = words("""
            Tan|Lim|Lee|Ng|Wong|Chen|Wang|Li|Zhang|Liu|Goh|Ong|Teo|Zhao|Huang|Wu
            """);
    private static final List<String> GIVEN_NAMES = words("""
            Wei|Jun|Mei|Hui|Xin|Ling|Hao|Jing|Yan|Bo|Min|Fang|Qiang|Rui|Shan|Tao
            """);

    /** How many signatories each of a hundred agreements has: 225 together. */
    private static final int[] PARTIES = parties();

    private final Connection connection;
    private final long seed;
    private final int councils;
    private final int meetings;
    private final int people;
    private final int organisations;
    private final int sources;
    private final int agreements;
    private final int projects;

    private final Map<String, Long> above = new HashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private List<Long> focusAreas = List.of();
    private int[] firstMeeting = {};
    private int[] councilOfMeeting = {};
    private long singapore;

    FillRegistry(Connection connection, long seed, double factor) {
        this.connection = connection;
        this.seed = seed;
        this.councils = Math.max(2, (int) (40 * Math.min(1, factor)));
        this.meetings = Math.max(councils, (int) (2_000 * factor));
        this.people = Math.max(10, (int) (4_000 * factor));
        this.organisations = Math.max(50, (int) (20_000 * factor));
        this.sources = Math.max(meetings, (int) (10_000 * factor));
        this.agreements = (int) (200_000 * factor);
        this.projects = (int) (100_000 * factor);
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        String[] words = String.join(" ", arguments).trim().split("\\s+");
        Map<String, String> options = new HashMap<>(Map.of("--factor", "1", "--seed", "1", "--data-dir", "./data"));
        for (int i = 0; i + 1 < words.length; i += 2) {
            options.put(words[i], words[i + 1]);
        }
        long start = System.nanoTime();
        try (Connection connection = connect(options)) {
            connection.setAutoCommit(false);
            new FillRegistry(
                            connection,
                            Long.parseLong(options.get("--seed")),
                            Double.parseDouble(options.get("--factor")))
                    .fill();
            connection.commit();
            System.out.printf("committed after %.0f s, now vacuum and analyze%n", (System.nanoTime() - start) / 1e9);
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
        System.out.printf("done in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    static Connection connect(Map<String, String> options) throws SQLException, IOException {
        if (options.containsKey("--url")) {
            return DriverManager.getConnection(options.get("--url"), options.get("--user"), options.get("--password"));
        }
        Path data = Path.of(options.get("--data-dir"));
        try {
            String port = Files.readAllLines(data.resolve("postgres/18/postmaster.pid"))
                    .get(3)
                    .strip();
            String secret = Files.readString(data.resolve("pacta.secret")).strip();
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/pacta", "pacta", secret);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("No Pacta runs on " + data + ": start it first, or give --url", e);
        }
    }

    private void fill() throws SQLException, IOException {
        prepare();
        writeSourcesAndPeople();
        writeOrganisations();
        writeCouncilsAndMeetings();
        writeAgreements();
        writeProjects();
        writeStatements();
        writeHistory();
        moveSequences();
    }

    private void prepare() throws SQLException {
        focusAreas = numbers("select id from focus_area order by id");
        if (focusAreas.isEmpty()) {
            throw new IllegalStateException("The registry has no focus areas: start it with its sample first");
        }
        for (String table : List.of(
                "source",
                "person",
                "place",
                "organisation",
                "organisation_name",
                "council",
                "council_side",
                "pillar",
                "meeting",
                "meeting_role",
                "agreement",
                "signatory",
                "project",
                "participant",
                "commitment",
                "figure")) {
            above.put(table, highestId(table));
        }
        for (String cited : List.of(
                "person",
                "place",
                "organisation",
                "council",
                "meeting",
                "agreement",
                "project",
                "commitment",
                "figure")) {
            above.put(cited + "_citation", highestId(cited + "_citation"));
        }
        List<Long> found = numbers("select id from place where slug = 'singapore'");
        singapore = found.isEmpty() ? id("place", councils) : found.get(0);
        // Councils differ in size: the first has many times the meetings of the last.
        firstMeeting = new int[councils + 1];
        double whole = 0;
        for (int council = 0; council < councils; council++) {
            whole += 1 / (council + 4.0);
        }
        double sum = 0;
        councilOfMeeting = new int[meetings];
        for (int council = 0; council < councils; council++) {
            sum += 1 / (council + 4.0);
            firstMeeting[council + 1] = (int) Math.round(meetings * sum / whole);
            for (int meeting = firstMeeting[council]; meeting < firstMeeting[council + 1]; meeting++) {
                councilOfMeeting[meeting] = council;
            }
        }
    }

    /** Of the ids in use and of those a running Pacta has put aside for its next rows. */
    private long highestId(String table) throws SQLException {
        return numbers("select greatest((select max(id) from %1$s), (select last_value from %1$s_seq))"
                        .formatted(table))
                .get(0);
    }

    private void writeSourcesAndPeople() throws SQLException, IOException {
        try (Rows rows =
                copy("source", "id, title, local_title, publisher, language, kind, published_on, read_in_full, url")) {
            for (int i = 0; i < sources; i++) {
                SplittableRandom random = random("source", i);
                boolean chinese = random.nextInt(3) == 0;
                rows.add(
                        id("source", i),
                        chinese ? null : title(random),
                        chinese ? localTitle(random) : null,
                        random.nextInt(2) == 0 ? "Ministry of Trade and Industry" : "Harbour News",
                        chinese ? "zh" : "en",
                        i < meetings || random.nextInt(4) == 0 ? "press_release" : "news_article",
                        i < meetings ? dayOfMeeting(i) : someDay(random),
                        random.nextBoolean(),
                        "https://news.example.org/" + id("source", i));
            }
        }
        try (Rows rows = copy("person", "id, name, local_name")) {
            for (int i = 0; i < people; i++) {
                SplittableRandom random = random("person", i);
                rows.add(
                        id("person", i),
                        one(FAMILY_NAMES, random) + " " + one(GIVEN_NAMES, random) + " " + one(GIVEN_NAMES, random),
                        random.nextBoolean() ? syllables(random, 3) : null);
            }
        }
        cite("person", people);
        try (Rows rows = copy("place", "id, slug, name, local_name, kind")) {
            for (int i = 0; i < councils; i++) {
                SplittableRandom random = random("place", i);
                rows.add(
                        id("place", i),
                        "made-up-" + id("place", i),
                        one(FIRST, random) + " " + one(SECOND, random),
                        syllables(random, 2),
                        i % 3 == 0 ? "province" : "city");
            }
            if (singapore == id("place", councils)) {
                rows.add(singapore, "singapore", "Singapore", "新加坡", "country");
            }
        }
        cite("place", (int) (Math.max(singapore, id("place", councils - 1)) - above.get("place")));
    }

    private void writeOrganisations() throws SQLException, IOException {
        try (Rows rows = copy("organisation", "id, name, local_name, kind, place_id, to_complete")) {
            for (int i = 0; i < organisations; i++) {
                SplittableRandom random = random("organisation", i);
                int trade = random.nextInt(TRADES.size());
                String place = i % 2 == 0 ? " (Singapore)" : "";
                boolean local = random.nextInt(10) < 6;
                String name = one(FIRST, random) + " " + one(SECOND, random) + " " + TRADES.get(trade) + place;
                rows.add(
                        id("organisation", i),
                        local && random.nextInt(20) == 0 ? null : name,
                        local ? syllables(random, 3) + TRADES_ZH.get(trade) : null,
                        KINDS.get(trade),
                        placeOf(i),
                        random.nextInt(20) == 0);
            }
        }
        try (Rows rows = copy("organisation_name", "id, organisation_id, name, kind")) {
            for (int i = 0; i < organisations / 2; i++) {
                SplittableRandom random = random("organisation_name", i);
                rows.add(
                        id("organisation_name", i),
                        id("organisation", 2 * i),
                        one(FIRST, random) + one(SECOND, random) + " " + i,
                        random.nextBoolean() ? "alias" : "as_printed");
            }
        }
        cite("organisation", organisations);
    }

    private void writeCouncilsAndMeetings() throws SQLException, IOException {
        try (Rows rows = copy("council", "id, slug, name, local_name, acronym, kind, founded_on")) {
            for (int i = 0; i < councils; i++) {
                SplittableRandom random = random("council", i);
                String topic = one(FIELDS, random);
                rows.add(
                        id("council", i),
                        "made-up-" + id("council", i),
                        "Council for " + topic + " no. " + i,
                        syllables(random, 2) + "合作理事会",
                        "MC" + i,
                        "council",
                        String.valueOf(1996 + i % 20));
            }
        }
        try (Rows rows = copy("council_side", "id, council_id, place_id, position")) {
            for (int i = 0; i < councils; i++) {
                rows.add(id("council_side", 2 * i), id("council", i), singapore, 1);
                rows.add(id("council_side", 2 * i + 1), id("council", i), id("place", i), 2);
            }
        }
        try (Rows rows = copy("pillar", "id, council_id, name, position")) {
            for (int i = 0; i < 4 * councils; i++) {
                rows.add(
                        id("pillar", i), id("council", i / 4), "Pillar on " + FIELDS.get(i % FIELDS.size()), i % 4 + 1);
            }
        }
        cite("council", councils);
        try (Rows rows = copy(
                "meeting", "id, council_id, kind, ordinal, status, held_on, host_id, place_id, mode, outcomes_count")) {
            for (int i = 0; i < meetings; i++) {
                int council = councilOfMeeting[i];
                long host = i % 2 == 0 ? singapore : id("place", council);
                rows.add(
                        id("meeting", i),
                        id("council", council),
                        "session",
                        i - firstMeeting[council] + 1,
                        "held",
                        dayOfMeeting(i),
                        host,
                        host,
                        i % 9 == 0 ? "virtual" : "in_person",
                        true);
            }
        }
        try (Rows rows = copy("meeting_role", "id, meeting_id, role, person_id, office, side_id, position")) {
            for (int i = 0; i < 2 * meetings; i++) {
                SplittableRandom random = random("meeting_role", i / 2 / 5);
                rows.add(
                        id("meeting_role", i),
                        id("meeting", i / 2),
                        "co_chair",
                        id("person", (random.nextInt(people) + i % 2) % people),
                        i % 2 == 0 ? "Minister" : "Mayor",
                        i % 2 == 0 ? singapore : id("place", councilOfMeeting[i / 2]),
                        i % 2 + 1);
            }
        }
        cite("meeting", meetings);
    }

    private void writeAgreements() throws SQLException, IOException {
        int[] positions = new int[meetings];
        try (Rows rows = copy(
                "agreement",
                "id, kind, kind_as_printed, title, local_title, summary, council_id, meeting_id, position,"
                        + " signed_on, status, counting, parties")) {
            for (int i = 0; i < agreements; i++) {
                SplittableRandom random = random("agreement", i);
                int meeting = random.nextInt(meetings);
                int occasion = random.nextInt(100);
                boolean local = random.nextInt(3) == 0;
                String kind = share(
                        random,
                        "mou",
                        70,
                        "agreement",
                        12,
                        "framework_agreement",
                        6,
                        "letter_of_intent",
                        5,
                        "commercial_contract",
                        4,
                        "joint_statement",
                        2,
                        "other",
                        1);
                rows.add(
                        id("agreement", i),
                        kind,
                        kind.equals("mou") ? "MOU" : null,
                        local && random.nextInt(4) == 0 ? null : title(random),
                        local ? localTitle(random) : null,
                        random.nextInt(3) == 0
                                ? "Work on " + one(FIELDS, random) + " and " + one(FIELDS, random) + "."
                                : null,
                        occasion < 95 ? id("council", councilOfMeeting[meeting]) : null,
                        occasion < 80 ? id("meeting", meeting) : null,
                        occasion < 80 ? ++positions[meeting] : null,
                        occasion < 80 ? dayOfMeeting(meeting) : someDay(random),
                        share(random, "signed", 70, "in_force", 15, "expired", 10, "planned", 3, "terminated", 2),
                        occasion < 80 ? share(random, "in_count", 80, "not_stated", 15, "outside", 5) : "not_stated",
                        share(random, "all_published", 75, "some_published", 20, "not_published", 5));
            }
        }
        try (Rows rows = copy("signatory", "id, agreement_id, organisation_id, role, as_printed, position")) {
            for (int i = 0, row = 0; i < agreements; i++) {
                for (int position = 1; position <= PARTIES[i % 100]; position++, row++) {
                    SplittableRandom random = random("signatory", row);
                    rows.add(
                            id("signatory", row),
                            id("agreement", i),
                            id("organisation", partner(random, position)),
                            position < 4 ? "signs" : "implements",
                            null,
                            position);
                }
            }
        }
        try (Rows rows = join("signatory_side", "signatory_id", "place_id", "signatory")) {
            for (int i = 0, row = 0; i < agreements; i++) {
                for (int position = 1; position <= PARTIES[i % 100]; position++, row++) {
                    rows.add(id("signatory", row), placeOf(partner(random("signatory", row), position)));
                }
            }
        }
        focus("agreement", agreements);
        cite("agreement", agreements);
    }

    private void writeProjects() throws SQLException, IOException {
        int[] positions = new int[meetings];
        try (Rows rows = copy(
                "project",
                "id, title, local_title, council_id, meeting_id, position, launched_on, status, counting, parties")) {
            for (int i = 0; i < projects; i++) {
                SplittableRandom random = random("project", i);
                int meeting = random.nextInt(meetings);
                boolean local = random.nextInt(3) == 0;
                rows.add(
                        id("project", i),
                        local && random.nextInt(4) == 0 ? null : title(random),
                        local ? localTitle(random) : null,
                        id("council", councilOfMeeting[meeting]),
                        id("meeting", meeting),
                        ++positions[meeting],
                        dayOfMeeting(meeting),
                        share(random, "launched", 60, "completed", 25, "planned", 12, "stopped", 3),
                        share(random, "in_count", 85, "not_stated", 10, "outside", 5),
                        "all_published");
            }
        }
        try (Rows rows = copy("participant", "id, project_id, organisation_id, as_printed, position")) {
            for (int i = 0; i < 2 * projects; i++) {
                int organisation = partner(random("participant", i), i % 2 + 1);
                rows.add(
                        id("participant", i),
                        id("project", i / 2),
                        id("organisation", organisation),
                        "Partner " + organisation,
                        i % 2 + 1);
            }
        }
        try (Rows rows = join("participant_side", "participant_id", "place_id", "participant")) {
            for (int i = 0; i < 2 * projects; i++) {
                rows.add(id("participant", i), placeOf(partner(random("participant", i), i % 2 + 1)));
            }
        }
        try (Rows rows = join("project_agreement", "project_id", "agreement_id", "project")) {
            for (int i = 0; i < projects && agreements > 0; i += 3) {
                rows.add(
                        id("project", i),
                        id("agreement", random("project_agreement", i).nextInt(agreements)));
            }
        }
        focus("project", projects);
        cite("project", projects);
    }

    private void writeStatements() throws SQLException, IOException {
        try (Rows rows = copy(
                "figure",
                "id, council_id, meeting_id, series, measure, measure_as_printed, scope, value, comparator, standing")) {
            for (int i = 0; i < meetings; i++) {
                int council = councilOfMeeting[i];
                int number = i - firstMeeting[council] + 1;
                rows.add(
                        id("figure", 2 * i),
                        id("council", council),
                        id("meeting", i),
                        "at",
                        "mous",
                        "MOUs",
                        "at_meetings",
                        10,
                        "exactly",
                        "reported");
                rows.add(
                        id("figure", 2 * i + 1),
                        id("council", council),
                        id("meeting", i),
                        "after",
                        "mous",
                        "MOUs",
                        "at_meetings",
                        10 * number,
                        "exactly",
                        "reported");
            }
        }
        cite("figure", 2 * meetings);
        int commitments = agreements / 20;
        try (Rows rows = copy("commitment", "id, statement, agreement_id, due, outcome")) {
            for (int i = 0; i < commitments; i++) {
                SplittableRandom random = random("commitment", i);
                rows.add(
                        id("commitment", i),
                        title(random) + " goes live",
                        id("agreement", random.nextInt(agreements)),
                        someDay(random),
                        share(random, "not_published", 70, "kept", 20, "not_kept", 10));
            }
        }
        cite("commitment", commitments);
    }

    /** A revision for each meeting, over which the first versions of all rows are spread. */
    private void writeHistory() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long first = numbers("select greatest(max(id), nextval('revision_seq')) from revision")
                            .get(0)
                    + 1;
            statement.execute(
                    "insert into revision (id, made_at, made_by, reason) select n, now() - interval '1 hour', 'Bench', 'Recorded made-up'"
                            + " || ' outcomes' from generate_series(" + first + ", " + (first + meetings - 1) + ") n");
            statement.execute("select setval('revision_seq', " + (first + meetings) + ")");
            for (Map.Entry<String, String> table : parents.entrySet()) {
                String key = above.containsKey(table.getKey()) ? "id" : table.getValue() + "_id";
                String columns = columns(table.getKey() + "_aud");
                statement.execute(
                        "insert into %1$s_aud (%2$s, rev, revtype) select %2$s, %3$d + %4$s %% %5$d, 0 from %1$s where %4$s > %6$d"
                                .formatted(table.getKey(), columns, first, key, meetings, above.get(table.getValue())));
            }
            System.out.println("history written");
        }
    }

    private void moveSequences() throws SQLException {
        for (String table : above.keySet()) {
            numbers("select setval('%1$s_seq', greatest((select max(id) from %1$s), (select last_value from %1$s_seq)))"
                    .formatted(table));
        }
    }

    private void focus(String table, int count) throws SQLException, IOException {
        try (Rows rows = join(table + "_focus_area", table + "_id", "focus_area_id", table)) {
            for (int i = 0; i < count; i++) {
                SplittableRandom random = random(table + "_focus_area", i);
                int first = skewed(random, focusAreas.size());
                rows.add(id(table, i), focusAreas.get(first));
                if (random.nextBoolean() && focusAreas.size() > 1) {
                    rows.add(id(table, i), focusAreas.get((first + 1) % focusAreas.size()));
                }
            }
        }
    }

    private void cite(String table, int count) throws SQLException, IOException {
        try (Rows rows = copy(table + "_citation", "id, " + table + "_id, source_id, locator")) {
            for (int i = 0; i < count; i++) {
                SplittableRandom random = random(table + "_citation", i);
                rows.add(
                        id(table + "_citation", i),
                        id(table, i),
                        id("source", skewed(random, sources)),
                        "paragraph " + (random.nextInt(12) + 1));
            }
        }
    }

    private String title(SplittableRandom random) {
        String aim = AIMS.get(skewed(random, AIMS.size()));
        String title = aim + (aim.endsWith("s") ? " for " : " on ") + FIELDS.get(skewed(random, FIELDS.size()));
        return random.nextInt(4) == 0 ? title : title + " " + one(CIRCUMSTANCES, random);
    }

    private String localTitle(SplittableRandom random) {
        return FIELDS_ZH.get(skewed(random, FIELDS_ZH.size())) + AIMS_ZH.get(skewed(random, AIMS_ZH.size()));
    }

    /** Sides alternate, and a few organisations are everywhere. */
    private int partner(SplittableRandom random, int position) {
        return Math.min(organisations - 1, skewed(random, organisations) / 2 * 2 + position % 2);
    }

    private long placeOf(int organisation) {
        return organisation % 2 == 0 ? singapore : id("place", organisation / 2 % councils);
    }

    private String dayOfMeeting(int meeting) {
        int council = councilOfMeeting[meeting];
        int series = firstMeeting[council + 1] - firstMeeting[council];
        long span = 9_000;
        return LocalDate.of(2001, 3, 1)
                .plusDays(span * (meeting - firstMeeting[council]) / series + council)
                .toString();
    }

    private static String someDay(SplittableRandom random) {
        LocalDate day = LocalDate.of(2001, 1, 1).plusDays(random.nextInt(9_300));
        int exactness = random.nextInt(20);
        return exactness == 0
                ? day.toString().substring(0, 4)
                : exactness < 3 ? day.toString().substring(0, 7) : day.toString();
    }

    private static String syllables(SplittableRandom random, int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(one(SYLLABLES_ZH, random));
        }
        return word.toString();
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    /** The first of many are taken far more often than the last. */
    private static int skewed(SplittableRandom random, int count) {
        double even = random.nextDouble();
        return (int) (count * even * even);
    }

    private static String share(SplittableRandom random, Object... choices) {
        int ticket = random.nextInt(100);
        for (int i = 0; i < choices.length; i += 2) {
            ticket -= (Integer) choices[i + 1];
            if (ticket < 0) {
                return (String) choices[i];
            }
        }
        return (String) choices[0];
    }

    private static List<String> words(String text) {
        return List.of(text.replace("\n", "").split("\\|"));
    }

    private static int[] parties() {
        int[] parties = new int[100];
        for (int i = 0; i < 100; i++) {
            int shuffled = i * 37 % 100;
            parties[i] = shuffled < 10 ? 1 : shuffled < 75 ? 2 : shuffled < 92 ? 3 : shuffled < 98 ? 4 : 5;
        }
        return parties;
    }

    private SplittableRandom random(String table, int row) {
        return new SplittableRandom(
                seed * 0x9E3779B97F4A7C15L + table.hashCode() * 0xC2B2AE3D27D4EB4FL + row * 0x165667B19E3779F9L);
    }

    private long id(String table, int row) {
        return above.get(table) + 1 + row;
    }

    private Rows copy(String table, String columns) throws SQLException {
        parents.put(table, table);
        return new Rows(connection, table, columns);
    }

    private Rows join(String table, String key, String other, String parent) throws SQLException {
        parents.put(table, parent);
        return new Rows(connection, table, key + ", " + other);
    }

    private String columns(String twin) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select quote_ident(attname) from pg_attribute where attrelid = '" + twin
                                + "'::regclass and attnum > 0 and not attisdropped and attname not in ('rev', 'revtype', 'revend')")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return String.join(", ", names);
    }

    private List<Long> numbers(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    /** Rows on their way into a table by COPY. */
    private static final class Rows implements AutoCloseable {

        private final String table;
        private final BufferedWriter out;
        private final long start = System.nanoTime();
        private int count;

        private Rows(Connection connection, String table, String columns) throws SQLException {
            this.table = table;
            this.out = new BufferedWriter(
                    new OutputStreamWriter(
                            new PGCopyOutputStream(
                                    connection.unwrap(PGConnection.class),
                                    "copy " + table + " (" + columns + ") from stdin"),
                            StandardCharsets.UTF_8),
                    1 << 16);
        }

        /** The vocabulary holds neither tabs nor backslashes, so nothing needs escaping. */
        private void add(Object... values) throws IOException {
            for (int i = 0; i < values.length; i++) {
                out.write(i == 0 ? "" : "\t");
                out.write(values[i] == null ? "\\N" : values[i].toString());
            }
            out.write('\n');
            count++;
        }

        @Override
        public void close() throws IOException {
            out.close();
            System.out.printf("%-26s %,9d rows %6.1f s%n", table, count, (System.nanoTime() - start) / 1e9);
        }
    }
}
