package dev.durascope.model.text;

/**
 * A value and the place that says it. For a string the span is its inside: what stands between the
 * quotes, which is what an underline covers and what a rename replaces.
 */
public record Located<T>(T value, Span span) {}
