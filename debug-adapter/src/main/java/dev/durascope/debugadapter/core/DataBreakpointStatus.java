package dev.durascope.debugadapter.core;

/**
 * What became of a data breakpoint.
 *
 * @param id the number that a {@link Stop} names it by
 * @param verified whether it can stop anything
 * @param message why it cannot
 */
public record DataBreakpointStatus(int id, boolean verified, String message) {}
