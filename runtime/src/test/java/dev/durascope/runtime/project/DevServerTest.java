package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with its doors open. */
class DevServerTest {
  private static final RequestMessage REQUEST =
      new RequestMessage("GET", "http://localhost/", List.of(), Body.NONE, "follow");

  private static final ProjectLog SILENT =
      new ProjectLog() {
        @Override
        public void message(Level level, String text) {}

        @Override
        public void script(Level level, String source, String text) {}
      };

  @TempDir private Path directory;

  private DevServer prepare(String module) throws Exception {
    return prepare(module, SILENT);
  }

  private DevServer prepare(String module, ProjectLog log) throws Exception {
    Files.writeString(directory.resolve("wrangler.toml"), "name = \"w\"\nmain = \"index.js\"\n");
    Files.writeString(directory.resolve("index.js"), module);
    return DevServer.prepare(ProjectOptions.of(directory), log);
  }

  @Test
  void aRequestThatComesBeforeTheCodeIsLoadedWaitsForIt() throws Exception {
    try (var server = prepare("export default { fetch: () => new Response('ready') };")) {
      var response = server.handle(REQUEST);
      assertThat(response.isDone()).isFalse();
      server.start();
      assertThat(TestProject.text(response.get(30, TimeUnit.SECONDS))).isEqualTo("ready");
    }
  }

  @Test
  void eachAnswerIsALineOfTheLog() throws Exception {
    var lines = new ArrayList<String>();
    var log =
        new ProjectLog() {
          @Override
          public void message(Level level, String text) {}

          @Override
          public void script(Level level, String source, String text) {}

          @Override
          public void answered(String method, String target, int status, Duration took) {
            assertThat(took).isPositive();
            lines.add(method + " " + target + " " + status);
          }
        };
    var module =
        "export default { fetch(r) { if (r.url.endsWith('no')) throw 0;"
            + " return new Response(null, { status: 204 }); } };";
    try (var server = prepare(module, log)) {
      server.start();
      for (var address :
          List.of("http://h", "http://h/", "https://h:1/a/b?c=/d", "http://h?a=/b&no")) {
        var request = new RequestMessage("HEAD", address, List.of(), Body.NONE, "follow");
        server.handle(request).handle((response, failure) -> response).get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(lines).containsExactly("HEAD / 204", "HEAD / 204", "HEAD /a/b 204", "HEAD / 500");
  }

  @Test
  void aBrowserIsShownTheCodeAroundAnError() throws Exception {
    var module =
        """
        // a < b && "c" {{stack}}
        function check(value) {
          if (value < 3) return value.missing.more;
        }
        export default { fetch: () => check(1) };
        """;
    try (var server = prepare(module)) {
      server.start();
      var response =
          server
              .handle(
                  new RequestMessage(
                      "GET",
                      "http://localhost/",
                      List.of(new Header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")),
                      Body.NONE,
                      "follow"))
              .get(30, TimeUnit.SECONDS);
      assertThat(response.status()).isEqualTo(500);
      var file = directory.resolve("index.js").toUri().getRawPath();
      assertThat(TestProject.text(response))
          .contains(
              "<h1>TypeError: Cannot read property 'more' of undefined</h1>",
              "<pre>1  // a &lt; b &amp;&amp; &quot;c&quot; {&#123;stack}}\n",
              "<mark>3    if (value &lt; 3) return <b>value</b>.missing.more;</mark>\n",
              "<li><span>check</span> <a href=\"vscode://file"
                  + file
                  + ":3:25\">index.js:3:25</a></li>");
    }
  }

  @Test
  void anErrorWithoutAPlaceIsAPageOfItsMessage() throws Exception {
    try (var server = prepare("export default { fetch() { throw 'just <text>'; } };")) {
      server.start();
      var page = new ErrorPage(directory).of("w", "just <text>\n  of two lines");
      assertThat(TestProject.text(page))
          .contains("<h1>just &lt;text&gt;\n  of two lines</h1>")
          .doesNotContain("<figure>", "<li");
    }
  }

  @Test
  void aRequestThatWaitsForCodeThatCannotBeLoadedHearsWhy() throws Exception {
    try (var server = prepare("throw new Error('broken at the top');")) {
      var response = server.handle(REQUEST);
      assertThatThrownBy(server::start).hasMessageContaining("broken at the top");
      assertThatThrownBy(() -> response.get(30, TimeUnit.SECONDS))
          .hasMessageContaining("broken at the top");
    }
  }
}
