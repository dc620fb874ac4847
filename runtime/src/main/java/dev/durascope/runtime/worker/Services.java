package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.Clock;
import java.util.function.Supplier;

/**
 * What every isolate of a project shares.
 *
 * @param engine waits for the engine to have started
 */
public record Services(
    Supplier<ScriptEngine> engine,
    Clock clock,
    ScriptLog log,
    IsolateListener isolates,
    Network network) {}
