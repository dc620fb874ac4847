package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.RequestMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {
  @TempDir private Path home;
  private final List<String> warnings = new ArrayList<>();

  private final ProjectLog log =
      new ProjectLog() {
        @Override
        public void message(Level level, String text) {
          warnings.add(level + " " + text);
        }

        @Override
        public void script(Level level, String source, String text) {
          throw new AssertionError("No script runs here: " + text);
        }
      };

  private static RequestMessage request(Optional<String> cf, Header... headers) {
    return new RequestMessage(
        "GET", "http://localhost/", List.of(headers), Body.NONE, "manual", cf);
  }

  private RequestMessage arrived(Map<String, String> environment, RequestMessage sent) {
    var arrived = new CompletableFuture<RequestMessage>();
    var _ =
        Edge.before(home, environment, log)
            .pass(
                sent,
                request -> {
                  arrived.complete(request);
                  return new CompletableFuture<>();
                });
    return arrived.join();
  }

  private JsonObject cf(Map<String, String> environment) {
    var arrived = arrived(environment, request(Optional.empty()));
    return JsonParser.parseString(arrived.cf().orElseThrow()).getAsJsonObject();
  }

  private void write(String file, String text) throws IOException {
    var path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void withoutAFileItIsWranglersPlaceholder() {
    assertThat(cf(Map.of()).get("city").getAsString()).isEqualTo("Austin");
    assertThat(cf(Map.of()).get("clientAcceptEncoding").getAsString()).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"node_modules/.mf/cf.json", ".wrangler/cache/cf.json"})
  void whatWranglerKeepsIsTaken(String file) throws Exception {
    write(file, " {\"city\": \"Lisbon\"}\n");
    assertThat(cf(Map.of())).hasToString("{\"city\":\"Lisbon\",\"clientAcceptEncoding\":\"\"}");
    assertThat(cf(Map.of("CLOUDFLARE_CF_FETCH_ENABLED", "False")).get("city").getAsString())
        .isEqualTo("Austin");
  }

  @Test
  void variablesNameOtherFiles() throws Exception {
    write("node_modules/.mf/cf.json", "{}");
    write("mine.json", "{\"city\": \"Porto\"}");
    write("cache/cf.json", "{\"city\": \"Faro\"}");
    assertThat(cf(Map.of("CLOUDFLARE_CF_FETCH_PATH", "mine.json")).get("city").getAsString())
        .isEqualTo("Porto");
    assertThat(cf(Map.of("MINIFLARE_CACHE_DIR", home + "/cache")).get("city").getAsString())
        .isEqualTo("Faro");
    assertThat(cf(Map.of())).hasToString("{\"clientAcceptEncoding\":\"\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "{\"city\": ", "null"})
  void aFileThatIsBrokenIsNamedAndLeftAlone(String text) throws Exception {
    write("node_modules/.mf/cf.json", text);
    assertThat(cf(Map.of()).get("city").getAsString()).isEqualTo("Austin");
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(
            "WARN request.cf is a placeholder, since "
                + home.resolve("node_modules/.mf/cf.json")
                + " cannot be read: ");
  }

  @Test
  void whatTheSenderSaysOfItselfStays() {
    var arrived =
        arrived(
            Map.of(),
            request(
                Optional.of("{\"a\":1}"),
                new Header("accept-encoding", "zstd"),
                new Header("X-Other", "b"),
                new Header("Accept-Encoding", "gzip")));
    assertThat(arrived.cf()).contains("{\"a\":1}");
    assertThat(arrived.headers())
        .containsExactly(new Header("X-Other", "b"), new Header("Accept-Encoding", "br, gzip"));
  }
}
