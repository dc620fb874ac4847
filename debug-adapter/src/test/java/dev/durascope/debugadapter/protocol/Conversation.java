package dev.durascope.debugadapter.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.ProgramEvent;
import dev.durascope.debugadapter.fixture.TestDebuggee;
import dev.durascope.debugadapter.fixture.TestIsolate;
import dev.durascope.debugadapter.fixture.TestObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A conversation with the adapter, checked message by message. Its text has, in this order:
 *
 * <pre>
 *   |  code          a line of the program; with a ● before it, a breakpoint
 *   &gt;  command {…}   the client asks; setBreakpoints without arguments sets those of the program
 *   &lt;  command {…}   the adapter answers; "failed" and a number come before the text of an error
 *   &lt;  * event {…}   the adapter reports
 *   *  add TITLE     the world adds an isolate;  * object NAME: that of an object
 *   *  call NAME f x  calls a function of it;  * answer NAME: awaits what it returns
 *   *  event NAME ALARM f x  has an event of a kind be handled by a function of it
 *   *  did …         what was done to objects
 * </pre>
 *
 * <p>The line {@code > start} stands for a whole handshake, up to the answer to the launch.
 *
 * <p>The messages between two lines of the client or the world may come in any order, but all of
 * them must come and no others. Numbers that stand for frames and values are written as {@code
 * frame1} and {@code value1}, in the order of their appearance, by both sides. The run is written
 * down as it happened and compared with the text, so a mistake shows both whole.
 */
final class Conversation {

  private static final Path FILE = Path.of("/project/src/index.js");
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final List<String> script;
  private final List<String> happened = new ArrayList<>();
  private final List<Integer> breakpointLines = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> frameNames = new HashMap<>();
  private final Map<Integer, String> valueNames = new HashMap<>();
  private final Map<String, TestIsolate> isolates = new HashMap<>();
  private final Map<String, CompletableFuture<String>> answers = new HashMap<>();
  private boolean silent;
  private final List<TestDebuggee> programs = new ArrayList<>();

  private Conversation(List<String> script) {
    this.script = script;
  }

  /** Plays a conversation and checks that it happens as it is written. */
  static void check(String text) {
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    var conversation = new Conversation(Handshake.expand(lines));
    conversation.play();
    assertThat(String.join("\n", conversation.happened))
        .isEqualTo(String.join("\n", conversation.script));
  }

  private void play() {
    var program = program();
    try (var wire =
        new Wire(
            options -> {
              var debuggee = new TestDebuggee(FILE, program);
              programs.add(debuggee);
              return debuggee;
            })) {
      for (int at = happened.size(); at < script.size() && !silent; ) {
        var line = script.get(at++);
        if (line.startsWith("> ")) {
          happened.add(line);
          ask(wire, line.substring(2));
        } else if (line.startsWith("* ")) {
          happened.add(line);
          happens(line.substring(2).split(" ", -1));
        }
        var expected = new ArrayList<String>();
        while (at < script.size() && script.get(at).startsWith("< ")) {
          expected.add(script.get(at++));
        }
        happened.addAll(inOrderOf(expected, receive(wire, expected.size())));
      }
    }
  }

  private String program() {
    var program = new StringBuilder();
    int line = 0;
    for (var text : script) {
      if (!text.startsWith("|") && !text.startsWith("●")) {
        break;
      }
      line++;
      if (text.startsWith("●")) {
        breakpointLines.add(line);
      }
      program.append(text.substring(Math.min(text.length(), text.indexOf('|') + 2))).append('\n');
      happened.add(text);
    }
    return program.toString();
  }

  private void ask(Wire wire, String request) {
    int space = request.indexOf(' ');
    var command = space < 0 ? request : request.substring(0, space);
    var arguments =
        space < 0
            ? new JsonObject()
            : JsonParser.parseString(request.substring(space)).getAsJsonObject();
    if (command.equals("setBreakpoints") && space < 0) {
      arguments.add("source", source());
      var lines = new JsonArray();
      for (int breakpoint : breakpointLines) {
        var wanted = new JsonObject();
        wanted.addProperty("line", breakpoint);
        lines.add(wanted);
      }
      arguments.add("breakpoints", lines);
    }
    wire.send(command, replaceNames(arguments));
  }

  private static JsonObject source() {
    var source = new JsonObject();
    source.addProperty("path", FILE.toString());
    return source;
  }

  private JsonObject replaceNames(JsonObject arguments) {
    var out = new JsonObject();
    for (var entry : arguments.entrySet()) {
      var value = entry.getValue();
      out.add(
          entry.getKey(),
          value.isJsonPrimitive() && numbers.containsKey(value.getAsString())
              ? new JsonPrimitive(numbers.get(value.getAsString()))
              : value);
    }
    return out;
  }

  private void happens(String[] words) {
    switch (words[0]) {
      case "add" -> isolates.put(words[1], programs.getLast().add(words[1]));
      case "object" -> {
        var key = new ObjectKey("chat", "ChatRoom", words[1]);
        var object = new TestObject(key, words[1], 3);
        var title = "ChatRoom \"" + words[1] + "\"";
        isolates.put(words[1], programs.getLast().add(title, object));
      }
      case "call" -> {
        var isolate = Objects.requireNonNull(isolates.get(words[1]));
        var arguments = List.of(words).subList(3, words.length).toArray();
        answers.put(words[1], isolate.call(words[2], arguments));
      }
      case "event" -> {
        var isolate = Objects.requireNonNull(isolates.get(words[1]));
        var kind = ProgramEvent.Kind.valueOf(words[2]);
        var arguments = List.of(words).subList(4, words.length).toArray();
        answers.put(words[1], isolate.handle(kind, words[3], programs.getLast(), arguments));
      }
      case "answer" -> {
        var answer = Objects.requireNonNull(answers.get(words[1]));
        var text = answer.orTimeout(60, TimeUnit.SECONDS).join();
        happened.removeLast();
        happened.add("* answer " + words[1] + " " + text);
      }
      case "end" -> programs.getLast().end(Objects.requireNonNull(isolates.get(words[1])));
      case "did" -> {
        happened.removeLast();
        happened.add("* did " + String.join(", ", programs.getLast().actions()));
      }
      default -> throw new IllegalArgumentException(String.join(" ", words));
    }
  }

  private List<String> receive(Wire wire, int count) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      switch (wire.next()) {
        case Wire.Heard.Message message -> lines.add(line(message.json()));
        case Wire.Heard.Closed _ -> lines.add("< closed");
        case Wire.Heard.Silence _ -> {
          lines.add("< (silence)");
          silent = true;
          return lines;
        }
      }
    }
    return lines;
  }

  private static List<String> inOrderOf(List<String> expected, List<String> received) {
    var rest = new ArrayList<>(received);
    var ordered = new ArrayList<String>();
    for (var line : expected) {
      if (rest.remove(line)) {
        ordered.add(line);
      }
    }
    ordered.addAll(rest);
    return ordered;
  }

  private String line(JsonObject message) {
    if (message.get("type").getAsString().equals("event")) {
      return "< * " + message.get("event").getAsString() + body(message);
    }
    var command = message.get("command").getAsString();
    if (message.get("success").getAsBoolean()) {
      return "< " + command + body(message);
    }
    var error = message.getAsJsonObject("body").getAsJsonObject("error");
    return "< " + command + " failed " + error.get("id") + " " + error.get("format").getAsString();
  }

  private String body(JsonObject message) {
    var body = message.get("body");
    return body == null || body.isJsonNull() ? "" : " " + GSON.toJson(stable(body, ""));
  }

  private JsonElement stable(JsonElement element, String parent) {
    if (element.isJsonArray()) {
      var out = new JsonArray();
      element.getAsJsonArray().forEach(item -> out.add(stable(item, parent)));
      return out;
    }
    if (!element.isJsonObject()) {
      return element;
    }
    var out = new JsonObject();
    for (var entry : element.getAsJsonObject().entrySet()) {
      var name = entry.getKey();
      var value = entry.getValue();
      if (name.equals("exceptionBreakpointFilters")) {
        out.add(name, idsOf(value.getAsJsonArray()));
      } else if (name.equals("source") && value.getAsJsonObject().has("path")) {
        out.add(name, value.getAsJsonObject().get("name"));
      } else if (name.equals("id") && parent.equals("stackFrames") && value.getAsInt() != 0) {
        out.addProperty(name, name(frameNames, "frame", value.getAsInt()));
      } else if (name.equals("variablesReference") && value.getAsInt() != 0) {
        out.addProperty(name, name(valueNames, "value", value.getAsInt()));
      } else {
        out.add(name, stable(value, name));
      }
    }
    return out;
  }

  /** What is said about a check box is for people to read. */
  private static JsonArray idsOf(JsonArray filters) {
    var ids = new JsonArray();
    filters.forEach(filter -> ids.add(filter.getAsJsonObject().get("filter")));
    return ids;
  }

  private String name(Map<Integer, String> names, String prefix, int number) {
    var name = names.computeIfAbsent(number, _ -> prefix + (names.size() + 1));
    numbers.put(name, number);
    return name;
  }
}
