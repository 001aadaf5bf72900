package org.pacta.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnGuessTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No.                     | 12                 | KEY
            Número                  | 12                 | KEY
            序号                     | 12                 | KEY
            Title of the MOU        | Robots             | TITLE
            Nombre del Tratado      | Robots             | TITLE
            Intitulé                | Robots             | TITLE
            协议名称                 | Robots             | TITLE
            中文名称                 | 机器人              | LOCAL_TITLE
            Partner institution     | Vermilion Systems  | PARTY
            Estados-Organismos      | SUECIA             | PARTY
            Partenaires             | Vermilion Systems  | PARTY
            合作单位                 | 海悦自动化          | PARTY
            Country                 | Sweden             | PARTY_PLACE
            País                    | SUECIA             | PARTY_PLACE
            国别                     | 瑞典               | PARTY_PLACE
            Naturaleza del Tratado  | TRATADO            | KIND
            Type of agreement       | MOU                | KIND
            类型                     | 谅解备忘录          | KIND
            Date of signature       | 17 May 2009        | SIGNED_ON
            Fecha de Suscripción    | 17/05/2009         | SIGNED_ON
            Année                   | 2009               | SIGNED_ON
            签署日期                 | 2009年5月           | SIGNED_ON
            Lugar de Adopción       | BOGOTA             | PLACE_OF_SIGNING
            Lieu de signature       | Paris              | PLACE_OF_SIGNING
            签署地点                 | 北京               | PLACE_OF_SIGNING
            Vigente                 | SI                 | STATUS
            Status                  | In force           | STATUS
            状态                     | 有效               | STATUS
            Valid until             | 2019-12-31         | VALID_UNTIL
            Valid until             | indefinite         | VALID_UNTIL
            Valid until             | the end of the project | NOTE
            有效期至                 | 2019-12-31         | VALID_UNTIL
            有效期                   | 五年                | RUNS_FOR
            Fecha de vencimiento    | 31/12/2019         | VALID_UNTIL
            Date d'expiration       | 31/12/2019         | VALID_UNTIL
            Entry into force        | 2009-05-17         | IN_FORCE_FROM
            Fecha de entrada en vigor | 17/05/2009       | IN_FORCE_FROM
            Date d'entrée en vigueur | 17/05/2009        | IN_FORCE_FROM
            生效日期                 | 2009-05-17         | IN_FORCE_FROM
            Ley Aprobatoria         | LEY 12 DE 2009     | APPROVAL
            Loi d'approbation       | 2009-12            | APPROVAL
            Authentic languages     | English, French    | AUTHENTIC_LANGUAGES
            作准文本                 | 中文、英文          | AUTHENTIC_LANGUAGES
            Duration                | 5 years            | RUNS_FOR
            Duration                | as agreed          | NOTE
            Durée                   | illimitée          | RUNS_FOR
            Suscribió Por           | SOMEBODY           | NOTE
            Objet                   | Robots             | SUMMARY
            备注                     | x                  | NOTE
            Xyz                     | 17 May 2009        | SIGNED_ON
            Xyz                     | https://a.example  | NOTE
            Signed                  | yes                | NOTE
            """)
    void tellsAColumnByItsHeadingAndItsValues(String heading, String value, ColumnTarget target) {
        assertThat(ColumnGuess.of(List.of(heading), List.of(List.of(value)))).containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            PARTY    ! Harbour Office; Pilots Board ! Gull Radio             ! ;
            PARTY    ! 甲国港务局；乙国海事局          ! 丙国大学                ! ；
            PARTY    ! Harbour Office | Pilots      ! A; B | C               ! |
            PARTY    ! Harbour Office, Oldport      ! 甲市科技、工贸委员会     ! ''
            TITLE    ! On pilots; on buoys          ! On tides               ! ''
            """)
    void proposesWhatStandsBetweenParties(ColumnTarget target, String one, String other, String separator) {
        assertThat(ColumnGuess.separator(target, List.of(one, other))).isEqualTo(separator);
    }

    @Test
    void aSecondColumnOfTheSameIsKeptAsANoteUnlessItNamesParties() {
        List<List<String>> samples =
                List.of(List.of("A"), List.of("B"), List.of("Robots"), List.of("Ships"), List.of());

        assertThat(ColumnGuess.of(List.of("Party A", "Party B", "Title", "Name", "Remarks"), samples))
                .containsExactly(
                        ColumnTarget.PARTY,
                        ColumnTarget.PARTY,
                        ColumnTarget.TITLE,
                        ColumnTarget.NOTE,
                        ColumnTarget.IGNORED);
    }
}
