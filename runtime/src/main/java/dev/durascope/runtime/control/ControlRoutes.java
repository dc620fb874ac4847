package dev.durascope.runtime.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.control.ControlTarget.ObjectAddress;
import dev.durascope.runtime.control.ControlTarget.ObjectQuery;
import dev.durascope.runtime.control.ControlTarget.StorageQuery;
import dev.durascope.runtime.message.ResponseMessage;
import java.util.List;
import java.util.stream.Stream;

/** The API, version 1: each request and what it does. {@code docs/protocols.md} describes them. */
final class ControlRoutes {
  private static final String OBJECT = "/api/v1/objects/{worker}/{class}/{id}";
  private static final String STORAGE = OBJECT + "/storage";
  private static final String VALUE = STORAGE + "/{key}";

  private static final String CLOCK = "/api/v1/clock";

  private interface ClockAction {
    void run(Route.Call call) throws ControlRefusal;
  }

  private interface ObjectAction {
    void run(ObjectAddress object) throws ControlRefusal;
  }

  private final ControlTarget target;
  private final List<Route> routes;

  ControlRoutes(ControlTarget target) {
    this.target = target;
    routes = Stream.concat(own(), new StateRoutes(target).all().stream()).toList();
  }

  private Stream<Route> own() {
    return Stream.of(
        new Route("GET", "/api/v1/project", call -> project()),
        new Route("GET", "/api/v1/objects", this::objects),
        new Route("GET", "/api/v1/events", call -> EventStream.open(call.request(), target)),
        new Route("GET", OBJECT, this::object),
        new Route("GET", STORAGE, this::storage),
        new Route("GET", VALUE, this::readValue),
        new Route("PUT", VALUE, this::writeValue),
        new Route("DELETE", VALUE, this::deleteValue),
        action("/alarm", target::fireAlarm),
        action("/hibernate", target::hibernate),
        action("/evict", target::evict),
        action("/abort", target::abort),
        new Route(
            "GET", "/api/v1/alarms", call -> Answers.json(ControlJson.of(target.time().alarms()))),
        new Route(
            "GET",
            "/api/v1/schedules",
            call -> Answers.json(ControlJson.schedules(target.schedules()))),
        new Route("POST", "/api/v1/schedules/{worker}/run", this::runSchedule),
        new Route("GET", CLOCK, call -> clock()),
        move("/freeze", call -> target.time().freeze()),
        move("/resume", call -> target.time().resume()),
        move("/step", call -> target.time().step(millisOf(Requests.text(call.request())))),
        move("/jump", call -> target.time().jump()));
  }

  List<Route> all() {
    return routes;
  }

  private static Route action(String name, ObjectAction action) {
    return new Route(
        "POST",
        OBJECT + name,
        call -> {
          action.run(call.object());
          return Answers.done();
        });
  }

  /** A change of the clock, which is answered with what it shows then. */
  private Route move(String name, ClockAction action) {
    return new Route(
        "POST",
        CLOCK + name,
        call -> {
          action.run(call);
          return clock();
        });
  }

  private ResponseMessage clock() {
    return Answers.json(ControlJson.of(target.time().clock()));
  }

  private static long millisOf(String body) throws ControlRefusal {
    try {
      if (JsonParser.parseString(body) instanceof JsonObject object
          && object.get("millis") instanceof JsonPrimitive number
          && number.isNumber()
          && number.getAsLong() >= 0) {
        return number.getAsLong();
      }
    } catch (JsonParseException | NumberFormatException e) {
      throw Requests.badRequest("The body cannot be read: " + e.getMessage());
    }
    throw Requests.badRequest("The body must be {\"millis\": …}, a number that is not negative");
  }

  private ResponseMessage runSchedule(Route.Call call) throws ControlRefusal {
    target.run(new Schedule(call.segment("worker"), call.query("cron").orElse("")));
    return Answers.done();
  }

  private ResponseMessage project() {
    return Answers.json(ControlJson.of(target.project()));
  }

  private ResponseMessage objects(Route.Call call) throws ControlRefusal {
    var query =
        new ObjectQuery(
            call.required("worker"), call.required("class"), call.limit(), call.query("cursor"));
    return Answers.json(ControlJson.objects(target.listObjects(query)));
  }

  private ResponseMessage object(Route.Call call) throws ControlRefusal {
    return Answers.json(ControlJson.of(target.object(call.object())));
  }

  private ResponseMessage storage(Route.Call call) throws ControlRefusal {
    var query =
        new StorageQuery(
            call.query("prefix").orElse(""),
            call.query("start"),
            call.limit(),
            call.query("cursor"));
    return Answers.json(ControlJson.entries(target.listStorage(call.object(), query)));
  }

  private ResponseMessage readValue(Route.Call call) throws ControlRefusal {
    var key = call.segment("key");
    return target
        .readStorage(call.object(), key)
        .map(value -> Answers.json(ControlJson.of(value)))
        .orElseThrow(
            () ->
                new ControlRefusal(
                    ControlRefusal.Kind.NOT_FOUND,
                    "no-such-key",
                    "The object has no key %s stored".formatted(key)));
  }

  private ResponseMessage writeValue(Route.Call call) throws ControlRefusal {
    target.writeStorage(call.object(), call.segment("key"), valueOf(Requests.text(call.request())));
    return Answers.done();
  }

  private static JsonElement valueOf(String body) throws ControlRefusal {
    try {
      if (JsonParser.parseString(body) instanceof JsonObject object && object.has("value")) {
        return object.get("value");
      }
    } catch (JsonParseException e) {
      throw Requests.badRequest("The body is not JSON: " + e.getMessage());
    }
    throw Requests.badRequest("The body must be {\"value\": …}, as reading the key gives it");
  }

  private ResponseMessage deleteValue(Route.Call call) throws ControlRefusal {
    var answer = new JsonObject();
    answer.addProperty("deleted", target.deleteStorage(call.object(), call.segment("key")));
    return Answers.json(answer);
  }
}
