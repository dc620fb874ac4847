/**
 * The control API: what tools see of a running project, as JSON over HTTP on loopback, and the
 * panel that shows it.
 *
 * <p>Must not know scripts, storage, the bundler or Durable Objects: it reaches them through {@link
 * dev.durascope.runtime.control.ControlTarget} only.
 *
 * <p>Requests arrive on the HTTP server's event loop and are answered on virtual threads, one a
 * request, so a slow disk holds up nobody else.
 *
 * <p>Start reading at {@link dev.durascope.runtime.control.ControlTarget}.
 */
@NullMarked
package dev.durascope.runtime.control;

import org.jspecify.annotations.NullMarked;
