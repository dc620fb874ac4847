package dev.durascope.debugadapter.core;

import java.net.URI;

/**
 * One version of a program's text, as the engine evaluates it. A rebuild gives a new script with a
 * new address, and both can be alive until the last isolate of the older one has ended.
 *
 * @param uri the address of the engine's source, different for every version
 * @param mapping how its positions and those of the files it was made from belong together
 */
public record Script(URI uri, SourceMapping mapping) {}
