/** Headless Chromium that sees this machine and nothing else. */
import { chromium as engine, type Browser } from 'playwright-core';
import { chromium } from '../tools/paths.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

export function launchBrowser(): Promise<Browser> {
  return engine.launch({ executablePath: chromium, args: FLAGS });
}
