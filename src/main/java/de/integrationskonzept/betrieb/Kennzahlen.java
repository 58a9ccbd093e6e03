package de.integrationskonzept.betrieb;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the monitoring every {@link Kennzahl}, however many ask and however often, from one statement in half a minute. Where the database
 * does not answer there is no figure (NaN) until the next half minute.
 */
@Component
class Kennzahlen implements MeterBinder {

    static final Duration FRISCH = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Kennzahlen.class);
    private static final Duration VERSPAETET = Duration.ofMinutes(10);
    private static final String ABFRAGE = Stream.of(Kennzahl.values()).map(Kennzahl::abfrage).collect(Collectors.joining(", ", "select ", ""));

    private final JdbcClient datenbank;
    private Map<Kennzahl, Double> stand = Map.of();
    private Instant gelesen = Instant.EPOCH;

    Kennzahlen(JdbcClient datenbank) {
        this.datenbank = datenbank;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.of(Kennzahl.values()).forEach(zahl -> Gauge.builder(zahl.kennung(), () -> wert(zahl)).description(zahl.bedeutung())
                .register(registry));
    }

    private synchronized double wert(Kennzahl zahl) {
        Instant jetzt = ClockUtil.getCurrentTime().toInstant();
        // Either way: a clock may be set back.
        if (Duration.between(gelesen, jetzt).abs().compareTo(FRISCH) >= 0) {
            gelesen = jetzt;
            stand = lies(jetzt);
        }
        return stand.getOrDefault(zahl, Double.NaN);
    }

    private Map<Kennzahl, Double> lies(Instant jetzt) {
        try {
            return datenbank.sql(ABFRAGE).param("jetzt", Timestamp.from(jetzt)).param("vorhin", Timestamp.from(jetzt.minus(VERSPAETET)))
                    .query(Kennzahlen::zeile).single();
        } catch (DataAccessException fehler) {
            LOG.warn("the figures for the monitoring cannot be read: {}", fehler.getClass().getName());
            return Map.of();
        }
    }

    private static Map<Kennzahl, Double> zeile(ResultSet zeile, int nummer) throws SQLException {
        Map<Kennzahl, Double> zahlen = new EnumMap<>(Kennzahl.class);
        for (Kennzahl zahl : Kennzahl.values()) {
            zahlen.put(zahl, zeile.getDouble(zahl.ordinal() + 1));
        }
        return zahlen;
    }
}
