package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.time.Clock;

/** What every isolate of a project shares. */
public record Services(ScriptEngine engine, Clock clock, ScriptLog log, IsolateListener isolates) {}
