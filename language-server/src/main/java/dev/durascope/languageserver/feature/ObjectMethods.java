package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.feature.ObjectMethod.Option;
import dev.durascope.languageserver.feature.ObjectMethod.Owner;
import dev.durascope.languageserver.feature.ObjectMethod.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods of an object's context and storage, and of namespaces, as workerd declares them. */
final class ObjectMethods {

  private static final Option CONCURRENCY =
      new Option(
          "allowConcurrency",
          "boolean",
          "Lets other events in while this waits. Without it they wait until the storage is done.");

  private static final Option UNCONFIRMED =
      new Option(
          "allowUnconfirmed",
          "boolean",
          "Lets answers leave before the write is safe on disk. Without it they wait for it.");

  private static final Option NO_CACHE =
      new Option("noCache", "boolean", "Keeps the value out of the object's memory.");

  private static final List<Option> RANGE =
      List.of(
          new Option("start", "string", "The first key, itself included."),
          new Option("startAfter", "string", "The key behind which to begin; not with `start`."),
          new Option("end", "string", "The key before which to end."),
          new Option("prefix", "string", "Only keys that begin with this."),
          new Option("reverse", "boolean", "The last key first. `start` is still the lesser key."),
          new Option("limit", "number", "At most so many pairs."));

  private static final List<Option> GET = List.of(CONCURRENCY, NO_CACHE);
  private static final List<Option> PUT = List.of(CONCURRENCY, UNCONFIRMED, NO_CACHE);
  private static final List<Option> SET_ALARM = List.of(CONCURRENCY, UNCONFIRMED);
  private static final List<Option> LIST = and(RANGE, GET);

  private static final List<Option> PLACE =
      List.of(
          new Option(
              "locationHint",
              "string",
              "Where the object is made, if it is new: `wnam`, `enam`, `sam`, `weur`, `eeur`,"
                  + " `apac`, `oc`, `afr` or `me`."),
          new Option(
              "routingMode", "\"primary-only\"", "Never asks a replica of the object's storage."));

  private static final List<Option> JURISDICTION =
      List.of(
          new Option(
              "jurisdiction", "string", "Where the object's data has to stay: `eu`, `fedramp` …"));

  private static final Parameter KEY =
      new Parameter("key: string", "At most 2 KiB in key-value storage.");
  private static final Parameter KEYS = new Parameter("keys: string[]", "At most 128 keys.");
  private static final Parameter OPTIONS = new Parameter("options", "");
  private static final Parameter SOCKET =
      new Parameter("ws: WebSocket", "The server's end of a `WebSocketPair`.");
  private static final Parameter TIME =
      new Parameter(
          "scheduledTime: number | Date", "Milliseconds since 1970; what is past is run at once.");

  private static final String IS_LIST = "\\[";
  private static final String IS_OBJECT = "\\{";

  private static final List<ObjectMethod> ALL =
      List.of(
          storage("get", List.of(KEY, OPTIONS), GET, "Promise<T | undefined>", "Reads one value."),
          other(
              IS_LIST,
              storage(
                  "get",
                  List.of(KEYS, OPTIONS),
                  GET,
                  "Promise<Map<string, T>>",
                  "Reads several values; what is not there is not in the map.")),
          storage(
              "put",
              List.of(
                  KEY,
                  new Parameter("value: T", "Anything that can be cloned, but `undefined`."),
                  OPTIONS),
              PUT,
              "Promise<void>",
              "Writes one value. Nobody has to wait for it: answers do."),
          other(
              IS_OBJECT,
              storage(
                  "put",
                  List.of(
                      new Parameter("entries: Record<string, T>", "At most 128 pairs."), OPTIONS),
                  PUT,
                  "Promise<void>",
                  "Writes several values, all or none.")),
          storage(
              "delete",
              List.of(KEY, OPTIONS),
              PUT,
              "Promise<boolean>",
              "Deletes one value; whether it was there."),
          other(
              IS_LIST,
              storage(
                  "delete",
                  List.of(KEYS, OPTIONS),
                  PUT,
                  "Promise<number>",
                  "Deletes several values; how many there were.")),
          storage(
              "list",
              List.of(OPTIONS),
              LIST,
              "Promise<Map<string, T>>",
              "Reads the pairs of a range of keys, in the order of their UTF-8 bytes. All of them"
                  + " are in memory then: set a `limit`."),
          storage(
              "deleteAll",
              List.of(OPTIONS),
              PUT,
              "Promise<void>",
              "Deletes all that is stored, tables of SQL included."),
          storage(
              "getAlarm",
              List.of(OPTIONS),
              List.of(CONCURRENCY),
              "Promise<number | null>",
              "When `alarm()` will be called."),
          storage(
              "setAlarm",
              List.of(TIME, OPTIONS),
              SET_ALARM,
              "Promise<void>",
              "Has `alarm()` called then; there is one alarm, and the last call counts."),
          storage(
              "deleteAlarm", List.of(OPTIONS), SET_ALARM, "Promise<void>", "Calls the alarm off."),
          storage(
              "transaction",
              List.of(
                  new Parameter(
                      "closure: (txn: DurableObjectTransaction) => Promise<T>",
                      "Run again where it conflicts; what it throws takes its writes back.")),
              List.of(),
              "Promise<T>",
              "Does all or nothing of what is done through `txn`."),
          storage(
              "transactionSync",
              List.of(
                  new Parameter(
                      "closure: () => T", "Must not be async; what it throws takes writes back.")),
              List.of(),
              "T",
              "Does all or nothing of the SQL within. SQLite storage only."),
          storage(
              "getBookmarkForTime",
              List.of(new Parameter("timestamp: number | Date", "Within the last 30 days.")),
              List.of(),
              "Promise<string>",
              "The bookmark of the storage as it was then."),
          storage(
              "onNextSessionRestoreBookmark",
              List.of(new Parameter("bookmark: string", "Of `getBookmarkForTime`.")),
              List.of(),
              "Promise<string>",
              "Puts the storage back when the object starts next; call `ctx.abort()` to restart."
                  + " The bookmark returned takes that back."),
          method(Owner.KV, "get", List.of(KEY), List.of(), "T | undefined", "Reads one value."),
          method(
              Owner.KV,
              "put",
              List.of(KEY, new Parameter("value: T", "Anything that can be cloned.")),
              List.of(),
              "void",
              "Writes one value."),
          method(Owner.KV, "delete", List.of(KEY), List.of(), "boolean", "Deletes one value."),
          method(
              Owner.KV,
              "list",
              List.of(OPTIONS),
              RANGE,
              "Iterable<[string, T]>",
              "The pairs of a range of keys, one after another."),
          method(
              Owner.SQL,
              "exec",
              List.of(
                  new Parameter("query: string", "One statement or several; `?` for bindings."),
                  new Parameter("...bindings: any[]", "For the `?` of the last statement.")),
              List.of(),
              "SqlStorageCursor<T>",
              "Runs SQL. The cursor reads on as it is iterated: `one()`, `toArray()`."),
          context(
              "acceptWebSocket",
              List.of(
                  SOCKET,
                  new Parameter("tags?: string[]", "At most 10, of at most 256 characters each.")),
              "void",
              "Takes the socket so that the object may hibernate: what comes is given to"
                  + " `webSocketMessage()`. Instead of `ws.accept()`."),
          context(
              "getWebSockets",
              List.of(new Parameter("tag?: string", "Only sockets accepted with it.")),
              "WebSocket[]",
              "The sockets that were accepted by `acceptWebSocket` and are open."),
          context("getTags", List.of(SOCKET), "string[]", "The tags that it was accepted with."),
          context(
              "setWebSocketAutoResponse",
              List.of(
                  new Parameter(
                      "pair?: WebSocketRequestResponsePair",
                      "What is answered to what; without it nothing is any more.")),
              "void",
              "Answers a text without waking the object."),
          context(
              "blockConcurrencyWhile",
              List.of(
                  new Parameter(
                      "callback: () => Promise<T>",
                      "At most 30 seconds; what it throws resets the object.")),
              "Promise<T>",
              "Keeps all events out until the callback is done. Mostly for constructors."),
          context(
              "waitUntil",
              List.of(new Parameter("promise: Promise<any>", "")),
              "void",
              "An object lives while it has something to do: this changes nothing for it."),
          context(
              "abort",
              List.of(new Parameter("reason?: string", "What callers are told.")),
              "void",
              "Ends the object at once; the next event starts it anew."),
          namespace(
              "get",
              List.of(new Parameter("id: DurableObjectId", ""), OPTIONS),
              PLACE,
              "DurableObjectStub",
              "A stub for the object. Nothing is sent before a method of it is called."),
          namespace(
              "getByName",
              List.of(new Parameter("name: string", ""), OPTIONS),
              PLACE,
              "DurableObjectStub",
              "A stub for the object of this name."),
          namespace(
              "newUniqueId",
              List.of(OPTIONS),
              JURISDICTION,
              "DurableObjectId",
              "An id that no other object has. Keep it: nothing leads back to it."),
          namespace(
              "idFromName",
              List.of(new Parameter("name: string", "")),
              List.of(),
              "DurableObjectId",
              "The id of the object of this name, always the same."),
          namespace(
              "idFromString",
              List.of(new Parameter("id: string", "64 hexadecimal digits.")),
              List.of(),
              "DurableObjectId",
              "The id that `toString()` has written."),
          namespace(
              "jurisdiction",
              List.of(new Parameter("jurisdiction: string", "`eu`, `fedramp` …")),
              List.of(),
              "DurableObjectNamespace",
              "The same namespace, for objects whose data has to stay there."));

  private ObjectMethods() {}

  /** The forms of the method that is called; none where the call is not of an object's. */
  static List<ObjectMethod> of(CallSite call) {
    return ALL.stream()
        .filter(each -> each.name().equals(call.method()))
        .filter(each -> each.on().isWritten(call.receiver()))
        .toList();
  }

  private static ObjectMethod storage(
      String name,
      List<Parameter> parameters,
      List<Option> options,
      String result,
      String documentation) {
    return method(Owner.STORAGE, name, parameters, options, result, documentation);
  }

  private static ObjectMethod context(
      String name, List<Parameter> parameters, String result, String documentation) {
    return method(Owner.CONTEXT, name, parameters, List.of(), result, documentation);
  }

  private static ObjectMethod namespace(
      String name,
      List<Parameter> parameters,
      List<Option> options,
      String result,
      String documentation) {
    return method(Owner.NAMESPACE, name, parameters, options, result, documentation);
  }

  private static ObjectMethod method(
      Owner on,
      String name,
      List<Parameter> parameters,
      List<Option> options,
      String result,
      String documentation) {
    return new ObjectMethod(on, name, parameters, options, Optional.empty(), result, documentation);
  }

  /** The form for a first argument that begins so. */
  private static ObjectMethod other(String takes, ObjectMethod method) {
    return new ObjectMethod(
        method.on(),
        method.name(),
        method.parameters(),
        method.options(),
        Optional.of(Pattern.compile(takes)),
        method.result(),
        method.documentation());
  }

  private static List<Option> and(List<Option> some, List<Option> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
