package de.integrationskonzept.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Of several nodes that start at the same time one makes the tables, roles and rights, and the others find them. They wait in
 * PostgreSQL, which lets the next one in when the first has died over it; on any other database there is one node.
 */
@Component
class OneStartAtATime extends AbstractProcessEnginePlugin implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(OneStartAtATime.class);
    /** Any number, but the same for ever. */
    private static final long LOCK = 7_240_022_001L;

    private final DataSource dataSource;
    private Connection holding;

    OneStartAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Before the engine looks for its tables. */
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        try {
            Connection connection = dataSource.getConnection();
            if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                LOG.info("waiting for other nodes that are starting");
                execute(connection, "select pg_advisory_lock(" + LOCK + ")");
                holding = connection;
            } else {
                connection.close();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The engine stands, with all that belongs to it. */
    @Override
    public void afterSingletonsInstantiated() {
        if (holding != null) {
            try (Connection held = holding) {
                execute(held, "select pg_advisory_unlock(" + LOCK + ")");
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            holding = null;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
