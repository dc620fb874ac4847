package dev.durascope.debugadapter.core;

/**
 * What became of a function breakpoint.
 *
 * @param id the number that a {@link Stop} names it by
 * @param verified whether it can stop anything
 * @param message why it cannot
 */
public record FunctionBreakpointStatus(int id, boolean verified, String message) {}
