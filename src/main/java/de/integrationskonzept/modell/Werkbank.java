package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.UNAUTHORIZED;

import de.integrationskonzept.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What the editors in the browser are made of, for people who are logged in. Folders of libraries carry their version, so a
 * browser may keep them; our own element templates are asked for anew each time.
 */
@Configuration(proxyBeanMethods = false)
class Werkbank implements WebMvcConfigurer, HandlerInterceptor {

    private static final String ORT = "/werkbank/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry orte) {
        orte.addResourceHandler(ORT + "bausteine/*.json").addResourceLocations("classpath:/werkbank/bausteine/")
                .setCacheControl(CacheControl.noCache());
        orte.addResourceHandler(ORT + "**").addResourceLocations("classpath:/werkbank/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }

    @Override
    public void addInterceptors(InterceptorRegistry waechter) {
        waechter.addInterceptor(this).addPathPatterns(ORT + "**");
    }

    /** Without the header that makes a browser ask for a password: a page whose session is over says so itself. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        HttpSession sitzung = request.getSession(false);
        Authentications wer = sitzung == null ? null : AuthenticationUtil.getAuthsFromSession(sitzung);
        if (wer == null || wer.getAuthentications().isEmpty()) {
            throw new Refusal(UNAUTHORIZED, "Bitte melden Sie sich an und versuchen Sie es noch einmal.");
        }
        return true;
    }
}
