/**
 * What the debugger shows of a Durable Object that no variable of its code does: one file for each
 * line of the scope <em>Durable Object</em>.
 *
 * <p>Must not know the Debug Adapter Protocol. All of it runs on the object's own thread. Start
 * reading at {@link dev.durascope.debugadapter.runtime.facts.ObjectFacts}.
 */
@NullMarked
package dev.durascope.debugadapter.runtime.facts;

import org.jspecify.annotations.NullMarked;
