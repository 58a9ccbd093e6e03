package de.integrationskonzept.engine;

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
                .locations("classpath:db")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
