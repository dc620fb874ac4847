package dev.durascope.languageserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages in any order, whole and damaged: before {@code initialize}, after {@code shutdown}, of
 * files that are not open, at places that are not there. Each request gets one answer, none of them
 * says that the server has failed, and in the end it leaves when it is told to.
 */
class MessageFuzzTest {

  private static final int IN_THE_GATE = 40;
  private static final int MESSAGES_MAX = 80;
  private static final int PATIENCE_SECONDS = 30;
  private static final int INTERNAL_ERROR = -32603;
  private static final Gson GSON = new Gson();

  /** Requests and notifications with parameters as they should be; FILE, LINE … are filled in. */
  private static final List<String> TEMPLATES =
      List.of(
          "initialize {'capabilities':{},'workspaceFolders':[{'uri':'ROOT','name':'root'}]}",
          "initialized! {}",
          "textDocument/didOpen! {'textDocument':{'uri':'FILE','languageId':'toml','version':NUMBER,'text':'TEXT'}}",
          "textDocument/didChange! {'textDocument':{'uri':'FILE','version':NUMBER},'contentChanges':[{'text':'TEXT'}]}",
          "textDocument/didChange! {'textDocument':{'uri':'FILE','version':NUMBER},'contentChanges':[{'range':RANGE,'text':'TEXT'}]}",
          "textDocument/didClose! {'textDocument':{'uri':'FILE'}}",
          "textDocument/didSave! {'textDocument':{'uri':'FILE'}}",
          "textDocument/completion {'textDocument':{'uri':'FILE'},'position':POSITION}",
          "textDocument/hover {'textDocument':{'uri':'FILE'},'position':POSITION}",
          "textDocument/definition {'textDocument':{'uri':'FILE'},'position':POSITION}",
          "textDocument/references {'textDocument':{'uri':'FILE'},'position':POSITION,'context':{'includeDeclaration':true}}",
          "textDocument/rename {'textDocument':{'uri':'FILE'},'position':POSITION,'newName':'TEXT'}",
          "textDocument/prepareRename {'textDocument':{'uri':'FILE'},'position':POSITION}",
          "textDocument/documentHighlight {'textDocument':{'uri':'FILE'},'position':POSITION}",
          "textDocument/signatureHelp {'textDocument':{'uri':'FILE'},'position':POSITION}",
          "textDocument/documentSymbol {'textDocument':{'uri':'FILE'}}",
          "textDocument/foldingRange {'textDocument':{'uri':'FILE'}}",
          "textDocument/selectionRange {'textDocument':{'uri':'FILE'},'positions':[POSITION]}",
          "textDocument/documentLink {'textDocument':{'uri':'FILE'}}",
          "textDocument/codeLens {'textDocument':{'uri':'FILE'}}",
          "textDocument/inlayHint {'textDocument':{'uri':'FILE'},'range':RANGE}",
          "textDocument/semanticTokens/full {'textDocument':{'uri':'FILE'}}",
          "textDocument/formatting {'textDocument':{'uri':'FILE'},'options':{'tabSize':2,'insertSpaces':true}}",
          "textDocument/codeAction {'textDocument':{'uri':'FILE'},'range':RANGE,'context':{'diagnostics':[]}}",
          "textDocument/diagnostic {'textDocument':{'uri':'FILE'}}",
          "workspace/diagnostic {'previousResultIds':[]}",
          "workspace/symbol {'query':'TEXT'}",
          "workspace/executeCommand {'command':'TEXT','arguments':[]}",
          "workspace/didChangeWatchedFiles! {'changes':[{'uri':'FILE','type':2}]}",
          "workspace/didChangeConfiguration! {'settings':{}}",
          "$/cancelRequest! {'id':NUMBER}",
          "$/setTrace! {'value':'off'}",
          "durascope/unknown {'x':1}",
          "shutdown null");

  private final LogManager logs = LogManager.getLogManager();

  /** What is refused is logged, and nearly everything here is. */
  @BeforeEach
  void silence() {
    logs.getLogger("").setLevel(Level.OFF);
  }

  @AfterEach
  void speak() {
    logs.getLogger("").setLevel(Level.INFO);
  }

  @Test
  void everyRequestIsAnswered(@TempDir Path root) throws Exception {
    var corpus = new Corpus();
    Rounds.run(IN_THE_GATE, seed -> session(seed, corpus, root.resolve("s" + seed)));
  }

  private static void session(long seed, Corpus corpus, Path root) throws Exception {
    var random = Rounds.random(seed);
    var project = corpus.any(random);
    for (var file : project.files().entrySet()) {
      var path = root.resolve(file.getKey().toString().substring(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    var sent = new ArrayList<String>();
    try (var client = new RawClient()) {
      int last = random.nextInt(MESSAGES_MAX);
      for (int id = 0; id <= last; id++) {
        boolean orderly = id == 0 && random.nextInt(4) > 0;
        var template = TEMPLATES.get(orderly ? 0 : random.nextInt(TEMPLATES.size()));
        var message = message(template, id, root, project, corpus, random, orderly);
        sent.add(message.toString());
        client.send(message.toString());
        if (message.has("id")) {
          expectAnswer(client, id, seed, sent);
        }
      }
      client.send("{'jsonrpc':'2.0','id':10000,'method':'shutdown'}".replace('\'', '"'));
      expectAnswer(client, 10_000, seed, sent);
      client.send("{'jsonrpc':'2.0','method':'exit'}".replace('\'', '"'));
      client.exitCode().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void expectAnswer(RawClient client, int id, long seed, List<String> sent)
      throws Exception {
    var told = "-Dfuzz.seed=%d after%n%s".formatted(seed, String.join("\n", sent));
    JsonObject answer;
    try {
      answer = client.answer(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException silence) {
      throw new AssertionError("no answer to " + sent.getLast() + ": " + told, silence);
    }
    if (answer.has("error")) {
      assertThat(answer.getAsJsonObject("error").get("code").getAsInt())
          .as("%s%n%s", answer, told)
          .isNotEqualTo(INTERNAL_ERROR);
    }
  }

  private static JsonObject message(
      String template,
      int id,
      Path root,
      Corpus.Project project,
      Corpus corpus,
      RandomGenerator random,
      boolean whole) {
    int space = template.indexOf(' ');
    var method = template.substring(0, space);
    var files = project.files().keySet().stream().toList();
    var file = files.get(random.nextInt(files.size()));
    var uri =
        switch (random.nextInt(8)) {
          case 0 -> "untitled:Untitled-1";
          case 1 -> "not a uri %";
          case 2 -> root.resolve("nowhere/wrangler.toml").toUri().toString();
          default -> root.resolve(file.toString().substring(1)).toUri().toString();
        };
    var text = Mutation.of(project.text(file), random, corpus);
    var params =
        template
            .substring(space + 1)
            .replace('\'', '"')
            .replace("RANGE", "{\"start\":POSITION,\"end\":POSITION}")
            .replace("POSITION", position(random))
            .replace("NUMBER", Integer.toString(random.nextInt(-1, 20)))
            .replace("\"ROOT\"", GSON.toJson(root.toUri().toString()))
            .replace("\"FILE\"", GSON.toJson(uri))
            .replace("\"TEXT\"", GSON.toJson(random.nextInt(3) == 0 ? "x" : text));
    var message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    if (!method.endsWith("!")) {
      message.addProperty("id", id);
    }
    message.addProperty("method", method.replace("!", ""));
    var value = JsonParser.parseString(params);
    message.add("params", whole || random.nextInt(5) > 0 ? value : damaged(value, random));
    return message;
  }

  private static String position(RandomGenerator random) {
    int line = random.nextInt(6) == 0 ? Integer.MAX_VALUE : random.nextInt(50);
    int character = random.nextInt(6) == 0 ? Integer.MAX_VALUE : random.nextInt(60);
    return "{\"line\":%d,\"character\":%d}".formatted(line, character);
  }

  /** The value with one part gone, or of another kind. */
  private static JsonElement damaged(JsonElement value, RandomGenerator random) {
    if (value.isJsonObject() && !value.getAsJsonObject().isEmpty() && random.nextInt(3) > 0) {
      var object = value.getAsJsonObject();
      var keys = object.keySet().stream().toList();
      var key = keys.get(random.nextInt(keys.size()));
      if (random.nextBoolean()) {
        object.remove(key);
      } else {
        object.add(key, damaged(object.get(key), random));
      }
      return object;
    }
    return switch (random.nextInt(4)) {
      case 0 -> GSON.toJsonTree(-1);
      case 1 -> GSON.toJsonTree("");
      case 2 -> new JsonArray();
      default -> new JsonObject();
    };
  }
}
