package chancery;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of the house: which package may know which. */
class ArchitectureTest {
    /** A package, and the packages of the project that it may know; first those of the core, then those of the app. */
    private static final String MAP = """
            office     :
            register   : office
            document   : office register
            casefile   : office register document
            path       : office document
            ledger     : office
            reading    : office register document casefile
            procedure  : office register document casefile path
            comparison : office register document casefile path procedure

            audit      : office path ledger
            registry   : office register ledger audit
            engine     : office register document casefile path procedure ledger audit registry
            web        : office register document casefile path procedure ledger audit registry
            cli        : office register document casefile path procedure ledger audit registry
            cli        : reading comparison engine web
            """;

    private static final Map<String, Set<String>> MAY_KNOW = MAP.lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split("\\s*:\\s*", -1))
            .collect(Collectors.toMap(line -> line[0], line -> known(line[1]), ArchitectureTest::both, TreeMap::new));

    /** What is known to some packages only; the core has no Spring, Camunda and database on its class path at all. */
    private static final Map<String, Set<String>> KNOWN_TO = Map.of(
            "org.camunda..", Set.of("engine"),
            "org.springframework..", Set.of("audit", "registry", "engine", "web", "cli"),
            "java.sql..", Set.of("audit", "registry", "engine", "cli"),
            "picocli..", Set.of("cli"),
            "org.yaml..", Set.of("casefile"),
            "org.threeten.extra..", Set.of("document"),
            "com.ibm.icu..", Set.of("document", "comparison", "reading"),
            "org.apache..", Set.of("reading"),
            "org.jsoup..", Set.of("reading"),
            "org.jgrapht..", Set.of("comparison"));

    private static Set<String> known(String names) {
        return names.isEmpty() ? Set.of() : Set.of(names.split(" ", -1));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("chancery");

    @Test
    void the_table_lists_every_package() {
        Set<String> found = HOUSE.stream()
                .map(type -> type.getPackageName().replaceFirst("^chancery\\.([a-z]+).*", "$1"))
                .collect(Collectors.toSet());

        assertThat(MAY_KNOW.keySet()).isEqualTo(found);
    }

    @Test
    void a_package_knows_only_what_the_table_lists() {
        MAY_KNOW.forEach((name, known) -> {
            String[] allowed = Arrays.stream(known.toArray(String[]::new))
                    .map(other -> "chancery." + other + "..")
                    .toArray(String[]::new);
            DescribedPredicate<JavaClass> foreign = resideInAPackage("chancery..")
                    .and(DescribedPredicate.not(resideInAPackage("chancery." + name + "..")));
            noClasses()
                    .that()
                    .resideInAPackage("chancery." + name + "..")
                    .should()
                    .dependOnClassesThat(
                            known.isEmpty()
                                    ? foreign
                                    : foreign.and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                    .check(HOUSE);
        });
    }

    @Test
    void technique_is_known_only_where_it_belongs() {
        KNOWN_TO.forEach((technique, packages) -> noClasses()
                .that()
                .resideOutsideOfPackages(
                        packages.stream().map(name -> "chancery." + name + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technique)
                .check(HOUSE));
    }

    @Test
    void packages_and_their_rooms_stand_in_no_circle() {
        slices().matching("chancery.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void time_comes_from_a_clock() {
        for (Class<?> time : Set.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(time, "now").check(HOUSE);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(HOUSE);
        classes()
                .that()
                .resideOutsideOfPackages("chancery.engine..", "chancery.cli..")
                .should()
                .onlyCallMethodsThat(DescribedPredicate.describe(
                        "do not make a clock",
                        call -> !(call.getOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system"))))
                .check(HOUSE);
    }
}
