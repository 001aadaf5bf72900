package org.pacta.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MoU                                              | mou
            MEMORANDO DE ENTENDIMIENTO SOBRE EL ACUERDO      | mou
            Memorandum d’entente                             | mou
            合作谅解备忘录                                    | mou
            TRATADO                                          | agreement
            Convención                                       | agreement
            CANJE DE NOTAS QUE CONSTITUYE UN ACUERDO         | agreement
            Traité d'amitié                                  | agreement
            合作协议                                          | agreement
            ACUERDO MARCO                                    | framework_agreement
            战略合作框架协议                                   | framework_agreement
            Contrato                                         | commercial_contract
            Lettre d'intention                               | letter_of_intent
            PROTOCOLO MODIFICATORIO AL CONVENIO              | protocol
            DECLARACION CONJUNTA                             | joint_statement
            行动计划                                          | action_plan
            """)
    void tellsAnInstrumentByTheWordThatComesFirst(String words, String kind) {
        assertThat(InstrumentWords.kind(words)).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amount", "ENMIENDA", "contractor list"})
    void leavesOtherWords(String words) {
        assertThat(InstrumentWords.kind(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Status      | In force     | in_force
            Status      | Not active   | expired
            Estado      | VENCIDO      | expired
            Vigente     | SI           | in_force
            In force    | yes          | in_force
            是否有效     | 是           | in_force
            Statut      | résilié      | terminated
            状态         | 已到期        | expired
            """)
    void tellsAState(String heading, String words, String state) {
        assertThat(InstrumentWords.state(heading, words)).hasValue(state);
    }

    @ParameterizedTest
    @CsvSource({"Vigente, NO", "Remark, yes", "Status, ???"})
    void doesNotSayWhatNoMeans(String heading, String words) {
        assertThat(InstrumentWords.state(heading, words)).isEmpty();
    }
}
