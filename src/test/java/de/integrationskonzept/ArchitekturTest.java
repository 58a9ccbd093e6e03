package de.integrationskonzept;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Die Pakete halten Abstand")
class ArchitekturTest {

    private static final String UNSERE = "de.integrationskonzept..";
    private static final JavaClasses KLASSEN = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("de.integrationskonzept");

    /** The demonstration is not part of the product, but a user of it. */
    private static final JavaClasses MIT_DEMO = Files.isDirectory(Path.of("target/demo-classes"))
            ? new ClassFileImporter().importPaths(Path.of("target/classes"), Path.of("target/demo-classes")) : KLASSEN;

    @Test
    @DisplayName("engine kennt keines unserer Pakete")
    void engineKenntNiemanden() {
        pruefe(noClasses().that().resideInAPackage("..integrationskonzept.engine..").should().dependOnClassesThat(
                resideInAPackage(UNSERE).and(not(resideInAPackage("..integrationskonzept.engine..")))));
    }

    @Test
    @DisplayName("akte kennt nur engine")
    void akteKenntNurEngine() {
        pruefe(noClasses().that().resideInAPackage("..integrationskonzept.akte..").should().dependOnClassesThat(
                resideInAPackage(UNSERE).and(not(
                        resideInAnyPackage("..integrationskonzept.akte..", "..integrationskonzept.engine..")))));
    }

    @Test
    @DisplayName("anmeldung kennt nur engine und rolle, und niemand kennt anmeldung")
    void anmeldungIstAustauschbar() {
        pruefe(noClasses().that().resideInAPackage("..integrationskonzept.anmeldung..").should().dependOnClassesThat(
                resideInAPackage(UNSERE).and(not(resideInAnyPackage("..integrationskonzept.anmeldung..",
                        "..integrationskonzept.engine..", "..integrationskonzept.rolle..")))));
        pruefe(noClasses().that().resideOutsideOfPackage("..integrationskonzept.anmeldung..").should().dependOnClassesThat(
                resideInAPackage("..integrationskonzept.anmeldung..")));
    }

    @Test
    @DisplayName("dokument kennt akte, engine, formular, rolle und vorlage, und niemand kennt dokument")
    void dokumentStehtOben() {
        pruefe(noClasses().that().resideInAPackage("..integrationskonzept.dokument..").should().dependOnClassesThat(
                resideInAPackage(UNSERE).and(not(resideInAnyPackage("..integrationskonzept.dokument..", "..integrationskonzept.akte..",
                        "..integrationskonzept.engine..", "..integrationskonzept.formular..", "..integrationskonzept.rolle..",
                        "..integrationskonzept.vorlage..")))));
        pruefe(noClasses().that().resideOutsideOfPackage("..integrationskonzept.dokument..").should().dependOnClassesThat(
                resideInAPackage("..integrationskonzept.dokument..")));
    }

    @Test
    @DisplayName("vorlage kennt nur engine")
    void vorlageStehtUnten() {
        pruefe(noClasses().that().resideInAPackage("..integrationskonzept.vorlage..").should().dependOnClassesThat(
                resideInAPackage(UNSERE).and(not(resideInAnyPackage("..integrationskonzept.vorlage..", "..integrationskonzept.engine..")))));
    }

    @Test
    @DisplayName("modell kennt akte, engine, formular, rolle, vorlage und zeitplan, und niemand kennt modell")
    void modellStehtOben() {
        pruefe(noClasses().that().resideInAPackage("..integrationskonzept.modell..").should().dependOnClassesThat(
                resideInAPackage(UNSERE).and(not(resideInAnyPackage("..integrationskonzept.modell..", "..integrationskonzept.akte..",
                        "..integrationskonzept.engine..", "..integrationskonzept.formular..", "..integrationskonzept.rolle..",
                        "..integrationskonzept.vorlage..", "..integrationskonzept.zeitplan..")))));
        pruefe(noClasses().that().resideOutsideOfPackage("..integrationskonzept.modell..").should().dependOnClassesThat(
                resideInAPackage("..integrationskonzept.modell..")));
    }

    @Test
    @DisplayName("beteiligung kennt engine, formular und nachricht, und niemand kennt beteiligung")
    void beteiligungStehtOben() {
        pruefe(noClasses().that().resideInAPackage("..integrationskonzept.beteiligung..").should().dependOnClassesThat(
                resideInAPackage(UNSERE).and(not(resideInAnyPackage("..integrationskonzept.beteiligung..", "..integrationskonzept.engine..",
                        "..integrationskonzept.formular..", "..integrationskonzept.nachricht..")))));
        pruefe(noClasses().that().resideOutsideOfPackage("..integrationskonzept.beteiligung..").should().dependOnClassesThat(
                resideInAPackage("..integrationskonzept.beteiligung..")));
    }

    @Test
    @DisplayName("vertretung kennt nur akte, engine und rolle")
    void vertretungStehtUnten() {
        pruefe(noClasses().that().resideInAPackage("..integrationskonzept.vertretung..").should().dependOnClassesThat(
                resideInAPackage(UNSERE).and(not(resideInAnyPackage("..integrationskonzept.vertretung..", "..integrationskonzept.akte..",
                        "..integrationskonzept.engine..", "..integrationskonzept.rolle..")))));
    }

    @Test
    @DisplayName("Keine Kreise zwischen Paketen")
    void keineKreise() {
        pruefe(slices().matching("de.integrationskonzept.(*)..").should().beFreeOfCycles());
    }

    @Test
    @DisplayName("Pakete heißen nach Fähigkeiten, nicht nach Bauart")
    void keineSammelpakete() {
        pruefe(noClasses().should().resideInAnyPackage("..service..", "..impl..", "..util..", "..utils..", "..common..", "..helper.."));
    }

    @Test
    @DisplayName("Öffentlich ist nur, was ein anderes Paket braucht")
    void paketprivat() {
        classes().that().areTopLevelClasses().and().resideInAPackage(UNSERE).and().haveModifier(JavaModifier.PUBLIC)
                .should(anderswoGebraucht()).allowEmptyShould(true).check(MIT_DEMO);
    }

    private static ArchCondition<JavaClass> anderswoGebraucht() {
        return new ArchCondition<>("be used by another package, offered to models, or start the application") {
            @Override
            public void check(JavaClass klasse, ConditionEvents events) {
                boolean gebraucht = klasse.getDirectDependenciesToSelf().stream()
                        .anyMatch(d -> !d.getOriginClass().getPackageName().equals(klasse.getPackageName()))
                        || klasse.isAnnotatedWith("de.integrationskonzept.engine.ModelBean")
                        || klasse.isAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication");
                events.add(new SimpleConditionEvent(klasse, gebraucht, klasse.getName() + " is public but used in its own package only"));
            }
        };
    }

    private static void pruefe(ArchRule regel) {
        regel.allowEmptyShould(true).check(KLASSEN);
    }
}
