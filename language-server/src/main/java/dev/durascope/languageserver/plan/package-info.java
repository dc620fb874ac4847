/**
 * What deployments do to a Worker's Durable Object classes, and what Cloudflare refuses of it.
 *
 * <p>Must not know: files, git, rules, how a plan is printed.
 *
 * <p>Threads: all on the caller's.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.plan.DeployedClasses}.
 */
@NullMarked
package dev.durascope.languageserver.plan;

import org.jspecify.annotations.NullMarked;
