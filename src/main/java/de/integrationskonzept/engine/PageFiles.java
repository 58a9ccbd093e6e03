package de.integrationskonzept.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Browsers ask each time whether a script or style of the pages is still the same, and are told by what is in it. Else they would keep
 * those of the version before for days, and its date would not tell: each jar of ours carries the same one, so that it can be built again.
 */
class PageFiles implements BeanPostProcessor {

    private final Map<String, String> digests = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SimpleUrlHandlerMapping mapping) {
            mapping.getUrlMap().values().stream().filter(ResourceHttpRequestHandler.class::isInstance)
                    .forEach(handler -> byContent((ResourceHttpRequestHandler) handler));
        }
        return bean;
    }

    private void byContent(ResourceHttpRequestHandler handler) {
        handler.setUseLastModified(false);
        handler.setEtagGenerator(this::digest);
        if (handler.getCacheControl() == null) {
            handler.setCacheControl(CacheControl.noCache());
        }
    }

    /** A weak one: the server compresses nothing that carries a strong one. */
    private String digest(Resource file) {
        try {
            return digests.computeIfAbsent(file.getURL().toString(), url -> "W/\"" + md5(file) + '"');
        } catch (IOException unnamed) {
            throw new UncheckedIOException(unnamed);
        }
    }

    private static String md5(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
