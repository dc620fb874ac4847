package dev.durascope.languageserver.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands of ours that a client can perform: {@code initializationOptions.commands}, a list of
 * their names. A client that does not say has none.
 */
final class ClientCommands {

  private ClientCommands() {}

  static Set<String> of(@Nullable Object initializationOptions) {
    var commands = new LinkedHashSet<String>();
    if (initializationOptions instanceof JsonObject options
        && options.get("commands") instanceof JsonArray listed) {
      for (var each : listed) {
        if (each.isJsonPrimitive()) {
          commands.add(each.getAsString());
        }
      }
    }
    return Set.copyOf(commands);
  }
}
