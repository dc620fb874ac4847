package dev.durascope.model.text;

/** Something that a reader could not make sense of, at its place, in words for the user. */
public record Problem(Span span, String message) {}
