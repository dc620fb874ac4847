// Two servers of node:http in one Worker: Express answers, and what is below /koa goes to Koa.
import { handleAsNodeRequest, httpServerHandler } from 'cloudflare:node';
import './koa.js';
import { app } from './app.js';

app.listen(3000);
const express = httpServerHandler({ port: 3000 });

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/koa')) return handleAsNodeRequest(3001, request, env, ctx);
    return express.fetch(request, env, ctx);
  },
};
