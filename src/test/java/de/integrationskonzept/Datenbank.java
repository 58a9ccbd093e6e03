package de.integrationskonzept;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A fresh database for the application under test: H2 in memory, or a real PostgreSQL when the property
 * {@code datenbank} is {@code postgresql}.
 */
public class Datenbank implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("datenbank",
                "postgresql".equals(context.getEnvironment().getProperty("datenbank")) ? postgres(name) : h2(name)));
    }

    private static Map<String, Object> h2(String name) {
        return Map.of("spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1",
                "spring.datasource.username", "sa", "spring.datasource.password", "");
    }

    /** A new database in the one server of this JVM. */
    public static synchronized Map<String, Object> postgres(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().start();
            }
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return Map.of("spring.datasource.url", postgres.getJdbcUrl("postgres", name),
                    "spring.datasource.username", "postgres", "spring.datasource.password", "postgres");
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        } catch (SQLException fehler) {
            throw new IllegalStateException(fehler);
        }
    }
}
