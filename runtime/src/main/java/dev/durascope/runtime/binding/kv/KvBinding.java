package dev.durascope.runtime.binding.kv;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.BindingContext;
import java.util.ArrayList;
import java.util.List;

/** A KV namespace in {@code env}. */
record KvBinding(String name, String id, KvNamespace namespace) implements Binding {
  @Override
  public Description description() {
    return new Description("KV Namespace", id, Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "binding/kv";
  }

  @Override
  public void functions(HostGroup group, BindingContext context) {
    var operations = namespace.operations();
    group
        .function(
            "get",
            arguments -> {
              var key = arguments.string(0);
              var form = KvNamespace.Form.valueOf(arguments.string(1));
              var cacheTtl = arguments.optionalString(2);
              operations.run(context, arguments, 3, () -> namespace.get(key, form, cacheTtl));
              return null;
            })
        .function(
            "getBulk",
            arguments -> {
              var keys = strings(arguments, 3);
              var type = arguments.optionalString(0);
              operations.run(context, arguments, 1, () -> namespace.getBulk(keys, type));
              return null;
            })
        .function(
            "put",
            arguments -> {
              var key = arguments.string(0);
              var body = arguments.handle(1, Body.class);
              var options =
                  new KvNamespace.PutOptions(
                      arguments.optionalString(2),
                      arguments.optionalString(3),
                      arguments.optionalString(4));
              operations.run(
                  context,
                  arguments,
                  5,
                  body,
                  arriving -> namespace.arrive(arriving, options),
                  value -> {
                    namespace.put(key, value);
                    return null;
                  });
              return null;
            })
        .function(
            "delete",
            arguments -> {
              var key = arguments.string(0);
              operations.run(
                  context,
                  arguments,
                  1,
                  () -> {
                    namespace.delete(key);
                    return null;
                  });
              return null;
            })
        .function(
            "list",
            arguments -> {
              var prefix = arguments.optionalString(0);
              var limit = arguments.optionalString(1);
              var cursor = arguments.optionalString(2);
              operations.run(context, arguments, 3, () -> namespace.list(prefix, limit, cursor));
              return null;
            });
  }

  private static List<String> strings(HostGroup.Arguments arguments, int from) {
    var strings = new ArrayList<String>();
    for (var i = from; i < arguments.count(); i++) {
      strings.add(arguments.string(i));
    }
    return strings;
  }
}
