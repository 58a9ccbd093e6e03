package de.integrationskonzept.anmeldung;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Login by OpenID Connect, profile {@code oidc}: authorization code with PKCE, state and nonce. Spring Security stands at
 * the addresses of the login and nowhere else; from then on the person has the session of the web applications.
 */
@Configuration(proxyBeanMethods = false)
@Profile("oidc")
@EnableWebSecurity
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class OidcKonfiguration {

    /** Name of the registration in the configuration and in the address that the provider leads back to. */
    static final String ANBIETER = "verzeichnis";

    private static final Duration FRIST = Duration.ofSeconds(5);
    private static final String[] TUEREN = {"/oauth2/*", "/login/oauth2/*", "/anmeldung/*"};

    /** Asks the provider for its addresses when they are first needed, and again after a failure: the start does not depend on it. */
    @Bean
    ClientRegistrationRepository anbieter(OAuth2ClientProperties angaben) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                new OAuth2ClientPropertiesMapper(angaben).asClientRegistrations()));
    }

    @Bean
    DelegatingFilterProxyRegistrationBean tuerDesVerzeichnisses() {
        var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.addUrlPatterns(TUEREN);
        return registration;
    }

    @Bean
    SecurityFilterChain anmeldung(HttpSecurity http, ClientRegistrationRepository anbieter, Oidcankunft ankunft) throws Exception {
        var anfragen = new DefaultOAuth2AuthorizationRequestResolver(anbieter,
                OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        anfragen.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return http.securityMatcher("/oauth2/**", "/login/oauth2/**", "/anmeldung/**")
                .authorizeHttpRequests(wege -> wege.requestMatchers("/anmeldung/**").permitAll().anyRequest().denyAll())
                .headers(kopf -> kopf.contentSecurityPolicy(regel -> regel.policyDirectives(
                        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(verweis -> { }))
                // The state of the login protects it; the rest here changes nothing.
                .csrf(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(wer -> wer.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .oauth2Login(login -> login.loginPage(Anmeldewege.WEITER)
                        .authorizationEndpoint(hin -> hin.authorizationRequestResolver(anfragen))
                        // Goes with the session that ends when the person has arrived: access tokens are not kept.
                        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                        .tokenEndpoint(code -> code.accessTokenResponseClient(codegegenTokens()))
                        .userInfoEndpoint(auskunft -> auskunft.oidcUserService(auskunft()))
                        .successHandler(ankunft).failureHandler(ankunft))
                .build();
    }

    private static RestClientAuthorizationCodeTokenResponseClient codegegenTokens() {
        var tausch = new RestClientAuthorizationCodeTokenResponseClient();
        tausch.setRestClient(RestClient.builder().requestFactory(mitFrist()).messageConverters(wandler -> {
            wandler.clear();
            wandler.addAll(List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        return tausch;
    }

    private static OidcUserService auskunft() {
        RestTemplate fragen = new RestTemplate(mitFrist());
        fragen.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService person = new DefaultOAuth2UserService();
        person.setRestOperations(fragen);
        OidcUserService auskunft = new OidcUserService();
        auskunft.setOauth2UserService(person);
        return auskunft;
    }

    private static SimpleClientHttpRequestFactory mitFrist() {
        var verbindungen = new SimpleClientHttpRequestFactory();
        verbindungen.setConnectTimeout(FRIST);
        verbindungen.setReadTimeout(FRIST);
        return verbindungen;
    }
}
