package dev.durascope.cli;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.Words;
import dev.durascope.languageserver.server.LanguageServerMain;
import java.util.List;

/** {@code durascope lsp}: the language server, for an editor to start. */
final class LspCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax("lsp", "Runs the language server for an editor.", List.of(), Wire.FLAGS);
  }

  @Override
  public int run(Words words, Console console) throws Exception {
    return Wire.serve(words, console, LanguageServerMain::run);
  }
}
