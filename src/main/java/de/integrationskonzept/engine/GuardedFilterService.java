package de.integrationskonzept.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * The engine's filter service; a filter with expressions of its own is neither saved nor run, whoever put it into the
 * database.
 */
class GuardedFilterService extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        if (filter != null) {
            QueryExpressions.refuseUnlessShipped(filter.getQuery());
        }
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        return checked(filterId, null, () -> super.list(filterId));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
        return checked(filterId, extendingQuery, () -> super.list(filterId, extendingQuery));
    }

    @Override
    public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
        return checked(filterId, null, () -> super.listPage(filterId, firstResult, maxResults));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extendingQuery, int firstResult, int maxResults) {
        return checked(filterId, extendingQuery, () -> super.listPage(filterId, extendingQuery, firstResult, maxResults));
    }

    @Override
    public <T> T singleResult(String filterId) {
        return checked(filterId, null, () -> super.<T>singleResult(filterId));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
        return checked(filterId, extendingQuery, () -> super.<T, Q>singleResult(filterId, extendingQuery));
    }

    @Override
    public Long count(String filterId) {
        return checked(filterId, null, () -> super.count(filterId));
    }

    @Override
    public Long count(String filterId, Query<?, ?> extendingQuery) {
        return checked(filterId, extendingQuery, () -> super.count(filterId, extendingQuery));
    }

    private <R> R checked(String filterId, Query<?, ?> extendingQuery, Supplier<R> run) {
        QueryExpressions.refuseAny(extendingQuery);
        return commandExecutor.execute(context -> {
            Filter stored = filterId == null ? null : context.getFilterManager().findFilterById(filterId);
            if (stored != null) {
                QueryExpressions.refuseUnlessShipped(stored.getQuery());
            }
            return run.get();
        });
    }
}
