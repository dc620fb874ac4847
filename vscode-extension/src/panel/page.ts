/**
 * The HTML around the storage panel's page. It lets in nothing but that page's own origin, and hands
 * on the editor's choice of light or dark, which the frame's page sees as the user's. Pure.
 */

export function framePage(page: URL, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${page.origin}; style-src 'nonce-${nonce}'">
  <style nonce="${nonce}">
    html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }
    iframe { width: 100%; height: 100%; border: 0; display: block; color-scheme: light; }
    .vscode-dark iframe, .vscode-high-contrast:not(.vscode-high-contrast-light) iframe { color-scheme: dark; }
  </style>
</head>
<body>
  <iframe title="Durable Objects storage" src="${escapeAttribute(page.href)}" allow="clipboard-read; clipboard-write"></iframe>
</body>
</html>`;
}

export function goneDocument(): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
</head>
<body><p>The project is not running any more. Run it again, and open this panel anew.</p></body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
