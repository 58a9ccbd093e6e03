package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.ValueTypeResolverImpl;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.mapper.MultipartFormData;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.springframework.stereotype.Component;

/**
 * The kinds of value that may come from outside, for everybody and through every door that takes variables: text, number,
 * yes or no, date, Json. No Java objects, files, bytes or XML; models and forms need none of them.
 */
@Component
class ListedValues extends AbstractProcessEnginePlugin {

    private static final Set<String> KINDS = Set.of("string", "integer", "long", "short", "double", "number", "boolean", "date", "json", "null");

    ListedValues() {
        CamundaRestResources.getConfigurationClasses().add(NoObjectInParts.class);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setValueTypeResolver(new ValueTypeResolverImpl() {
            @Override
            public ValueType typeForName(String name) {
                ValueType type = KINDS.contains(name) ? super.typeForName(name) : null;
                if (type == null) {
                    throw refused();
                }
                return type;
            }
        });
    }

    private static Refusal refused() {
        return new Refusal(BAD_REQUEST, "Eine Angabe ist nicht lesbar: Sie kann nur Text, Zahl, Ja oder "
                + "Nein, Datum oder Json sein. Bitte senden Sie sie als eines davon.");
    }

    /** A variable that is uploaded may name a Java class, past the types above. */
    static class NoObjectInParts implements ReaderInterceptor {

        @Context
        private UriInfo address;

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            Object read = context.proceed();
            if (read instanceof MultipartFormData parts && address.getPath().endsWith("/data") && parts.getNamedPart("type") != null) {
                throw refused();
            }
            return read;
        }
    }
}
