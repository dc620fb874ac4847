package dev.durascope.debugadapter.core;

import java.net.URI;

/**
 * Where the control API listens, and the token that each of its requests carries.
 *
 * @param url the base address, on loopback
 * @param token the secret of this run
 */
public record ControlAddress(URI url, String token) {}
