package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.services.GenericEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the protocol asks of a server, whatever its features are; on the bytes of the wire. */
class ProtocolTest {

  private static final int SERVER_NOT_INITIALIZED = -32002;
  private static final int INVALID_REQUEST = -32600;
  private static final int METHOD_NOT_FOUND = -32601;
  private static final int INVALID_PARAMS = -32602;
  private static final int REQUEST_CANCELLED = -32800;

  @TempDir Path directory;

  @Test
  void requestsWaitForTheirTime() throws IOException {
    try (var log = new Log(GenericEndpoint.class);
        var client = new RawClient()) {
      assertThat(code(client.request(1, "textDocument/hover", "{}").response(1)))
          .isEqualTo(SERVER_NOT_INITIALIZED);
      client.notify("textDocument/didOpen", "{}");
      assertThat(client.request(2, "initialize", "{\"capabilities\":{}}").response(2).has("result"))
          .isTrue();
      assertThat(code(client.request(3, "initialize", "{\"capabilities\":{}}").response(3)))
          .isEqualTo(INVALID_REQUEST);
      assertThat(code(client.request(4, "durascope/unheardOf", "{}").response(4)))
          .isEqualTo(METHOD_NOT_FOUND);
      client.notify("$/setTrace", "{\"value\":\"off\"}").notify("$/unheardOf", "{}");
      assertThat(client.request(5, "shutdown", "null").response(5).has("error")).isFalse();
      assertThat(code(client.request(6, "textDocument/hover", "{}").response(6)))
          .isEqualTo(INVALID_REQUEST);
      client.notify("exit", "null");
      assertThat(client.exitCode()).isEqualTo(LanguageServerMain.ORDERLY);
      assertThat(log.lines())
          .containsExactly(
              "Unsupported request method: durascope/unheardOf",
              "Unsupported notification method: $/unheardOf");
    }
  }

  @Test
  void whatIsLeftOfABrokenMessageIsNotTakenForTheNextOne() throws IOException {
    try (var client = new RawClient()) {
      client.request(1, "initialize", "{\"capabilities\":{}}").response(1);
      // Longer than what is read at a time, and wrong at its beginning.
      client.send("{\"jsonrpc\":\"2.0\",\"id\":2 wrong" + "x".repeat(100_000) + "}");
      assertThat(client.request(3, "shutdown", "null").response(3).has("error")).isFalse();
    }
  }

  @Test
  void aRequestIsAnsweredThoughItsParametersCannotBeRead() throws IOException {
    var params =
        """
        {"textDocument": {"uri": "file:///a.toml"}, "options": {"tabSize": {}}}""";
    try (var client = new RawClient()) {
      client.request(1, "initialize", "{\"capabilities\":{}}").response(1);
      var response = client.request("\"a\"", "textDocument/formatting", params).next();
      assertThat(response.get("id").getAsString()).isEqualTo("a");
      assertThat(code(response)).isEqualTo(INVALID_PARAMS);
    }
  }

  @Test
  void exitWithoutShutdownIsDisorderly() throws IOException {
    try (var client = new RawClient()) {
      client.notify("exit", "null");
      assertThat(client.exitCode()).isEqualTo(LanguageServerMain.DISORDERLY);
    }
  }

  @Test
  void theServerEndsWithTheProcessOfItsEditor() throws IOException {
    var editor = new ProcessBuilder("cat").start();
    try (var client = new RawClient()) {
      client
          .request(
              1, "initialize", "{\"processId\":%d,\"capabilities\":{}}".formatted(editor.pid()))
          .response(1);
      assertThat(editor.isAlive()).isTrue();
      editor.getOutputStream().close();
      assertThat(client.exitCode()).isEqualTo(LanguageServerMain.DISORDERLY);
    } finally {
      editor.destroy();
    }
  }

  @Test
  void idsMayBeStrings() throws IOException {
    try (var client = new RawClient()) {
      var response = client.request("\"a\"", "initialize", "{\"capabilities\":{}}").next();
      assertThat(response.get("id").getAsString()).isEqualTo("a");
      client.request("\"b\"", "initialize", "{\"capabilities\":{}}");
      assertThat(client.next().get("id").getAsString()).isEqualTo("b");
    }
  }

  /** 😀 is four bytes, two UTF-16 units, one code point; é is two bytes. */
  @ParameterizedTest
  @CsvSource({
    "'\"utf-8\",\"utf-16\"', utf-8, 24, 29",
    "'\"utf-32\"', utf-32, 20, 24",
    "'\"utf-16\"', utf-16, 21, 25",
    "'\"utf-7\",\"utf-32\"', utf-32, 20, 24",
    "'\"utf-7\"', , 21, 25",
    "'', , 21, 25"
  })
  void columnsAreInTheUnitThatTheClientLikesBest(
      String offered, @Nullable String taken, int start, int end) throws IOException {
    try (var client = new RawClient()) {
      var capabilities = "{\"general\":{\"positionEncodings\":[%s]}}".formatted(offered);
      var result =
          client
              .request(1, "initialize", "{\"capabilities\":%s}".formatted(capabilities))
              .response(1)
              .getAsJsonObject("result")
              .getAsJsonObject("capabilities");
      var told = result.get("positionEncoding");
      assertThat(told == null ? null : told.getAsString()).isEqualTo(taken);
      client.notify("initialized", "{}");
      var uri = open(client, "wrangler.json", "{ /* é😀 */ \"main\": \"é.ts\" }");
      assertThat(places(client.notification(PUBLISHED))).containsExactly(start + "-" + end);
      // The client names the place in the unit that it was told.
      client.notify(
          "textDocument/didChange",
          """
          {"textDocument":{"uri":"%s","version":2},"contentChanges":[{"text":"ü.ts",\
          "range":{"start":{"line":0,"character":%d},"end":{"line":0,"character":%d}}}]}
          """
              .formatted(uri, start, end));
      var after = client.notification(PUBLISHED);
      assertThat(places(after)).containsExactly(start + "-" + end);
      assertThat(after.toString()).contains("ü.ts").doesNotContain("é.ts");
    }
  }

  private static final String PUBLISHED = "textDocument/publishDiagnostics";

  private String open(RawClient client, String file, String text) throws IOException {
    var document = new JsonObject();
    document.addProperty("uri", directory.resolve(file).toUri().toString());
    document.addProperty("languageId", "any");
    document.addProperty("version", 1);
    document.addProperty("text", text);
    var params = new JsonObject();
    params.add("textDocument", document);
    client.notify("textDocument/didOpen", params.toString());
    return document.get("uri").getAsString();
  }

  /** The columns of the published diagnostics. */
  private static List<String> places(JsonObject published) {
    return published.getAsJsonArray("diagnostics").asList().stream()
        .map(each -> each.getAsJsonObject().getAsJsonObject("range"))
        .map(range -> column(range, "start") + "-" + column(range, "end"))
        .toList();
  }

  private static int column(JsonObject range, String end) {
    return range.getAsJsonObject(end).get("character").getAsInt();
  }

  private static int code(JsonObject response) {
    return response.getAsJsonObject("error").get("code").getAsInt();
  }

  @Test
  void whatIsCancelledIsAnsweredAndNothingElseIsLost() throws IOException {
    try (var log = new Log(RemoteEndpoint.class);
        var client = new RawClient()) {
      client.request(1, "initialize", "{\"capabilities\":{}}").response(1);
      client.notify("initialized", "{}");
      var uri = open(client, "wrangler.toml", "main = 'src/index.ts'\n");
      int count = 60;
      for (int id = 2; id < 2 + count; id++) {
        client.request(
            id,
            "textDocument/hover",
            "{\"textDocument\":{\"uri\":\"%s\"},\"position\":{\"line\":0,\"character\":1}}"
                .formatted(uri));
        if (id % 2 == 0) {
          client.notify("$/cancelRequest", "{\"id\":%d}".formatted(id));
        }
      }
      client.notify("$/cancelRequest", "{\"id\":4711}");
      var ids = new ArrayList<Integer>();
      for (var response : client.responses(count, 2 + count - 1)) {
        int id = response.get("id").getAsInt();
        ids.add(id);
        if (response.has("error")) {
          assertThat(code(response)).isEqualTo(REQUEST_CANCELLED);
          assertThat(id).as("only what was cancelled").isEven();
        }
      }
      assertThat(ids).doesNotHaveDuplicates().hasSize(count);
      assertThat(client.request(99, "shutdown", "null").response(99).has("error")).isFalse();
      // What was answered by then is told to be cancelled for nothing, and that is no fault.
      assertThat(log.lines()).allMatch(line -> line.startsWith("Unmatched cancel notification"));
    }
  }
}
