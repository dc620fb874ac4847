package dev.durascope.model.config;

import dev.durascope.model.text.Located;

/**
 * A property of {@code env}, of whatever kind.
 *
 * @param kind what it is, in the words that wrangler has for it
 */
public record NamedBinding(String kind, Located<String> name) {}
