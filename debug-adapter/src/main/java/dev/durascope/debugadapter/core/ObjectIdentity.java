package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * A Durable Object as the user tells it from others.
 *
 * @param key names it in control actions
 * @param name the name that its id was made of; empty where that is not known
 * @param title {@code ChatRoom "lobby"}
 */
public record ObjectIdentity(ObjectKey key, Optional<String> name, String title) {}
