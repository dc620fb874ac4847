package dev.durascope.languageserver.plan;

/**
 * Why Cloudflare would not take a deployment.
 *
 * @param code the API's, by which its documentation and other people's reports are found
 */
public record Refusal(int code, String className, String message) {}
