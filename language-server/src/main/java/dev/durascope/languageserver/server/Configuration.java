package dev.durascope.languageserver.server;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.durascope.languageserver.settings.AllSettings;
import dev.durascope.languageserver.settings.Settings;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * How settings come from the client: asked for where it can be asked, else as it sends them by
 * itself, when it comes or when they change.
 */
final class Configuration {

  private static final System.Logger LOG = System.getLogger(Configuration.class.getName());

  private Configuration() {}

  /** Asks the client to tell when settings change. */
  static void watch(LanguageClient client) {
    var section = new JsonObject();
    section.addProperty("section", AllSettings.SECTION);
    var registration = new Registration("settings", "workspace/didChangeConfiguration", section);
    var _ =
        client
            .registerCapability(new RegistrationParams(List.of(registration)))
            .exceptionally(
                refused -> {
                  LOG.log(Level.INFO, "the client tells of no settings: {0}", refused.getMessage());
                  return null;
                });
  }

  /** Asks for the settings; {@code taken} gets the old ones where the client has no answer. */
  static void ask(LanguageClient client, Settings old, Consumer<Settings> taken) {
    var item = new ConfigurationItem();
    item.setSection(AllSettings.SECTION);
    var _ =
        client
            .configuration(new ConfigurationParams(List.of(item)))
            .handle(
                (sections, refused) -> {
                  if (refused != null) {
                    LOG.log(Level.INFO, "the client has no settings: {0}", refused.getMessage());
                  }
                  Failures.guard(
                      "taking settings",
                      () -> taken.accept(refused == null ? first(sections) : old));
                  return null;
                });
  }

  private static Settings first(List<?> sections) {
    return sections.isEmpty() ? Settings.DEFAULT : Settings.read(json(sections.getFirst()));
  }

  /**
   * What a client sends by itself: all settings, ours in their section; empty where it has none.
   */
  static Optional<Settings> sent(@Nullable Object all) {
    return json(all) instanceof JsonObject object && object.has(AllSettings.SECTION)
        ? Optional.of(Settings.read(object.get(AllSettings.SECTION)))
        : Optional.empty();
  }

  private static @Nullable JsonElement json(@Nullable Object value) {
    return value instanceof JsonElement element ? element : new Gson().toJsonTree(value);
  }
}
