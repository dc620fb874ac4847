package dev.durascope.runtime.binding.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.EffectiveConfig.Assets;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered for which path; each answer as wrangler 4.164 gives it. */
class StaticAssetsTest {
  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    write("index.html", "home");
    write("about.html", "about");
    write("blog/index.html", "blog");
    write("blog/post.html", "post");
    write("style.css", "css");
    write("a b.txt", "spaced");
    write("404.html", "lost");
  }

  private void write(String name, String text) throws IOException {
    var file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private StaticAssets assets(String html, String notFound, String... workerFirst) {
    return new StaticAssets(
        new Assets(
            directory,
            Optional.empty(),
            Optional.of(html),
            Optional.of(notFound),
            List.of(workerFirst)));
  }

  private static RequestMessage request(String method, String path, Header... headers) {
    return new RequestMessage(
        method, "http://localhost" + path, List.of(headers), Body.NONE, "manual");
  }

  private static String header(ResponseMessage response, String name) {
    return response.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  /** Status, then where it leads or what it says. */
  private static String get(StaticAssets assets, String path) {
    var response = assets.fetch(request("GET", path));
    var text =
        response.body() instanceof Body.Bytes bytes
            ? new String(bytes.bytes(), StandardCharsets.UTF_8)
            : header(response, "location");
    return (response.status() + " " + text).strip();
  }

  @Test
  void htmlIsFoundWithoutItsEnd() {
    var assets = assets("auto-trailing-slash", "none");
    assertThat(get(assets, "/")).isEqualTo("200 home");
    assertThat(get(assets, "/about")).isEqualTo("200 about");
    assertThat(get(assets, "/about.html")).isEqualTo("307 /about");
    assertThat(get(assets, "/about/")).isEqualTo("307 /about");
    assertThat(get(assets, "/about/index.html")).isEqualTo("307 /about");
    assertThat(get(assets, "/blog")).isEqualTo("307 /blog/");
    assertThat(get(assets, "/blog/")).isEqualTo("200 blog");
    assertThat(get(assets, "/blog/index.html")).isEqualTo("307 /blog/");
    assertThat(get(assets, "/blog/index")).isEqualTo("307 /blog/");
    assertThat(get(assets, "/index.html?q=1")).isEqualTo("307 /?q=1");
    assertThat(get(assets, "/none")).isEqualTo("404");
  }

  @Test
  void aSlashIsForced() {
    var assets = assets("force-trailing-slash", "none");
    assertThat(get(assets, "/about")).isEqualTo("307 /about/");
    assertThat(get(assets, "/about/")).isEqualTo("200 about");
    assertThat(get(assets, "/about.html")).isEqualTo("307 /about/");
    assertThat(get(assets, "/blog")).isEqualTo("307 /blog/");
    assertThat(get(assets, "/blog/")).isEqualTo("200 blog");
  }

  @Test
  void aSlashIsDropped() {
    var assets = assets("drop-trailing-slash", "none");
    assertThat(get(assets, "/about/")).isEqualTo("307 /about");
    assertThat(get(assets, "/blog/")).isEqualTo("307 /blog");
    assertThat(get(assets, "/blog")).isEqualTo("200 blog");
    assertThat(get(assets, "/blog/index.html")).isEqualTo("307 /blog");
    assertThat(get(assets, "/index")).isEqualTo("307 /");
    assertThat(get(assets, "/")).isEqualTo("200 home");
  }

  @Test
  void htmlIsAFileAsAnyOther() {
    var assets = assets("none", "none");
    assertThat(get(assets, "/")).isEqualTo("404");
    assertThat(get(assets, "/about")).isEqualTo("404");
    assertThat(get(assets, "/about.html")).isEqualTo("200 about");
  }

  @Test
  void whatIsNotFoundIsAPageOrTheApplication() {
    var page = assets("auto-trailing-slash", "404-page");
    assertThat(get(page, "/deep/er/none")).isEqualTo("404 lost");
    var application = assets("auto-trailing-slash", "single-page-application");
    assertThat(get(application, "/deep/er/none")).isEqualTo("200 home");
  }

  @Test
  void aPathIsEncodedInOneWay() {
    var assets = assets("auto-trailing-slash", "none");
    assertThat(get(assets, "/a%20b.txt")).isEqualTo("200 spaced");
    assertThat(get(assets, "/%61bout")).isEqualTo("307 /about");
    assertThat(get(assets, "//about")).isEqualTo("307 /about");
    assertThat(get(assets, "/../secret")).isEqualTo("404");
    assertThat(get(assets, "/%2e%2e/secret")).isEqualTo("404");
  }

  @Test
  void aFileHasItsHeaders() {
    var assets = assets("auto-trailing-slash", "none");
    var response = assets.fetch(request("GET", "/style.css"));
    assertThat(header(response, "content-type")).isEqualTo("text/css; charset=utf-8");
    assertThat(header(response, "cache-control")).isEqualTo("public, max-age=0, must-revalidate");
    var etag = header(response, "etag");
    assertThat(etag).matches("\"[0-9a-f]{32}\"");
    var again = request("GET", "/style.css", new Header("If-None-Match", "W/" + etag));
    assertThat(assets.fetch(again).status()).isEqualTo(304);
    assertThat(assets.fetch(request("HEAD", "/style.css")).body()).isEqualTo(Body.NONE);
    assertThat(assets.fetch(request("POST", "/style.css")).status()).isEqualTo(405);
    assertThat(assets.fetch(request("POST", "/none")).status()).isEqualTo(404);
  }

  @Test
  void rulesSetHeaders() throws IOException {
    write(
        "_headers",
        """
        # all
        /*
          X-Frame-Options: DENY
          X-Many: one
        /blog/:page
          X-Page: is :page
          X-Many: two
          ! Cache-Control
        """);
    var assets = assets("auto-trailing-slash", "none");
    var response = assets.fetch(request("GET", "/blog/post"));
    assertThat(header(response, "x-frame-options")).isEqualTo("DENY");
    assertThat(header(response, "x-page")).isEqualTo("is post");
    assertThat(header(response, "x-many")).isEqualTo("one, two");
    assertThat(header(response, "cache-control")).isEmpty();
    assertThat(get(assets, "/_headers")).isEqualTo("404");
  }

  @Test
  void rulesSendElsewhere() throws IOException {
    write(
        "_redirects",
        """
        /old/this /about
        /old/* /new/:splat 301
        /old/late /about
        /user/:name https://example.com/u/:name#top 308
        /app/* /blog/ 200
        """);
    var assets = assets("auto-trailing-slash", "none");
    assertThat(get(assets, "/old/a/b?q=1")).isEqualTo("301 /new/a/b?q=1");
    assertThat(get(assets, "/old/this")).isEqualTo("302 /about");
    assertThat(get(assets, "/old/late")).isEqualTo("301 /new/late");
    assertThat(get(assets, "/user/me?q=1")).isEqualTo("308 https://example.com/u/me?q=1#top");
    assertThat(get(assets, "/app/anything")).isEqualTo("200 blog");
  }

  @Test
  void theWorkerGetsWhatIsNoFile() {
    var assets = assets("auto-trailing-slash", "single-page-application");
    assertThat(assets.goesFirst(request("GET", "/about"), true)).isTrue();
    assertThat(assets.goesFirst(request("GET", "/api"), true)).isFalse();
    var navigation = request("GET", "/api", new Header("Sec-Fetch-Mode", "navigate"));
    assertThat(assets.goesFirst(navigation, true)).isTrue();
    assertThat(assets.goesFirst(navigation, false)).isFalse();
  }

  @Test
  void patternsPutTheWorkerFirst() {
    var assets = assets("auto-trailing-slash", "none", "/blog/*", "!/blog/post");
    assertThat(assets.goesFirst(request("GET", "/blog/"), true)).isFalse();
    assertThat(assets.goesFirst(request("GET", "/blog/post"), true)).isTrue();
    assertThat(assets.goesFirst(request("GET", "/about"), true)).isTrue();
    assertThat(assets.goesFirst(request("GET", "/none"), true)).isFalse();
  }
}
