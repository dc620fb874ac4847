package dev.durascope.runtime.durable;

import java.util.Optional;

/**
 * What makes an object a facet of another: an object that lives within that one, with a name, a
 * class and an id that the other has given it, and a number under which its storage is kept.
 *
 * @param id in place of the object's own id, where it was given one that is a text
 * @param depth how many objects it is within
 */
public record Facet(String name, int number, int depth, ObjectClass type, Optional<String> id) {}
