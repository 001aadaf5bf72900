package org.pacta.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A provider of OpenID Connect that vouches for whatever a test tells it to. */
final class OtherService implements AutoCloseable {

    private final Map<String, Map<String, Object>> claims = new ConcurrentHashMap<>();
    private final HttpServer http;
    private final RSAKey key;

    OtherService() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        answer("/.well-known/openid-configuration", this::configuration);
        answer("/keys", () -> new JWKSet(key).toPublicJWKSet().toString());
        http.createContext("/token", exchange -> {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(exchange, token(claims.get(request.replaceAll("(?s).*\\bcode=(\\w+).*", "$1"))));
        });
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** From now on somebody who brings this code back has these claims. */
    void vouch(String code, Map<String, Object> vouched) {
        claims.put(code, vouched);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private String configuration() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(address());
    }

    private String token(Map<String, Object> vouched) {
        JWTClaimsSet.Builder claimed = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("42")
                .audience("pacta")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        vouched.forEach(claimed::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claimed.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return """
                {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
                """.formatted(token.serialize());
    }

    private void answer(String path, Supplier<String> json) {
        http.createContext(path, exchange -> send(exchange, json.get()));
    }

    private static void send(HttpExchange exchange, String json) {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
