package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.Hibernation;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.Clock;
import java.util.function.Supplier;

/**
 * What every isolate of a worker shares.
 *
 * @param engine waits for the engine to have started
 * @param worker its name
 * @param hibernation when its objects leave the memory
 * @param ownIsolates how many live objects of the process may be there for one more to get an
 *     isolate of its own
 * @param workers all that run in the process, itself among them
 * @param hooks where a debugger hooks in
 */
public record Services(
    Supplier<ScriptEngine> engine,
    Clock clock,
    ScriptLog log,
    IsolateListener isolates,
    Network network,
    String worker,
    Hibernation hibernation,
    int ownIsolates,
    Workers workers,
    DebugHooks hooks) {}
