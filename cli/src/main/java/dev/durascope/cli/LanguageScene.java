package dev.durascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The rehearsal's editing scene: an editor opens a configuration and its code, somebody types in
 * both, key by key, and each key is answered by diagnostics before the next one. Both are made
 * longer than the project's own, so that what is done for each environment and each class is seen
 * to be hot.
 */
final class LanguageScene implements AutoCloseable {
  private static final int MORE = 30;

  private static final String CONFIG_TYPED =
      "\n[[durable_objects.bindings]]\nname = \"SECOND\"\nclass_name = \"Counter\"\n";

  private static final String CODE_TYPED =
      "    if (by > 3) { await this.ctx.storage.put(\"last\", { by }); return this.has(\"a\"); }\n";

  /** What an editor asks of a file that it shows. */
  private static final String[] QUESTIONS = {
    "documentSymbol", "codeLens", "foldingRange", "documentLink", "semanticTokens/full"
  };

  private final Conversation conversation;
  private int requests;

  private LanguageScene(Conversation conversation) {
    this.conversation = conversation;
  }

  static void play(Path project) throws Exception {
    try (var scene = new LanguageScene(Conversation.with((in, out) -> serve(project, in, out)))) {
      scene.request(
          "initialize", "{\"capabilities\": {}, \"rootUri\": \"%s\"}".formatted(project.toUri()));
      scene.say("initialized", new JsonObject());
      var config = scene.open(project.resolve("wrangler.toml"), "toml", environments());
      config.answered();
      var code = scene.open(project.resolve("index.ts"), "typescript", classes());
      config.answered();
      scene.type(config, "\n[[migrations]]", CONFIG_TYPED, config);
      scene.type(code, "    const value", CODE_TYPED, config);
      scene.type(config, "\n[[migrations]]", CONFIG_TYPED, config);
      for (var document : new Document[] {config, code}) {
        for (var question : QUESTIONS) {
          scene.request("textDocument/" + question, "{\"textDocument\": " + document.name() + "}");
        }
      }
      scene.request("shutdown", "null");
      scene.say("exit", new JsonObject());
      scene.conversation.awaitEnd();
    }
  }

  private static void serve(Path project, InputStream in, OutputStream out) {
    var console =
        new Console(in, new PrintStream(out, false, StandardCharsets.UTF_8), System.err, project);
    int code = Main.run(List.of("lsp"), console);
    if (code != ExitCode.OK) {
      throw new IllegalStateException("lsp ended with " + code);
    }
  }

  private static String environments() {
    var text = new StringBuilder();
    for (int i = 0; i < MORE; i++) {
      text.append("\n[[env.stage%d.durable_objects.bindings]]\n".formatted(i))
          .append("name = \"COUNTER\"\nclass_name = \"Counter\"\n");
    }
    return text.toString();
  }

  private static String classes() {
    var text = new StringBuilder();
    for (int i = 0; i < MORE; i++) {
      text.append("\nexport class Part%d {\n  sum = %d;\n\n".formatted(i, i))
          .append(
              "  add(each: { value: number }) {\n    this.sum += Number(each.value);\n  }\n}\n");
    }
    return text.toString();
  }

  /** An open file. */
  private final class Document {
    private final String uri;
    private final StringBuilder text;
    private int version = 1;

    Document(String uri, String text) {
      this.uri = uri;
      this.text = new StringBuilder(text);
    }

    JsonObject name() {
      var name = new JsonObject();
      name.addProperty("uri", uri);
      return name;
    }

    /** Puts a key in, or takes one out. */
    void change(int from, int to, String by) throws IOException {
      var change = new JsonObject();
      change.add("range", range(from, to));
      change.addProperty("text", by);
      text.replace(from, to, by);
      var changes = new JsonArray();
      changes.add(change);
      var document = name();
      document.addProperty("version", ++version);
      var changed = new JsonObject();
      changed.add("textDocument", document);
      changed.add("contentChanges", changes);
      say("textDocument/didChange", changed);
    }

    private JsonObject range(int from, int to) {
      var range = new JsonObject();
      range.add("start", position(from));
      range.add("end", position(to));
      return range;
    }

    private JsonObject position(int offset) {
      var before = text.substring(0, offset);
      var position = new JsonObject();
      position.addProperty("line", before.lines().count() - (before.endsWith("\n") ? 0 : 1));
      position.addProperty("character", offset - before.lastIndexOf('\n') - 1);
      return position;
    }

    /** Waits for diagnostics of this file. */
    void answered() throws IOException {
      while (true) {
        var message = conversation.read();
        if (message.has("method")
            && message.get("method").getAsString().equals("textDocument/publishDiagnostics")
            && message.getAsJsonObject("params").get("uri").getAsString().equals(uri)) {
          return;
        }
      }
    }
  }

  private Document open(Path file, String language, String more) throws IOException {
    var text = Files.readString(file) + more;
    var document = new Document(file.toUri().toString(), text);
    var item = document.name();
    item.addProperty("languageId", language);
    item.addProperty("version", document.version);
    item.addProperty("text", text);
    var opened = new JsonObject();
    opened.add("textDocument", item);
    say("textDocument/didOpen", opened);
    return document;
  }

  /** Types before {@code place}, and takes it out again from its end. */
  private void type(Document document, String place, String typed, Document answering)
      throws IOException {
    int start = document.text.indexOf(place);
    for (int i = 0; i < typed.length(); i++) {
      document.change(start + i, start + i, typed.substring(i, i + 1));
      answering.answered();
    }
    for (int i = typed.length(); i > 0; i--) {
      document.change(start + i - 1, start + i, "");
      answering.answered();
    }
  }

  private void request(String method, String params) throws IOException {
    int id = ++requests;
    var message = message(method, JsonParser.parseString(params));
    message.addProperty("id", id);
    conversation.send(message);
    while (true) {
      var answer = conversation.read();
      if (answer.has("error")) {
        throw new IllegalStateException(method + " was answered by " + answer);
      }
      if (answer.has("id") && !answer.has("method") && answer.get("id").getAsInt() == id) {
        return;
      }
    }
  }

  private void say(String method, JsonElement params) throws IOException {
    conversation.send(message(method, params));
  }

  private static JsonObject message(String method, JsonElement params) {
    var message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", params);
    return message;
  }

  @Override
  public void close() throws IOException {
    conversation.close();
  }
}
