package dev.durascope.debugadapter.core;

import java.net.URI;

/**
 * Where the engine's Chrome inspector listens. The path is the secret that opens it.
 *
 * @param url for a client of the Chrome DevTools Protocol
 */
public record InspectorAddress(URI url) {

  /** For the address bar of Chrome. */
  public String devTools() {
    return "devtools://devtools/bundled/js_app.html?ws=" + url.getAuthority() + url.getPath();
  }
}
