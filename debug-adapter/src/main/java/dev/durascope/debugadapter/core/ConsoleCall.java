package dev.durascope.debugadapter.core;

import java.util.List;
import org.graalvm.polyglot.Value;

/**
 * A call of the program's console, reported while it is made, on the isolate's thread.
 *
 * @param isolate the number of the isolate
 * @param text what it says, with its line break
 * @param values its arguments
 */
public record ConsoleCall(
    int isolate, Output.Category category, String text, Output.Group group, List<Value> values) {}
