package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * Stops at the first statement of the functions of a name.
 *
 * @param name {@code say}, {@code Room.say}; a class's name for its constructor
 * @param condition stops only where this expression is true
 * @param hitCondition stops only at certain hits, see {@link HitCondition}
 */
public record FunctionBreakpoint(
    String name, Optional<String> condition, Optional<String> hitCondition) {}
