package dev.durascope.languageserver.settings;

import dev.durascope.languageserver.settings.Setting.Kind;
import dev.durascope.languageserver.settings.Setting.Reader;
import dev.durascope.languageserver.settings.Setting.Scope;
import java.util.List;

/**
 * The settings. {@code contributes.configuration} of the extension's manifest and {@code
 * docs/settings.md} are generated from this list; {@link Settings} reads the values.
 */
public final class AllSettings {

  /** What all ids begin with. */
  public static final String SECTION = "durascope";

  public static final List<Setting> LIST =
      List.of(
          new Setting(
              "durascope.path",
              new Kind.Text(),
              Scope.MACHINE_OVERRIDABLE,
              Reader.EXTENSION,
              "The `durascope` command to use. Empty: the one inside this extension. `~` and"
                  + " `${workspaceFolder}` are replaced."),
          new Setting(
              "durascope.javaHome",
              new Kind.Text(),
              Scope.MACHINE_OVERRIDABLE,
              Reader.EXTENSION,
              "The folder of a JDK 25 for the `durascope` command. Empty: the command looks for"
                  + " one itself."),
          new Setting(
              "durascope.diagnostics.severity",
              new Kind.Levels(),
              Scope.WINDOW,
              Reader.SERVER,
              "How diagnostics are shown, by code: `{ \"MIG05\": \"off\", \"BND05\": \"error\" }`."
                  + " What is not named keeps its own severity."),
          new Setting(
              "durascope.diagnostics.workspace",
              new Kind.Switch(true),
              Scope.WINDOW,
              Reader.SERVER,
              "Check all configurations in the workspace's folders. Off: those at the top of a"
                  + " folder and those that open files belong to."),
          new Setting(
              "durascope.trace.server",
              new Kind.Choice(List.of("off", "messages", "verbose")),
              Scope.WINDOW,
              Reader.EXTENSION,
              "Write the messages between the editor and the language server to the output"
                  + " channel."));

  private AllSettings() {}
}
