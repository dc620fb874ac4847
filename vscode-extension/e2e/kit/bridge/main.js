// An extension for tests only: evaluates JavaScript with `vscode` in scope, on a port of this machine.
// Scenarios use it to look (which diagnostics, which breakpoints), never to do what a user would do.
const http = require('node:http');
const vscode = require('vscode');

const AsyncFunction = (async () => {}).constructor;

exports.activate = (context) => {
  const server = http.createServer(async (request, response) => {
    let code = '';
    for await (const chunk of request) {
      code += chunk;
    }
    try {
      const value = await new AsyncFunction('vscode', code)(vscode);
      response.end(JSON.stringify({ value }));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error.stack));
    }
  });
  server.listen(Number(process.env.DURASCOPE_BRIDGE_PORT), '127.0.0.1');
  context.subscriptions.push({ dispose: () => server.close() });
};
