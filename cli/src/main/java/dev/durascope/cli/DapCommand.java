package dev.durascope.cli;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.Words;
import dev.durascope.debugadapter.protocol.DebugAdapterMain;
import dev.durascope.debugadapter.runtime.RuntimeDebuggee;
import java.util.List;

/** {@code durascope dap}: the debug adapter, for editors; the project runs in this process. */
final class DapCommand implements Command {
  @Override
  public Syntax syntax() {
    return new Syntax("dap", "Runs the debug adapter for an editor.", List.of(), Wire.FLAGS);
  }

  @Override
  public int run(Words words, Console console) throws Exception {
    return Wire.serve(
        words,
        console,
        (in, out) -> {
          DebugAdapterMain.run(in, out, RuntimeDebuggee.launcher());
          return ExitCode.OK;
        });
  }
}
