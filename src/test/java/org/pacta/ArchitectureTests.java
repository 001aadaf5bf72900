package org.pacta;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormFields;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

class ArchitectureTests {

    private static final JavaClasses pacta = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.pacta");

    /** A service is the door through which a feature is written; whoever needs it finds it open. */
    @Test
    void onlyWhatAnotherFeatureUsesIsPublic() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and()
                .resideOutsideOfPackages("org.pacta", "org.pacta.platform..")
                .and(areNeitherEntitiesNorRecords())
                .and()
                .areNotAnnotatedWith(Service.class)
                .should(beUsedByAnotherPackage())
                .check(pacta);
    }

    @Test
    void aboutAThirdOfTheTypesIsPublic() {
        List<JavaClass> types = pacta.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();

        assertThat(types.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
                .hasSizeLessThanOrEqualTo(types.size() * 35 / 100);
    }

    @Test
    void controllersAndRepositoriesAreHidden() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(pacta);
    }

    @Test
    void anEntityIsChangedByItsOwnPackageOnly() {
        methods()
                .that()
                .areDeclaredInClassesThat(areEntities())
                .and()
                .haveRawReturnType(void.class)
                .should()
                .bePackagePrivate()
                .orShould()
                .bePrivate()
                .check(pacta);
        methods()
                .that()
                .areDeclaredInClassesThat(areEntities())
                .and()
                .arePublic()
                .should()
                .haveRawParameterTypes(new Class<?>[0])
                .check(pacta);
        fields().that()
                .areDeclaredInClassesThat(areEntities())
                .should()
                .bePrivate()
                .check(pacta);
        classes().that(areEntities()).should(haveNoPublicConstructor()).check(pacta);
    }

    /** A final method of a proxy is not passed on: it would read and write the proxy's own empty fields. */
    @Test
    void entitiesCanBeLoadedLazily() {
        methods()
                .that()
                .areDeclaredInClassesThat(areEntities())
                .should()
                .notBeFinal()
                .check(pacta);
        classes()
                .that(areEntities())
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .check(pacta);
    }

    @Test
    void entitiesHaveNoEqualsAndLoadNothingUnasked() {
        methods()
                .that()
                .areDeclaredInClassesThat(areEntities())
                .should()
                .notHaveName("equals")
                .andShould()
                .notHaveName("hashCode")
                .check(pacta);
        fields().that().areAnnotatedWith(ManyToOne.class).should(beLazy()).check(pacta);
        fields().that()
                .areAnnotatedWith(Id.class)
                .should()
                .haveRawType(Long.class)
                .check(pacta);
    }

    @Test
    void beansAreGivenWhatTheyNeedByTheirConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(pacta);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .notBeAnnotatedWith(Autowired.class)
                .check(pacta);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Dto|DTO|Impl|Utils?|Helper|Manager)")
                .check(pacta);
    }

    @Test
    void rulesArePlainJava() {
        noClasses()
                .that()
                .resideInAPackage("org.pacta.rules..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "org.hibernate..",
                        "java.sql..",
                        "javax.sql..",
                        "com.fasterxml.jackson..",
                        "tools.jackson..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.pacta.platform..",
                        "org.pacta.reference..",
                        "org.pacta.registry..",
                        "org.pacta.reader..",
                        "org.pacta.desk..",
                        "org.pacta.exchange..")
                .allowEmptyShould(true)
                .check(pacta);
    }

    @Test
    void aPackageHoldsAtMostFifteenTypes() {
        Map<String, Long> crowded = pacta.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(crowded)
                .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(15));
    }

    /** What day and hour it is only {@code WallClock} tells: in the zone of the registry, not of the machine. */
    @Test
    void nobodyAsksTheMachineForItsTimeZone() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe("the zone of the machine is asked for", call -> {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getName();
                    return name.equals("now") && owner.startsWith("java.time.") && !owner.equals("java.time.Instant")
                            || List.of("systemDefault", "systemDefaultZone", "toLocalDateTime")
                                            .contains(name)
                                    && !owner.equals("java.time.ZonedDateTime")
                            || List.of("java.util.TimeZone", "java.util.Calendar")
                                    .contains(owner);
                }))
                .check(pacta);
    }

    @Test
    void noTwoTypesShareAName() {
        Map<String, List<String>> byName = pacta.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));

        assertThat(byName)
                .allSatisfy((name, packages) -> assertThat(packages).as(name).hasSize(1));
    }

    /** What reads pasted texts is built anew, and apart from this. */
    @Test
    void noClassIsLongerThanFourHundredLines() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(each -> each.toString().endsWith(".java"))
                            .filter(each -> !each.toString().contains("/rules/annex/")))
                    .allSatisfy(each -> assertThat(Files.readAllLines(each)).hasSizeLessThanOrEqualTo(400));
        }
    }

    @Test
    void detailsStandWhereTheirPageShowsThem() {
        assertThat(pacta.stream()
                        .filter(type -> type.isAssignableTo(Form.class) && type.isRecord())
                        .filter(type -> !FormFields.details(type.reflect().asSubclass(Form.class))
                                .isEmpty()))
                .extracting(JavaClass::getSimpleName)
                .isSubsetOf("AgreementForm", "ProjectForm");
    }

    private static DescribedPredicate<JavaClass> areEntities() {
        return DescribedPredicate.describe(
                "are entities",
                type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(MappedSuperclass.class));
    }

    private static DescribedPredicate<JavaClass> areNeitherEntitiesNorRecords() {
        return DescribedPredicate.describe(
                "are neither entities nor records", type -> !areEntities().test(type) && !type.isRecord());
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return be(DescribedPredicate.describe(
                "used by another package",
                type -> type.getDirectDependenciesToSelf().stream()
                        .map(use -> use.getOriginClass().getPackageName())
                        .anyMatch(user -> !user.equals(type.getPackageName()))));
    }

    private static ArchCondition<JavaClass> haveNoPublicConstructor() {
        return new ArchCondition<>("have no public constructor") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean hidden = type.getConstructors().stream()
                        .noneMatch(each -> each.getModifiers().contains(JavaModifier.PUBLIC));
                events.add(new SimpleConditionEvent(type, hidden, type.getName() + " has a public constructor"));
            }
        };
    }

    private static ArchCondition<JavaField> beLazy() {
        return new ArchCondition<>("be lazy") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean lazy = field.getAnnotationOfType(ManyToOne.class).fetch() == FetchType.LAZY;
                events.add(new SimpleConditionEvent(field, lazy, field.getFullName() + " is not lazy"));
            }
        };
    }
}
