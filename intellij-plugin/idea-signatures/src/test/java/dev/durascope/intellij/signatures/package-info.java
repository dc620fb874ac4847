/** Holds the signatures against their ledger and against real bytecode. */
@NullMarked
package dev.durascope.intellij.signatures;

import org.jspecify.annotations.NullMarked;
