package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client is sent by what it has said that it can show. */
class DrawingTest {

  private static final String CONFIG =
      """
      name = "chat"
      main = "index.js"
      type = "javascript"
      [[durable_objects.bindings]]
      name = "ROOM"
      class_name = "Room"
      [[durable_objects.bindings]]
      name = "HALL"
      class_name = "Hall"
      """;

  private static final String CODE =
      """
      export class Room {}
      export class Hall {}
      export default { fetch: (request, env) => env.ROOM.getByName("a").fetch(request) };
      """;

  @TempDir Path directory;

  @Test
  void whatIsOutdatedOrUnusedIsTagged() throws IOException {
    try (var client = client("{\"publishDiagnostics\": {}, \"diagnostic\": {}}")) {
      var tags = new JsonObject();
      for (var each : diagnostics(client)) {
        var diagnostic = each.getAsJsonObject();
        if (diagnostic.has("tags")) {
          tags.add(diagnostic.get("code").getAsString(), diagnostic.get("tags"));
        }
      }
      assertThat(tags).hasToString("{\"LEG01\":[2],\"BND09\":[1]}");
    }
  }

  @Test
  void aClientWithoutTagsIsSentNone() throws IOException {
    try (var client = client("{\"publishDiagnostics\": {}}")) {
      assertThat(diagnostics(client).toString()).contains("LEG01").doesNotContain("tags");
    }
  }

  @Test
  void aClientWithoutMarkdownIsSentPlainText() throws IOException {
    try (var client = client("{\"hover\": {\"contentFormat\": [\"plaintext\"]}}")) {
      var hover = client.request(3, "textDocument/hover", at(5, 14)).response(3);
      assertThat(hover.getAsJsonObject("result").getAsJsonObject("contents"))
          .hasToString(
              "{\"kind\":\"plaintext\",\"value\":\"class Room, exported by index.js\\n\\n"
                  + "Bound as ROOM.\\n\\nNo migration creates it.\"}");
    }
  }

  private RawClient client(String capabilities) throws IOException {
    Files.writeString(directory.resolve("index.js"), CODE);
    Files.writeString(directory.resolve("wrangler.toml"), CONFIG);
    var client = new RawClient();
    client
        .request(
            1,
            "initialize",
            "{\"rootUri\": \"%s\", \"capabilities\": {\"textDocument\": %s}}"
                .formatted(directory.toUri(), capabilities))
        .response(1);
    client.notify("initialized", "{}");
    return client;
  }

  private JsonArray diagnostics(RawClient client) throws IOException {
    var answer = client.request(2, "textDocument/diagnostic", at(0, 0)).response(2);
    return answer.getAsJsonObject("result").getAsJsonArray("items");
  }

  private String at(int line, int character) {
    var params =
        JsonParser.parseString(
            "{\"position\": {\"line\": %d, \"character\": %d}}".formatted(line, character));
    var document = new JsonObject();
    document.addProperty("uri", directory.resolve("wrangler.toml").toUri().toString());
    params.getAsJsonObject().add("textDocument", document);
    return params.toString();
  }
}
