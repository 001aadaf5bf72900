package org.pacta.reference.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.pacta.platform.shared.Name;

class OrganisationTests {

    private final Organisation crimsonLogic =
            new Organisation(Organisation.Kind.COMPANY, new Name("CrimsonLogic Pte Ltd", null));
    private final Organisation doubled = new Organisation(Organisation.Kind.COMPANY, new Name("Crimson Logic", null));

    @Test
    void hasANameInOneScriptAtLeast() {
        assertThat(new Organisation(Organisation.Kind.COMPANY, new Name(null, "上海数据集团"))
                        .name()
                        .local())
                .isEqualTo("上海数据集团");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Organisation(Organisation.Kind.COMPANY, new Name(null, null)));
    }

    @Test
    void isMergedIntoOneThatStands() {
        doubled.mergeInto(crimsonLogic);

        assertThat(doubled.mergedInto()).isSameAs(crimsonLogic);
        assertThatIllegalArgumentException().isThrownBy(() -> crimsonLogic.mergeInto(doubled));
        assertThatIllegalArgumentException().isThrownBy(() -> crimsonLogic.mergeInto(crimsonLogic));
    }
}
