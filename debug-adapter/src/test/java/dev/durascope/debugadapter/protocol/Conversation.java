package dev.durascope.debugadapter.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * A conversation with the adapter, checked message by message. It begins with what is debugged. In
 * the quick form that is a program of one file, in isolates that the conversation adds ({@link
 * ProgramWorld}); if it begins with a {@code //-}, it is a project in the real runtime, asked over
 * HTTP ({@link ProjectWorld}).
 *
 * <pre>
 *   //- /src/index.ts  the next lines of code are this file of a project; later on: they are saved
 *   |  code            a line of code; with a ● before it, a breakpoint
 *   &gt;  command {…}     the client asks; setBreakpoints without arguments sets those of the program,
 *                      "setBreakpoints /src/index.ts" those of a file
 *   &gt;! command {…}     the same, though the protocol does not allow it
 *   &lt;  command {…}     the adapter answers; "failed" and a number come before the text of an error
 *   &lt;  * event {…}     the adapter reports; a line that ends with … leaves the rest open
 *   *  …               the world does something
 * </pre>
 *
 * <p>What the world does with a program:
 *
 * <pre>
 *   *  add TITLE       adds an isolate;  * object NAME: that of an object
 *   *  call NAME f x   calls a function of it;  * answer NAME: awaits what it returns
 *   *  event NAME ALARM f x   has an event of a kind be handled by a function of it
 *   *  end NAME        ends an isolate;  * did …: what was done to objects
 * </pre>
 *
 * <p>And with a project, which is in {@code /project}, and answers on the port {@code PORT}:
 *
 * <pre>
 *   *  run                  starts it without a debugger, in the adapter's process, for attach
 *   *  lend                 starts it as "durascope dev --dap-port" does, in another process
 *   *  serve                the same without --dap-port
 *   *  fetch /path          asks; * fetch METHOD /path body, too
 *   *  answer /path 200 …   awaits the answer to the first unanswered of these
 *   *  socket NAME /path    opens a WebSocket;  * send NAME text;  * leave NAME
 *   *  hears NAME …         awaits the next of its "open", "message …", "closed CODE …", "failed …"
 *   *  control GET /path {…} → 200 {…}   the project's control API
 *   *  gone /path           the project has no such file
 * </pre>
 *
 * <p>The line {@code > start} stands for a whole handshake, up to the answer to the launch.
 *
 * <p>The messages between two lines of the client or the world may come in any order, but all of
 * them must come and no others, and each must be what the protocol's schema says ({@link
 * MessageSchema}). Numbers that stand for frames and values are written as {@code frame1} and
 * {@code value1}, in the order of their appearance, by both sides. The run is written down as it
 * happened and compared with the text, so a mistake shows both whole.
 */
final class Conversation {

  private static final String OPEN_END = "…";
  private static final int LINES_SHOWN_BEFORE = 2;
  private static final int LINES_SHOWN = 4;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final List<String> script;
  private final Listing listing;
  private final List<String> happened = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> frameNames = new HashMap<>();
  private final Map<Integer, String> valueNames = new HashMap<>();
  private boolean silent;

  private Conversation(Listing listing, List<String> script) {
    this.listing = listing;
    this.script = script;
  }

  /** Plays a conversation and checks that it happens as it is written. */
  static void check(String text) {
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    var listing = Listing.of(lines);
    var conversation = new Conversation(listing, Handshake.expand(lines, listing));
    try (var world = conversation.world()) {
      conversation.play(world);
    }
    conversation.compare();
  }

  /** Shows the first difference in its surroundings; an IDE shows both sides whole. */
  private void compare() {
    int same = 0;
    while (same < Math.min(script.size(), happened.size())
        && script.get(same).equals(happened.get(same))) {
      same++;
    }
    if (same < Math.max(script.size(), happened.size())) {
      throw new AssertionFailedError(
          "After\n%s\nthere should be\n%s\nbut there is"
                  .formatted(
                      excerpt(script, same - LINES_SHOWN_BEFORE, same),
                      excerpt(script, same, same + LINES_SHOWN))
              + "\n"
              + excerpt(happened, same, same + LINES_SHOWN),
          String.join("\n", script),
          String.join("\n", happened));
    }
  }

  private static String excerpt(List<String> lines, int from, int to) {
    return lines.subList(Math.max(0, from), Math.min(lines.size(), to)).stream()
        .map(line -> "  " + line)
        .collect(Collectors.joining("\n"));
  }

  private World world() {
    return listing.isProject()
        ? new ProjectWorld(listing.files())
        : new ProgramWorld(Path.of("/project" + Listing.PROGRAM), listing.program());
  }

  private void play(World world) {
    happened.addAll(script.subList(0, listing.length()));
    try (var wire = new Wire(world.launcher())) {
      for (int at = listing.length(); at < script.size() && !silent; ) {
        var line = script.get(at++);
        happened.add(line);
        if (line.startsWith(">! ")) {
          wire.sendWrong(command(line.substring(3)), arguments(line.substring(3), world));
        } else if (line.startsWith("> ")) {
          wire.send(command(line.substring(2)), arguments(line.substring(2), world));
        } else if (line.startsWith("* ")) {
          happened.removeLast();
          happened.add("* " + world.happens(line.substring(2)));
        } else if (line.startsWith("//- ") && world instanceof ProjectWorld project) {
          var saved = Listing.of(script.subList(at - 1, script.size()));
          happened.addAll(script.subList(at, at + saved.length() - 1));
          at += saved.length() - 1;
          saved.files().forEach(project::write);
        } else {
          throw new IllegalArgumentException("Nobody says this: " + line);
        }
        var expected = new ArrayList<String>();
        while (at < script.size() && script.get(at).startsWith("< ")) {
          expected.add(script.get(at++));
        }
        happened.addAll(inOrderOf(expected, receive(wire, expected.size(), world)));
      }
    }
  }

  private static String command(String request) {
    return request.split(" ", 2)[0];
  }

  private JsonObject arguments(String request, World world) {
    var words = request.split(" ", 2);
    var given = words.length == 1 ? "" : words[1];
    if (words[0].equals("setBreakpoints") && !given.startsWith("{")) {
      return breakpoints(given.isEmpty() ? listing.onlyFile() : given, world);
    }
    if (given.isEmpty()) {
      return new JsonObject();
    }
    return replaceNames(JsonParser.parseString(world.real(given)).getAsJsonObject());
  }

  private JsonObject breakpoints(String file, World world) {
    var source = new JsonObject();
    source.addProperty("path", world.real("/project" + file));
    var lines = new JsonArray();
    for (int breakpoint : listing.breakpoints(file)) {
      var wanted = new JsonObject();
      wanted.addProperty("line", breakpoint);
      lines.add(wanted);
    }
    var arguments = new JsonObject();
    arguments.add("source", source);
    arguments.add("breakpoints", lines);
    return arguments;
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

  private List<String> receive(Wire wire, int count, World world) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      switch (wire.next()) {
        case Wire.Heard.Message message -> lines.add(world.stable(line(message.json())));
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
      var heard = rest.stream().filter(other -> matches(line, other)).findFirst();
      if (heard.isPresent()) {
        rest.remove(heard.get());
        ordered.add(line);
      }
    }
    ordered.addAll(rest);
    return ordered;
  }

  /** A line that ends with … leaves the rest of the message open. */
  private static boolean matches(String expected, String heard) {
    return expected.endsWith(OPEN_END)
        ? heard.startsWith(expected.substring(0, expected.length() - OPEN_END.length()))
        : heard.equals(expected);
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

  /** A body without numbers of this run, as conversations write it. */
  static String written(JsonObject body) {
    return GSON.toJson(new Conversation(Listing.of(List.of()), List.of()).stable(body, ""));
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
