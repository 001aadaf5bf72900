package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final ApplicationModules modules = ApplicationModules.of(PactaApplication.class);

    @Test
    void eachFeatureKeepsToItsDeclaredEdges() {
        modules.verify();
    }

    @Test
    void eachDeclaredEdgeIsUsed() {
        assertThat(modules)
                .allSatisfy(module -> assertThat(declared(module))
                        .as(module.getBasePackage().getName())
                        .isSubsetOf(module.getDirectDependencies(modules)
                                .uniqueModules()
                                .map(each -> each.getIdentifier().toString())
                                .toList()));
    }

    private static List<String> declared(org.springframework.modulith.core.ApplicationModule module) {
        return List.of(module.getBasePackage()
                .getAnnotation(ApplicationModule.class)
                .orElseThrow()
                .allowedDependencies());
    }

    @Test
    void theReadmeHasAWordForEachPackage() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(modules.stream().map(module -> "`%s`".formatted(module.getIdentifier())))
                .allSatisfy(name -> assertThat(readme).contains(name));
    }

    @Test
    void eachPackageIsAFeatureOfItsOwn() {
        Set<String> packages = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.pacta").stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals("org.pacta"))
                        .collect(Collectors.toSet());

        assertThat(modules.stream().map(module -> module.getBasePackage().getName()))
                .containsExactlyInAnyOrderElementsOf(packages);
    }
}
