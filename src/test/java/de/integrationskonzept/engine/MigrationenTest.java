package de.integrationskonzept.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes are brought up to date one after the other, so the version before must go on working on the tables of the next. */
@DisplayName("Unsere Tabellen werden nur ergänzt: die Version davor läuft auf ihnen weiter")
class MigrationenTest {

    private static final Pattern NEU = Pattern.compile("create table (\\w+)");
    /** First group: the table that the statement is about. */
    private static final List<Pattern> VERBOTEN = Stream.of("drop table (?:if exists )?(\\w+).*", "truncate (?:table )?(\\w+).*",
            "alter table (\\w+) drop .*", "alter table (\\w+) rename .*", "alter table (\\w+) alter (?:column )?+\\w++ (?!drop not null|set default).*",
            "alter table (\\w+) add (?:constraint|primary|unique|check|foreign) .*",
            "alter table (\\w+) add (?!constraint)(?=.*\\b(?:not null|unique|primary key)\\b)"
                    + "(?!.*\\bnot null default\\b|.*\\bdefault .*not null\\b).*",
            "create unique index \\w+ on (\\w+).*", "create table \\w+ .*references (\\w++) (?:\\([^)]*\\) ?)?+(?!on delete cascade).*")
            .map(regel -> Pattern.compile(regel)).toList();

    static List<Path> dateien() {
        try (Stream<Path> dateien = Stream.of("db", "db-postgresql").map(Path.of("src/main/resources")::resolve).flatMap(MigrationenTest::in)) {
            return dateien.filter(datei -> datei.toString().endsWith(".sql")).sorted().toList();
        }
    }

    private static Stream<Path> in(Path ordner) {
        try {
            return Files.list(ordner);
        } catch (IOException fehlt) {
            throw new UncheckedIOException(fehlt);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dateien")
    @DisplayName("Keine Datei nimmt einer bestehenden Tabelle etwas weg oder verlangt von ihr mehr als bisher")
    void nurErgaenzt(Path datei) throws IOException {
        assertThat(verbotene(Files.readString(datei))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table IK_POST", "alter table IK_POST drop column HTML", "alter table IK_POST rename column HTML to TEXT",
            "alter table IK_POST rename to IK_BRIEF", "alter table IK_POST add column NEU varchar(8) not null",
            "alter table IK_POST alter column HTML set not null", "alter table IK_POST alter column HTML type varchar(5)",
            "alter table IK_POST add constraint EINDEUTIG unique (ADRESSE)", "create unique index EINDEUTIG on IK_POST (ADRESSE)",
            "truncate table IK_POST", "-- harmless\nalter   table IK_POST\n drop HTML",
            "create table IK_NEU (ID int not null, PERSON varchar(64), constraint F foreign key (PERSON) references ACT_ID_USER (ID_))"})
    @DisplayName("Die Regel erkennt, woran die Version davor scheitern würde")
    void erkannt(String anweisung) {
        assertThat(verbotene(anweisung)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table IK_NEU (ID int not null, constraint IK_NEU_PK primary key (ID))",
            "create index SCHNELL on ACT_RU_TASK (OWNER_)",
            "alter table IK_POST add column NEU varchar(8)", "alter table IK_POST add column NEU int default 0 not null",
            "alter table IK_POST alter column HTML drop not null", "insert into IK_POST (ID) values (1)",
            "create table IK_NEU (PERSON varchar(64), constraint F foreign key (PERSON) references ACT_ID_USER (ID_) on delete cascade)",
            "create table IK_NEU (ID int); alter table IK_NEU add constraint IK_NEU_PK primary key (ID)"})
    @DisplayName("Und lässt, was ergänzt")
    void erlaubt(String anweisungen) {
        assertThat(verbotene(anweisungen)).isEmpty();
    }

    @Test
    @DisplayName("Jede Nummer kommt einmal vor")
    void nummern() {
        assertThat(dateien().stream().map(datei -> datei.getFileName().toString().split("__")[0])).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    private static List<String> verbotene(String sql) {
        List<String> verbotene = new ArrayList<>();
        Set<String> neue = new HashSet<>();
        String bereinigt = sql.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
        Arrays.stream(bereinigt.split(";")).map(a -> a.strip().replaceAll("\\s+", " ")).forEach(anweisung -> {
            Matcher neu = NEU.matcher(anweisung);
            if (neu.lookingAt()) {
                neue.add(neu.group(1));
            }
            if (VERBOTEN.stream().map(regel -> regel.matcher(anweisung)).anyMatch(treffer -> treffer.matches() && !neue.contains(treffer.group(1)))) {
                verbotene.add(anweisung);
            }
        });
        return verbotene;
    }
}
