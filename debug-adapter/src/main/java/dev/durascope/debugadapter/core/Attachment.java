package dev.durascope.debugadapter.core;

import java.net.URI;

/**
 * A debuggee that runs already, lent to one debugger at a time.
 *
 * @param debuggee the project; it has been started by somebody else
 * @param address where it answers
 * @param release gives it back, running
 */
public record Attachment(Debuggee debuggee, URI address, Runnable release) {}
