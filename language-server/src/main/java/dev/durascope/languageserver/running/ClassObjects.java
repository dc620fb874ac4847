package dev.durascope.languageserver.running;

import java.util.OptionalLong;

/**
 * The objects of a class in a running project.
 *
 * @param all live and stored ones
 * @param more whether there are more than were counted
 * @param live those in memory
 * @param nextAlarm in milliseconds since 1970
 */
public record ClassObjects(int all, boolean more, int live, OptionalLong nextAlarm) {}
