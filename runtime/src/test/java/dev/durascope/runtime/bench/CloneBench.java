package dev.durascope.runtime.bench;

import dev.durascope.runtime.wire.WireValue;
import dev.durascope.runtime.wire.js.ErrorForm;
import dev.durascope.runtime.wire.js.StructuredClone;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** How fast values are cloned. {@code java dev.durascope.runtime.bench.CloneBench} */
public final class CloneBench {

  private CloneBench() {}

  /** Runs all. */
  public static void main(String[] arguments) throws Exception {
    try (Context context =
        Context.newBuilder("js")
            .allowHostAccess(HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true).build())
            .option("engine.WarnInterpreterOnly", "false")
            .build()) {
      StructuredClone clone = StructuredClone.of(context, ErrorForm.PLAIN);
      run(context, clone, "string", "'hello there'", 50_000);
      run(context, clone, "number", "42", 50_000);
      run(
          context,
          clone,
          "{name, message, timestamp}",
          "({name: 'ada', message: 'hello there', timestamp: 1767225600000})",
          20_000);
      run(context, clone, "class instance", "new (class P { x = 1; y = 2 })()", 20_000);
      run(context, clone, "Map of 3", "new Map([['a', 1], ['b', 2], ['c', 3]])", 20_000);
      run(context, clone, "Date", "new Date(0)", 20_000);
      run(context, clone, "Error", "new TypeError('m')", 5_000);
      run(context, clone, "Uint8Array of 1,024", "new Uint8Array(1024)", 5_000);
      run(context, clone, "array of 1,000 numbers", "Array.from({length: 1000}, (_, i) => i)", 100);
      run(
          context,
          clone,
          "array of 100 objects",
          "Array.from({length: 100}, (_, i) => ({id: i, name: 'n' + i, on: true}))",
          100);
    }
  }

  private static void run(
      Context context, StructuredClone clone, String name, String code, int operations)
      throws Exception {
    Value value = context.eval("js", code);
    byte[] bytes = clone.serialize(value);
    Bench.run("serialize " + name, operations, i -> clone.serialize(value));
    Bench.run("deserialize " + name, operations, i -> clone.deserialize(bytes));
    Bench.run("bytes to tree to bytes " + name, operations, i -> WireValue.read(bytes).toBytes());
  }
}
