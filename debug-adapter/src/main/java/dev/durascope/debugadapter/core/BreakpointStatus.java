package dev.durascope.debugadapter.core;

import java.nio.file.Path;

/**
 * What has become of a breakpoint.
 *
 * @param id its number, which stays until it is removed
 * @param verified whether it can be hit
 * @param file the file it was set in
 * @param line where it will stop, which may be below the line that was asked for
 * @param column where it will stop
 * @param message why it cannot be hit; empty when it can
 */
public record BreakpointStatus(
    int id, boolean verified, Path file, int line, int column, String message) {}
