package org.pacta.platform.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacta.test.Staff;

/** A browser as far as signing in needs one: it keeps cookies, follows no redirect and sends a form with the token of its page. */
final class Window {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;
    private final Map<String, String> headers = new TreeMap<>(Map.of("Accept-Language", "en"));

    Window(int port) {
        address = "http://127.0.0.1:" + port;
    }

    Window with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Fills in the form of a page: names and values in turn. */
    HttpResponse<String> post(String page, String action, String... fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        Map<String, String> form = new TreeMap<>();
        if (token.find()) {
            form.put("_csrf", token.group(1));
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> upload(String action, String parts) {
        return send(request(action)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(parts)));
    }

    /** The same, by a program that does not say how long it is. */
    HttpResponse<String> uploadInChunks(String action, String parts) {
        return send(request(action)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(parts.getBytes(StandardCharsets.UTF_8)))));
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/sign-in", "/sign-in", "name", name, "password", password);
    }

    Window signedIn(SignedIn person) {
        signIn(person.name(), Staff.password(person));
        return this;
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(location -> location.replaceFirst("^https?://[^/]*", ""))
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
