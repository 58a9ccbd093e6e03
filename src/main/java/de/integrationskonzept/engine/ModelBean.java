package de.integrationskonzept.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** A capability that models may call by its bean name; nothing else of the application is visible to them. */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {

    /** The name in expressions, for example {@code zeitplan}. */
    @AliasFor(annotation = Component.class)
    String value();
}
