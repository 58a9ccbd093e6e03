package de.integrationskonzept.stoerung;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes away from a database what later versions of the product have added to it, so that it is as an older one left it. */
final class Schemastand {

    private static final Pattern NUMMER = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern TABELLE = Pattern.compile("(?im)^create table (\\w+)");
    private static final Pattern INDEX = Pattern.compile("(?im)^create (?:unique )?index (?:if not exists )?(\\w+)");
    private static final Pattern SPALTE = Pattern.compile("(?im)^alter table (\\w+) add column (\\w+)");

    private final JdbcTemplate jdbc;

    Schemastand(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param letzter number of the newest file of that version, below {@code db} */
    void gehZurueckAuf(int letzter) throws IOException {
        for (Resource datei : new PathMatchingResourcePatternResolver().getResources("classpath:db/V*.sql")) {
            Matcher nummer = NUMMER.matcher(String.valueOf(datei.getFilename()));
            if (nummer.matches() && Integer.parseInt(nummer.group(1)) > letzter) {
                nimmWeg(datei.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        jdbc.update("delete from ik_schema_history where split_part(version, '.', 1)::int > ?", letzter);
    }

    private void nimmWeg(String anweisungen) {
        alle(INDEX, anweisungen).forEach(name -> jdbc.execute("drop index if exists " + name.get(0)));
        alle(TABELLE, anweisungen).forEach(name -> jdbc.execute("drop table if exists " + name.get(0) + " cascade"));
        alle(SPALTE, anweisungen).filter(name -> gibtEs(name.get(0)))
                .forEach(name -> jdbc.execute("alter table " + name.get(0) + " drop column if exists " + name.get(1)));
    }

    private boolean gibtEs(String tabelle) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, tabelle.toLowerCase()));
    }

    private static Stream<List<String>> alle(Pattern muster, String anweisungen) {
        return muster.matcher(anweisungen).results().map(treffer -> Stream.iterate(1, i -> i <= treffer.groupCount(), i -> i + 1).map(treffer::group).toList());
    }
}
