/**
 * What happens to stored objects when the configuration renames, deletes or transfers their class:
 * on local data, what a deployment does in production.
 *
 * <p>Must not know: scripts, what stored bytes mean, who asks the user. It works on whole folders,
 * while nobody has their files open.
 *
 * <p>Runs on the thread that starts or reloads a project, one at a time for each folder of state,
 * which {@link dev.durascope.runtime.lifecycle.StateLock} sees to.
 *
 * <p>Start reading at {@link dev.durascope.runtime.lifecycle.LocalLifecycle}; what is to be done is
 * decided by {@link dev.durascope.runtime.lifecycle.Planner}, and done by {@link
 * dev.durascope.runtime.lifecycle.Journal}.
 */
@NullMarked
package dev.durascope.runtime.lifecycle;

import org.jspecify.annotations.NullMarked;
