package dev.durascope.runtime.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.durascope.runtime.control.StateControl.ClassAddress;
import dev.durascope.runtime.control.StateControl.ClassObjects;
import dev.durascope.runtime.control.StateControl.ImportQuery;
import dev.durascope.runtime.message.ResponseMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requests that change what objects have stored as a whole. */
final class StateRoutes {
  private final ControlTarget target;

  StateRoutes(ControlTarget target) {
    this.target = target;
  }

  List<Route> all() {
    return List.of(
        new Route("POST", "/api/v1/import", this::importObjects),
        new Route("POST", "/api/v1/reset", this::reset),
        new Route("POST", "/api/v1/objects/{worker}/{class}/{id}/sql", this::sql));
  }

  private ResponseMessage importObjects(Route.Call call) throws ControlRefusal {
    var worker = call.query("worker");
    var className = call.query("class");
    if (worker.isPresent() != className.isPresent()) {
      throw Requests.badRequest("The parameters worker and class go together");
    }
    var query =
        new ImportQuery(
            className.map(name -> new ClassAddress(worker.orElseThrow(), name)),
            call.query("name"),
            flag(call, "replace"),
            flag(call, "skipUnnamed"));
    try (var lines = Requests.lines(call.request())) {
      var imported = target.state().importObjects(lines, query);
      var answer = new JsonObject();
      answer.addProperty("objects", imported.objects());
      answer.addProperty("keys", imported.keys());
      answer.addProperty("rows", imported.rows());
      answer.addProperty("skipped", imported.skipped());
      return Answers.json(answer);
    } catch (IOException e) {
      throw Requests.badRequest("The export cannot be read to its end: " + e.getMessage());
    }
  }

  private static boolean flag(Route.Call call, String name) {
    return call.query(name).map("true"::equals).orElse(false);
  }

  private ResponseMessage reset(Route.Call call) throws ControlRefusal {
    var backup = target.state().reset(objects(Requests.text(call.request())));
    var answer = new JsonObject();
    answer.addProperty("objects", backup.objects());
    answer.addProperty("backup", backup.folder().toString());
    return Answers.json(answer);
  }

  private static List<ClassObjects> objects(String body) throws ControlRefusal {
    try {
      var all = new ArrayList<ClassObjects>();
      for (var each : JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("objects")) {
        var part = each.getAsJsonObject();
        all.add(
            new ClassObjects(
                new ClassAddress(part.get("worker").getAsString(), part.get("class").getAsString()),
                part.getAsJsonArray("ids").asList().stream().map(id -> id.getAsString()).toList()));
      }
      return all;
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | NullPointerException e) {
      throw Requests.badRequest(
          "The body must be {\"objects\": [{\"worker\": …, \"class\": …, \"ids\": […]}]}");
    }
  }

  private ResponseMessage sql(Route.Call call) throws ControlRefusal {
    var rows = target.state().sql(call.object(), textOf(Requests.text(call.request())));
    var answer = new JsonObject();
    var columns = new JsonArray();
    rows.columns().forEach(columns::add);
    answer.add("columns", columns);
    var lines = new JsonArray();
    for (var row : rows.rows()) {
      var cells = new JsonArray();
      row.forEach(cells::add);
      lines.add(cells);
    }
    answer.add("rows", lines);
    return Answers.json(answer);
  }

  private static String textOf(String body) throws ControlRefusal {
    return Optional.of(body)
        .flatMap(StateRoutes::sqlIn)
        .orElseThrow(() -> Requests.badRequest("The body must be {\"sql\": …}, a text"));
  }

  private static Optional<String> sqlIn(String body) {
    try {
      return JsonParser.parseString(body) instanceof JsonObject object && object.has("sql")
          ? Optional.of(object.get("sql").getAsString())
          : Optional.empty();
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
