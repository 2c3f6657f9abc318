/** A real web server on loopback, for what the web may send: pages, feeds, and everything that can go wrong. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Route = (request: IncomingMessage, response: ServerResponse) => void;

export interface WebServer {
  /** With the name `localhost`, so that a test can allow it by name and see 127.0.0.1 refused. */
  readonly origin: string;
  readonly port: number;
  /** Paths asked for, oldest first, without robots.txt. */
  readonly asked: string[];
  /** How many requests ran at the same time at most. */
  readonly most: () => number;
  route(path: string, route: Route | string): void;
  close(): Promise<void>;
}

export async function openWebServer(): Promise<WebServer> {
  const routes = new Map<string, Route>();
  const asked: string[] = [];
  let [running, most] = [0, 0];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path !== '/robots.txt') {
      asked.push(path);
      running += 1;
      most = Math.max(most, running);
      response.on('close', () => {
        running -= 1;
      });
    }
    const route = routes.get(path);
    if (route !== undefined) route(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    port,
    asked,
    most: () => most,
    route(path, route) {
      routes.set(path, typeof route === 'string' ? sends(route) : route);
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Sends a body; the type is told by its beginning unless given. */
export function sends(body: string | Buffer, headers: Record<string, string> = {}): Route {
  const text = body.toString('latin1', 0, 200).trimStart();
  const guess = text.startsWith('{')
    ? 'application/json'
    : text.startsWith('<?xml')
      ? 'application/xml'
      : 'text/html';
  return (_, response) => {
    response.writeHead(200, { 'content-type': guess, ...headers }).end(body);
  };
}

export function redirects(location: string, status = 302): Route {
  return (_, response) => {
    response.writeHead(status, { location }).end();
  };
}

export function answers(status: number, headers: Record<string, string> = {}): Route {
  return (_, response) => {
    response.writeHead(status, headers).end();
  };
}
