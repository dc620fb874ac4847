package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * One thing that keeps an object from hibernating.
 *
 * @param kind what sort of thing it is, {@code timer}
 * @param text what it is, for the user
 * @param place the line that began it, where there is one and it is known
 */
public record HibernationBlocker(String kind, String text, Optional<FilePosition> place) {}
