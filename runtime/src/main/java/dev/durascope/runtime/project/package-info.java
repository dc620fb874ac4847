/**
 * A project that runs: its configuration read, its code bundled, its worker and objects alive, its
 * doors open, and all of it exchanged on save.
 *
 * <p>Must not know JavaScript values, the command line or the debug protocol. Start reading at
 * {@link dev.durascope.runtime.project.Project}.
 */
@NullMarked
package dev.durascope.runtime.project;

import org.jspecify.annotations.NullMarked;
