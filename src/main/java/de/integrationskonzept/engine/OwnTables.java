package de.integrationskonzept.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Our tables ({@code IK_…}) and our indexes on engine tables, made after the engine has made its own. */
final class OwnTables {

    private OwnTables() {
    }

    static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .table("ik_schema_history")
                .locations(locations(dataSource))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** What only PostgreSQL can hold lies beside the rest; H2 is for the demonstration. */
    private static String[] locations(DataSource dataSource) {
        List<String> locations = new ArrayList<>(List.of("classpath:db"));
        try (Connection connection = dataSource.getConnection()) {
            if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                locations.add("classpath:db-postgresql");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return locations.toArray(String[]::new);
    }
}
